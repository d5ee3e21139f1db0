package reclens.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import reclens.domain.DataException;
import reclens.domain.Problem;

/** Takes entries out of a zip file, never more bytes than the file can hold. */
final class ZipBytes {
    /** Deflate cannot do better than 1032 to 1; an entry that promises more lies about its size. */
    private static final long BEST_RATIO = 1032;

    /** Bytes of one segment: a multiple of all element sizes, well below what one array can hold. */
    static final int SEGMENT = 1 << 30;

    private ZipBytes() {}

    /** The whole entry as one array. */
    static byte[] whole(Path file, ZipFile zip, ZipEntry entry) throws IOException {
        long size = checkedSize(file, zip, entry);
        if (size > SEGMENT) {
            throw new DataException(Problem.of("the entry '" + entry.getName() + "' is too large")
                    .at(file.toString())
                    .expected("at most " + SEGMENT + " bytes")
                    .found(size + " bytes"));
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return exactly(file, entry, in, (int) size);
        }
    }

    /** The whole entry in segments of {@link #SEGMENT} bytes. */
    static List<ByteBuffer> segments(Path file, ZipFile zip, ZipEntry entry) throws IOException {
        long left = checkedSize(file, zip, entry);
        List<ByteBuffer> segments = new ArrayList<>();
        try (InputStream in = zip.getInputStream(entry)) {
            while (left > 0) {
                int next = (int) Math.min(left, SEGMENT);
                segments.add(ByteBuffer.wrap(exactly(file, entry, in, next)));
                left -= next;
            }
        }
        return segments;
    }

    private static long checkedSize(Path file, ZipFile zip, ZipEntry entry) {
        long size = entry.getSize();
        long length = InputFile.length(file);
        long packed = entry.getCompressedSize();
        boolean stored = entry.getMethod() == ZipEntry.STORED;
        if (size < 0 || packed < 0 || packed > length || (stored ? size != packed : size / BEST_RATIO > packed)) {
            throw new DataException(Problem.of("the entry '" + entry.getName() + "' states an impossible size")
                    .at(zip.getName())
                    .expected("at most the file's " + length + " bytes")
                    .found(size + " bytes from " + packed));
        }
        return size;
    }

    private static byte[] exactly(Path file, ZipEntry entry, InputStream in, int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length != size) {
            throw new DataException(Problem.of("the entry '" + entry.getName() + "' is cut short")
                    .at(file.toString())
                    .expected(size + " bytes")
                    .found(bytes.length + " bytes"));
        }
        return bytes;
    }
}
