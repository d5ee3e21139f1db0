package reclens.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** The bytes of a pickle, with their position, so that a stated length can be held against what is left. */
final class PickleInput extends InputStream {
    private final ByteBuffer bytes;

    PickleInput(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    int position() {
        return bytes.position();
    }

    int remaining() {
        return bytes.remaining();
    }

    /** The unsigned little-endian number of {@code size} bytes that comes next; the position stays. */
    long peek(int size) throws IOException {
        require(size);
        long value = 0;
        for (int i = size - 1; i >= 0; i--) {
            value = value << 8 | Byte.toUnsignedLong(bytes.get(bytes.position() + i));
        }
        return value;
    }

    /** @throws IOException when fewer than {@code count} bytes are left */
    void require(long count) throws IOException {
        if (count < 0 || count > bytes.remaining()) {
            throw new IOException("a value of " + Long.toUnsignedString(count) + " bytes at byte " + bytes.position()
                    + ", where " + bytes.remaining() + " bytes are left");
        }
    }

    /** @throws IOException when the line that comes next is longer than {@code limit} */
    void requireLine(int limit) throws IOException {
        int end = Math.min(bytes.limit(), bytes.position() + limit);
        for (int i = bytes.position(); i < end; i++) {
            if (bytes.get(i) == '\n') {
                return;
            }
        }
        throw new IOException("a line of more than " + limit + " bytes at byte " + bytes.position());
    }

    @Override
    public int read() {
        return bytes.hasRemaining() ? bytes.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (!bytes.hasRemaining()) {
            return length == 0 ? 0 : -1;
        }
        int count = Math.min(length, bytes.remaining());
        bytes.get(target, offset, count);
        return count;
    }
}
