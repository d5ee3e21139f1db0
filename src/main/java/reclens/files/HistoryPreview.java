package reclens.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import reclens.domain.TablePreview;

/** Looks at the first lines of a history, without reading the rest. */
public final class HistoryPreview {
    private static final List<String> OFFERED =
            List.of(ColumnNames.USER, ColumnNames.ITEM, ColumnNames.EVENT, ColumnNames.TIME);

    private HistoryPreview() {}

    /**
     * @param lines how many lines of data at most
     * @throws reclens.domain.NotFoundException when there is no such file
     * @throws reclens.domain.DataException when it is empty or cannot be read
     */
    public static TablePreview of(Path file, int lines) {
        TextFormat format = TextFormat.of(
                file, new TextFormat.Options(Optional.empty(), Optional.empty(), Optional.empty(), ""), List.of());
        List<String> sample;
        try {
            sample = TextInput.sample(file, format.charset());
        } catch (IOException e) {
            throw InputFile.unreadable(file, e);
        }
        return switch (format.kind()) {
            case DELIMITED -> delimited(format, sample, lines);
            case SEQUENCES -> sequences(sample, lines);
            case JSON_LINES -> json(file, sample, lines);
            case JSON -> new TablePreview(List.of(), List.of(), Map.of());
        };
    }

    private static TablePreview delimited(TextFormat format, List<String> sample, int lines) {
        List<List<String>> rows = sample.stream()
                .skip(format.header() ? 1 : 0)
                .filter(line -> !line.isBlank())
                .limit(lines)
                .map(line -> TextFormat.split(line, format.separator(), format.quoted()))
                .toList();
        return new TablePreview(format.columns(), rows, format.header() ? byName(format.columns()) : byPlace(format));
    }

    private static Map<String, String> byName(List<String> columns) {
        Map<String, String> roles = new LinkedHashMap<>();
        for (String role : OFFERED) {
            List<String> free =
                    columns.stream().filter(c -> !roles.containsValue(c)).toList();
            ColumnNames.recognise(role, free).ifPresent(column -> roles.put(role, column));
        }
        if (!roles.containsKey(ColumnNames.USER)) {
            ColumnNames.recognise(ColumnNames.SESSION, columns)
                    .ifPresent(column -> roles.put(ColumnNames.USER, column));
        }
        return roles;
    }

    private static Map<String, String> byPlace(TextFormat format) {
        Map<String, String> roles = new LinkedHashMap<>();
        int columns = format.columns().size();
        if (columns >= 2) {
            roles.put(ColumnNames.USER, "1");
            roles.put(ColumnNames.ITEM, "2");
        }
        if (columns > 2
                && format.first().size() == columns
                && TimeParser.looksLikeTime(format.first().get(columns - 1).strip())) {
            roles.put(ColumnNames.TIME, Integer.toString(columns));
        }
        return roles;
    }

    private static TablePreview sequences(List<String> sample, int lines) {
        List<List<String>> rows = sample.stream()
                .limit(lines)
                .map(line -> List.of(line.strip().split("\\s+", 2)))
                .toList();
        return new TablePreview(List.of("user", "item"), rows, Map.of("user", "user", "item", "item"));
    }

    private static TablePreview json(Path file, List<String> sample, int lines) {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (int i = 0; i < sample.size() && objects.size() < lines; i++) {
            if (JsonFiles.parseLine(file + ":" + (i + 1), sample.get(i)) instanceof Map<?, ?> map) {
                objects.addAll(JsonEvents.flat(JsonFiles.asMap(map)));
            }
        }
        List<String> columns =
                objects.stream().flatMap(o -> o.keySet().stream()).distinct().toList();
        List<List<String>> rows = objects.stream()
                .limit(lines)
                .map(o -> columns.stream()
                        .map(c -> Objects.toString(o.get(c), ""))
                        .toList())
                .toList();
        return new TablePreview(columns, rows, byName(columns));
    }
}
