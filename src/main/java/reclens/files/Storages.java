package reclens.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Gives the bytes of the storages of one checkpoint. */
@FunctionalInterface
interface Storages {
    /**
     * The bytes of a storage, in segments of {@link ZipBytes#SEGMENT} bytes but the last.
     *
     * @throws reclens.domain.DataException when the file has no such storage or not all of it
     */
    List<ByteBuffer> bytes(StorageRef storage) throws IOException;
}
