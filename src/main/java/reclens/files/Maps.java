package reclens.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/** Maps parts of a file into memory, several maps where one cannot hold them. */
final class Maps {
    private Maps() {}

    /**
     * Read-only maps of {@code length} bytes from {@code from}; the caller has checked that the file has them.
     *
     * @param segment bytes of each map but the last
     */
    static List<ByteBuffer> segments(FileChannel channel, long from, long length, int segment) throws IOException {
        List<ByteBuffer> maps = new ArrayList<>();
        for (long at = 0; at < length; at += segment) {
            maps.add(channel.map(FileChannel.MapMode.READ_ONLY, from + at, Math.min(segment, length - at))
                    .order(ByteOrder.LITTLE_ENDIAN));
        }
        return maps;
    }
}
