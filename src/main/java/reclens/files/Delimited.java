package reclens.files;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import reclens.domain.CancellationToken;
import reclens.domain.DataException;
import reclens.domain.Problem;
import reclens.domain.ProgressListener;
import reclens.domain.RecLensException;

/** Drives FastCSV over a file; fields are handed on as slices of its buffer, without a string each. */
final class Delimited {
    private Delimited() {}

    /** Hears the fields and rows of a file. Slices are valid during the call only. */
    interface Rows {
        void field(int column, char[] chars, int offset, int length);

        /**
         * The end of a row.
         *
         * @param line 1-based line on which the row starts
         * @param fields number of fields
         */
        void row(long line, int fields);

        /** A row whose quotes are broken. Rethrows, or counts it so that reading goes on with the next line. */
        void broken(long line, DataException problem);
    }

    /** Reads all rows of data; the header, if there is one, is skipped. */
    static void read(
            Path file,
            TextFormat format,
            Rows rows,
            String stage,
            ProgressListener progress,
            CancellationToken cancellation) {
        long skip = 0;
        boolean header = format.header();
        while (skip >= 0) {
            Handler handler = new Handler(rows, header);
            skip = pass(file, format, handler, skip, stage, progress, cancellation);
            header = header && handler.header;
        }
    }

    /** Reads on after {@code skip} lines; gives the number of a broken line to go on after, or -1 at the end. */
    private static long pass(
            Path file,
            TextFormat format,
            Handler handler,
            long skip,
            String stage,
            ProgressListener progress,
            CancellationToken cancellation) {
        CsvReader.CsvReaderBuilder builder = CsvReader.builder()
                .fieldSeparator(format.separator())
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .skipEmptyLines(true);
        if (!format.quoted()) {
            // NUL does not occur in text, so no field is taken as quoted.
            builder.quoteCharacter('\0');
        }
        try (Reader text = TextInput.open(file, format.charset(), stage, progress, cancellation);
                CsvReader<Object> reader = builder.build(handler, text)) {
            if (!skipped(reader, skip)) {
                return -1;
            }
            reader.iterator().hasNext();
            return -1;
        } catch (CsvParseException e) {
            rethrowOwn(e);
            long line = Math.max(handler.line, skip + 1);
            handler.rows.broken(
                    line,
                    new DataException(
                            Problem.of("malformed line: " + sentence(e))
                                    .at(file + ":" + line)
                                    .fix("mend the line, or skip malformed lines"),
                            e));
            return line;
        } catch (UncheckedIOException e) {
            throw translated(file, format, e.getCause());
        } catch (IOException e) {
            throw translated(file, format, e);
        }
    }

    /** FastCSV wraps whatever a handler throws. */
    private static void rethrowOwn(CsvParseException e) {
        if (e.getCause() instanceof RecLensException own) {
            throw own;
        }
        if (e.getCause() instanceof Error error) {
            throw error;
        }
    }

    /** Whether there is anything after {@code count} lines. */
    private static boolean skipped(CsvReader<Object> reader, long count) {
        try {
            reader.skipLines(Math.toIntExact(count));
            return true;
        } catch (CsvParseException e) {
            return false;
        }
    }

    private static DataException translated(Path file, TextFormat format, IOException e) {
        return e instanceof CharacterCodingException coding
                ? InputFile.wrongEncoding(file, format.charset(), coding)
                : InputFile.unreadable(file, e);
    }

    private static String sentence(CsvParseException e) {
        String message = e.getMessage().replaceAll(" \\(record starting at line \\d+\\)", "");
        return Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    private static final class Handler extends CsvCallbackHandler<Object> {
        private final Rows rows;
        private boolean header;
        private long line;
        private int fields;
        private boolean empty;

        Handler(Rows rows, boolean header) {
            this.rows = rows;
            this.header = header;
        }

        @Override
        protected RecordType getRecordType() {
            return RecordType.DATA;
        }

        @Override
        protected int getFieldCount() {
            return fields;
        }

        @Override
        protected void beginRecord(long startingLine) {
            line = startingLine;
            fields = 0;
            empty = false;
        }

        @Override
        protected void addField(char[] chars, int offset, int length, boolean quoted) {
            if (!header) {
                rows.field(fields, chars, offset, length);
            }
            fields++;
        }

        @Override
        protected void setComment(char[] chars, int offset, int length) {
            empty = true;
        }

        @Override
        protected void setEmpty() {
            empty = true;
        }

        @Override
        protected Object buildRecord() {
            if (header) {
                header = empty;
            } else if (!empty) {
                rows.row(line, fields);
            }
            return null;
        }
    }
}
