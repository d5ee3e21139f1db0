package reclens.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reclens.domain.CancellationToken;
import reclens.domain.DataException;
import reclens.domain.Problem;
import reclens.domain.ProgressListener;
import reclens.domain.UserTable;

/** Reads what is known of the users: CSV, TSV, RecBole's {@code .user}, JSON lines. */
public final class UserTableReader {
    private static final String STAGE = "progress.reading-users";

    private UserTableReader() {}

    /**
     * Reads a table of users.
     *
     * @throws reclens.domain.NotFoundException when there is no such file
     * @throws DataException when a column is missing, a line is malformed or a user stands twice
     * @throws reclens.domain.CancelledException when cancelled
     */
    public static UserTable read(UserTableSource source, ProgressListener progress, CancellationToken cancellation) {
        Path file = source.file();
        Set<String> named = new LinkedHashSet<>(source.features());
        source.id().ifPresent(named::add);
        Table table = Table.read(
                file,
                new TextFormat.Options(source.encoding(), source.separator(), Optional.empty(), ""),
                named,
                STAGE,
                progress,
                cancellation);
        int id = source.id().map(name -> table.index(file, "the user id", name)).orElseGet(() -> ColumnNames.recognise(
                        ColumnNames.USER, table.columns())
                .map(table.columns()::indexOf)
                .orElseThrow(() -> new DataException(Problem.of("cannot tell which column holds the user ids")
                        .at(file.toString())
                        .found("columns " + String.join(", ", table.columns()))
                        .fix("name the column of the id"))));
        List<Integer> columns = new ArrayList<>();
        for (String name : source.features()) {
            columns.add(table.index(file, "a feature", name));
        }
        for (int i = 0; i < table.columns().size() && source.features().isEmpty(); i++) {
            if (i != id) {
                columns.add(i);
            }
        }
        return new UserTable(columns.stream().map(table.columns()::get).toList(), rows(file, table, id, columns));
    }

    private static Map<String, Map<String, String>> rows(Path file, Table table, int id, List<Integer> columns) {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        Map<String, Long> lineOf = new HashMap<>();
        for (int r = 0; r < table.rows().size(); r++) {
            List<Object> cells = table.rows().get(r);
            long line = table.lines().get(r);
            String user =
                    Optional.ofNullable(cells.get(id)).map(Object::toString).orElse("");
            if (user.isEmpty()) {
                throw new DataException(Problem.of("the user id is missing").at(file + ":" + line));
            }
            Long earlier = lineOf.put(user, line);
            if (earlier != null) {
                throw new DataException(Problem.of("the user '" + user + "' stands twice")
                        .at(file + ":" + line)
                        .expected("every id once")
                        .found("lines " + earlier + " and " + line));
            }
            Map<String, String> values = new LinkedHashMap<>();
            for (int column : columns) {
                if (cells.get(column) != null && !cells.get(column).toString().isEmpty()) {
                    values.put(table.columns().get(column), cells.get(column).toString());
                }
            }
            rows.put(user, values);
        }
        return rows;
    }
}
