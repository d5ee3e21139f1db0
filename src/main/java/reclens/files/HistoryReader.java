package reclens.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import reclens.domain.CancellationToken;
import reclens.domain.DataException;
import reclens.domain.Problem;
import reclens.domain.ProgressListener;

/**
 * Reads interaction histories: CSV and TSV with or without a header, RecBole's {@code .inter}, the text of SASRec's
 * repositories, JSON lines. Separator, header, columns and format are recognised unless the source names them.
 */
public final class HistoryReader {
    private static final String STAGE = "progress.reading-history";

    private HistoryReader() {}

    /**
     * Reads a history file. Events are sorted by time within a user, stably, as finely as the source says; without times the
     * order of the file stands.
     *
     * @throws reclens.domain.NotFoundException when there is no such file
     * @throws DataException when a column cannot be told, a line is malformed (unless skipped), ids are destroyed, or
     *     there is no event
     * @throws reclens.domain.CancelledException when cancelled
     */
    public static HistoryFile read(HistorySource source, ProgressListener progress, CancellationToken cancellation) {
        Path file = source.file();
        TextFormat format = TextFormat.of(
                file,
                new TextFormat.Options(source.encoding(), source.separator(), source.header(), source.format()),
                source.columns().values().stream().filter(c -> !c.isEmpty()).toList());
        HistoryRows rows =
                switch (format.kind()) {
                    case DELIMITED -> table(source, format, progress, cancellation);
                    case SEQUENCES -> sequences(source, format, progress, cancellation);
                    case JSON_LINES -> jsonLines(source, format, progress, cancellation);
                    case JSON ->
                        throw new DataException(Problem.of("a JSON file, but not of events")
                                .at(file.toString())
                                .expected("one JSON object on every line")
                                .found("one value over several lines, or a map of lists"));
                };
        progress.progress(STAGE, 1);
        return rows.finish(List.of());
    }

    private static HistoryRows table(
            HistorySource source, TextFormat format, ProgressListener progress, CancellationToken cancellation) {
        HistoryColumns columns =
                HistoryColumns.of(source.file(), format.columns(), format.header(), format.first(), source.columns());
        requireEventColumn(source, columns);
        HistoryRows rows = new HistoryRows(source, columns, cancellation);
        Delimited.read(source.file(), format, new HistoryTable(rows, columns), STAGE, progress, cancellation);
        return rows;
    }

    private static void requireEventColumn(HistorySource source, HistoryColumns columns) {
        if (!source.includeEvents().isEmpty() && columns.index(ColumnNames.EVENT) < 0) {
            throw new DataException(Problem.of("include_events needs a column of event types")
                    .at(source.file().toString())
                    .found("columns " + String.join(", ", columns.columns()))
                    .fix("name the column of the event type"));
        }
    }

    private static HistoryRows sequences(
            HistorySource source, TextFormat format, ProgressListener progress, CancellationToken cancellation) {
        HistoryColumns columns = new HistoryColumns(
                List.of("user", "item"), java.util.Map.of(ColumnNames.USER, 0, ColumnNames.ITEM, 1), List.of());
        requireEventColumn(source, columns);
        HistoryRows rows = new HistoryRows(source, columns, cancellation);
        Delimited.read(source.file(), format, new SequenceLines(rows), STAGE, progress, cancellation);
        return rows;
    }

    private static HistoryRows jsonLines(
            HistorySource source, TextFormat format, ProgressListener progress, CancellationToken cancellation) {
        try (BufferedReader in =
                new BufferedReader(TextInput.open(source.file(), format.charset(), STAGE, progress, cancellation))) {
            JsonEvents events = new JsonEvents(source, cancellation);
            long number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (!line.isBlank()) {
                    events.line(number, line);
                }
            }
            return events.rows();
        } catch (CharacterCodingException e) {
            throw InputFile.wrongEncoding(source.file(), format.charset(), e);
        } catch (IOException e) {
            throw InputFile.unreadable(source.file(), e);
        }
    }

    /** Rows of a table with one event each. */
    private static final class HistoryTable implements Delimited.Rows {
        private static final int IGNORED = 0;
        private static final int USER = 1;
        private static final int ITEM = 2;
        private static final int EVENT = 3;
        private static final int TIME = 4;
        private static final int SESSION = 5;
        private static final int OFFSET = 6;
        private static final int OTHER_ID = 7;
        private static final List<String> CODES = List.of(
                "",
                ColumnNames.USER,
                ColumnNames.ITEM,
                ColumnNames.EVENT,
                ColumnNames.TIME,
                ColumnNames.SESSION,
                ColumnNames.OFFSET);

        private final HistoryRows rows;
        private final int[] codes;
        private final List<Integer> destroyedColumns = new ArrayList<>();
        private final List<String> destroyedCells = new ArrayList<>();

        HistoryTable(HistoryRows rows, HistoryColumns columns) {
            this.rows = rows;
            this.codes = new int[columns.columns().size()];
            columns.otherIds().forEach(i -> codes[i] = OTHER_ID);
            columns.roles().forEach((role, i) -> codes[i] = CODES.indexOf(role));
        }

        @Override
        public void field(int column, char[] chars, int offset, int length) {
            switch (column < codes.length ? codes[column] : IGNORED) {
                case USER -> rows.user(chars, offset, length);
                case ITEM -> rows.item(chars, offset, length);
                case EVENT -> rows.event(chars, offset, length);
                case TIME -> rows.time(chars, offset, length);
                case SESSION -> rows.session(chars, offset, length);
                case OFFSET -> rows.offset(chars, offset, length);
                case OTHER_ID -> {
                    if (length > 4 && DestroyedIds.matches(chars, offset, length)) {
                        destroyedColumns.add(column);
                        destroyedCells.add(new String(chars, offset, length));
                    }
                }
                default -> {}
            }
        }

        @Override
        public void row(long line, int fields) {
            if (fields != codes.length) {
                rows.fault("expected " + codes.length + " fields but found " + fields);
            }
            if (!destroyedColumns.isEmpty()) {
                for (int i = 0; i < destroyedColumns.size(); i++) {
                    rows.otherId(destroyedColumns.get(i), line, destroyedCells.get(i));
                }
                destroyedColumns.clear();
                destroyedCells.clear();
            }
            rows.endLine(line);
        }

        @Override
        public void broken(long line, DataException problem) {
            rows.broken(line, problem);
        }
    }

    /** Lines of a user and one or more items, oldest first. */
    private static final class SequenceLines implements Delimited.Rows {
        private final HistoryRows rows;
        private int tokens;

        SequenceLines(HistoryRows rows) {
            this.rows = rows;
        }

        @Override
        public void field(int column, char[] chars, int offset, int length) {
            if (length == 0) {
                return;
            }
            if (tokens == 0) {
                rows.user(chars, offset, length);
            } else {
                rows.item(chars, offset, length);
                rows.commit(0, true);
            }
            tokens++;
        }

        @Override
        public void row(long line, int fields) {
            if (tokens == 1) {
                rows.badLine(line, "expected a user and at least one item but found one field");
            } else {
                rows.endSession();
            }
            tokens = 0;
        }

        @Override
        public void broken(long line, DataException problem) {
            tokens = 0;
            rows.broken(line, problem);
        }
    }
}
