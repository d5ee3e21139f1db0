package reclens.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reclens.domain.CancellationToken;
import reclens.domain.DataException;
import reclens.domain.Problem;
import reclens.domain.ProgressListener;

/**
 * A small table, such as a catalogue: every cell as text.
 *
 * @param format how the file is laid out; {@code columns} of JSON are the keys of all objects
 * @param rows cells by row, a list of values for a JSON array; null where a JSON object has no such key
 * @param lines 1-based line of each row
 */
record Table(TextFormat format, List<String> columns, List<List<Object>> rows, List<Long> lines) {
    static Table read(
            Path file,
            TextFormat.Options options,
            Set<String> named,
            String stage,
            ProgressListener progress,
            CancellationToken cancellation) {
        TextFormat format = TextFormat.of(file, options, named);
        Table table =
                switch (format.kind()) {
                    case DELIMITED, SEQUENCES -> delimited(file, format, stage, progress, cancellation);
                    case JSON_LINES -> jsonLines(file, format, stage, progress, cancellation);
                    case JSON -> map(file, format);
                };
        progress.progress(stage, 1);
        return table;
    }

    private static Table delimited(
            Path file, TextFormat format, String stage, ProgressListener progress, CancellationToken cancellation) {
        Table table = new Table(format, format.columns(), new ArrayList<>(), new ArrayList<>());
        Delimited.read(file, format, new Collector(file, table), stage, progress, cancellation);
        return table;
    }

    /** A JSON map {@code item: [attributes]} as two columns. */
    private static Table map(Path file, TextFormat format) {
        Table table = new Table(format, List.of("item_id", "attributes"), new ArrayList<>(), new ArrayList<>());
        JsonFiles.readObject(file).forEach((id, value) -> {
            table.rows.add(List.of(id, value));
            table.lines.add(1L);
        });
        return table;
    }

    private static Table jsonLines(
            Path file, TextFormat format, String stage, ProgressListener progress, CancellationToken cancellation) {
        List<Map<String, Object>> objects = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>();
        try (BufferedReader in =
                new BufferedReader(TextInput.open(file, format.charset(), stage, progress, cancellation))) {
            long number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (!line.isBlank()) {
                    String where = file + ":" + number;
                    if (!(JsonFiles.parseLine(where, line) instanceof Map<?, ?> object)) {
                        throw new DataException(
                                Problem.of("not a JSON object").at(where).expected("one JSON object on every line"));
                    }
                    objects.add(JsonFiles.asMap(object));
                    lines.add(number);
                    keys.addAll(JsonFiles.asMap(object).keySet());
                }
            }
        } catch (CharacterCodingException e) {
            throw InputFile.wrongEncoding(file, format.charset(), e);
        } catch (IOException e) {
            throw InputFile.unreadable(file, e);
        }
        List<String> columns = List.copyOf(keys);
        List<List<Object>> rows = new ArrayList<>(objects.size());
        for (Map<String, Object> object : objects) {
            List<Object> row = new ArrayList<>(columns.size());
            columns.forEach(c -> row.add(object.get(c)));
            rows.add(row);
        }
        return new Table(format, columns, rows, lines);
    }

    /**
     * The index of a column, exact or but for case.
     *
     * @throws DataException when there is none
     */
    int index(Path file, String role, String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).equals(name)) {
                return i;
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).equalsIgnoreCase(name)) {
                return i;
            }
        }
        throw new DataException(Problem.of("no column '" + name + "' for " + role)
                .at(file.toString())
                .found("columns " + String.join(", ", columns))
                .fix("name one of these columns"));
    }

    /** Whether a column holds several values separated by spaces. */
    boolean isSequence(int column) {
        return column < format.sequences().size() && format.sequences().get(column);
    }

    private record Collector(Path file, Table table, List<Object> cells) implements Delimited.Rows {
        Collector(Path file, Table table) {
            this(file, table, new ArrayList<>());
        }

        @Override
        public void field(int column, char[] chars, int offset, int length) {
            cells.add(new String(chars, offset, length).strip());
        }

        @Override
        public void row(long line, int fields) {
            if (fields != table.columns.size()) {
                throw new DataException(Problem.of("malformed line")
                        .at(file + ":" + line)
                        .expected(table.columns.size() + " fields")
                        .found(fields + " fields")
                        .fix("mend the line"));
            }
            table.rows.add(List.copyOf(cells));
            table.lines.add(line);
            cells.clear();
        }

        @Override
        public void broken(long line, DataException problem) {
            throw problem;
        }
    }
}
