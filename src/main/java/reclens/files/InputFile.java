package reclens.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import reclens.domain.DataException;
import reclens.domain.NotFoundException;
import reclens.domain.Problem;

/** Checks and messages that all readers share. */
final class InputFile {
    private static final int SAMPLE_BYTES = 4096;

    private InputFile() {}

    /**
     * The length of a file in bytes.
     *
     * @throws NotFoundException when there is no such file
     * @throws DataException when it is a folder or cannot be read
     */
    static long length(Path file) {
        if (!Files.exists(file)) {
            throw new NotFoundException(Problem.of("no such file").at(file.toString()));
        }
        if (!Files.isRegularFile(file)) {
            throw new DataException(Problem.of("not a file")
                    .at(file.toString())
                    .expected("a file")
                    .found("a folder or device"));
        }
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static DataException unreadable(Path file, IOException cause) {
        String reason = cause.getMessage() == null || cause.getMessage().isBlank()
                ? cause.getClass().getSimpleName()
                : cause.getMessage();
        return new DataException(Problem.of("cannot be read: " + reason).at(file.toString()), cause);
    }

    static DataException wrongEncoding(Path file, Charset charset, CharacterCodingException cause) {
        if (isBinary(file)) {
            return new DataException(
                    Problem.of("not a text file")
                            .at(file.toString())
                            .expected("text in lines, such as CSV, TSV, .inter or JSON lines")
                            .found("binary data")
                            .fix("give another file, or save the table as CSV"),
                    cause);
        }
        return new DataException(
                Problem.of("the text is not " + charset)
                        .at(file.toString())
                        .fix("name the encoding, such as \"encoding\": \"ISO-8859-1\""),
                cause);
    }

    /** Text of one byte a character has no byte of 0; pictures, archives and workbooks do, near their beginning. */
    private static boolean isBinary(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            for (byte b : in.readNBytes(SAMPLE_BYTES)) {
                if (b == 0) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }
}
