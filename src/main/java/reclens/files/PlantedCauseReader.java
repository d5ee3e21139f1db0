package reclens.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import reclens.domain.CancellationToken;
import reclens.domain.DataException;
import reclens.domain.PlantedCause;
import reclens.domain.Problem;
import reclens.domain.ProgressListener;

/** Reads {@code causes.csv}: the truth about some events, as the samples have it. Events without a cause are left out. */
public final class PlantedCauseReader {
    private static final String STAGE = "progress.reading-causes";
    private static final List<String> COLUMNS = List.of(
            "user_id",
            "position",
            "item_id",
            "rule",
            "cause_position",
            "valid_positions",
            "feature",
            "cause_value",
            "posterior");

    private final Path file;
    private final Table table;
    private final Map<String, Integer> columns = new HashMap<>();

    private PlantedCauseReader(Path file, Table table) {
        this.file = file;
        this.table = table;
        COLUMNS.forEach(name -> columns.put(name, table.index(file, "a planted cause", name)));
    }

    /**
     * @throws reclens.domain.NotFoundException when there is no such file
     * @throws DataException when a column is missing or a line is malformed
     * @throws reclens.domain.CancelledException when cancelled
     */
    public static List<PlantedCause> read(Path file, ProgressListener progress, CancellationToken cancellation) {
        Table table = Table.read(
                file,
                new TextFormat.Options(Optional.empty(), Optional.empty(), Optional.empty(), ""),
                new LinkedHashSet<>(COLUMNS),
                STAGE,
                progress,
                cancellation);
        PlantedCauseReader reader = new PlantedCauseReader(file, table);
        List<PlantedCause> causes = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            if (!reader.text(row, "cause_position").isEmpty()) {
                causes.add(reader.cause(row));
            }
        }
        return causes;
    }

    private PlantedCause cause(int row) {
        Map<Integer, Double> posterior = new HashMap<>();
        for (String entry : list(row, "posterior")) {
            int colon = entry.indexOf(':');
            if (colon > 0 && !entry.startsWith("none")) {
                posterior.put(
                        number(row, "posterior", entry.substring(0, colon), Integer::valueOf),
                        number(row, "posterior", entry.substring(colon + 1), Double::valueOf));
            }
        }
        return new PlantedCause(
                text(row, "user_id"),
                number(row, "position", text(row, "position"), Integer::valueOf),
                text(row, "item_id"),
                text(row, "rule"),
                number(row, "cause_position", text(row, "cause_position"), Integer::valueOf),
                list(row, "valid_positions").stream()
                        .map(p -> number(row, "valid_positions", p, Integer::valueOf))
                        .toList(),
                text(row, "feature"),
                text(row, "cause_value"),
                posterior);
    }

    private String text(int row, String column) {
        Object cell = table.rows().get(row).get(columns.get(column));
        return cell == null ? "" : cell.toString();
    }

    private List<String> list(int row, String column) {
        String text = text(row, column);
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("\\|"));
    }

    private <T> T number(int row, String column, String text, Function<String, T> parse) {
        try {
            return parse.apply(text.strip());
        } catch (NumberFormatException e) {
            throw new DataException(Problem.of("not a number in column '" + column + "'")
                    .at(file + ":" + table.lines().get(row))
                    .found("'" + text + "'"));
        }
    }
}
