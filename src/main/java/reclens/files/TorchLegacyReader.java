package reclens.files;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reclens.domain.CancellationToken;
import reclens.domain.DataException;
import reclens.domain.Problem;

/**
 * Reads the format of {@code torch.save} before 1.6: five pickles in a row (magic number, protocol, system, the object, keys
 * of the storages), then for each key its number of elements (I64) and its raw data.
 */
final class TorchLegacyReader {
    private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);

    private TorchLegacyReader() {}

    /** Whether the bytes at the start of a file are the pickled magic number. */
    static boolean recognises(byte[] start) {
        byte[] magic = MAGIC.toByteArray();
        for (int i = 0; i < magic.length; i++) {
            if (start.length < 4 + magic.length || start[4 + i] != magic[magic.length - 1 - i]) {
                return false;
            }
        }
        return true;
    }

    static TorchReader.Content read(Path file, long length, FileChannel channel, CancellationToken cancellation)
            throws IOException {
        ByteBuffer head = channel.map(FileChannel.MapMode.READ_ONLY, 0, Math.min(length, Integer.MAX_VALUE));
        PickleInput input = new PickleInput(head);
        TorchReader.unpickle(file, input, cancellation);
        Object protocol = TorchReader.unpickle(file, input, cancellation);
        Object system = TorchReader.unpickle(file, input, cancellation);
        boolean bigEndian = system instanceof Map<?, ?> map && Boolean.FALSE.equals(map.get("little_endian"));
        if (!(protocol instanceof Integer number) || number != 1001 || bigEndian) {
            throw new DataException(Problem.of("this legacy file is not supported")
                    .at(file.toString())
                    .expected("protocol 1001, little-endian")
                    .found("protocol " + protocol + (bigEndian ? ", big-endian" : "")));
        }
        Object root = TorchReader.unpickle(file, input, cancellation);
        Object keys = TorchReader.unpickle(file, input, cancellation);
        if (!(keys instanceof List<?> list)) {
            throw new DataException(
                    Problem.of("the list of storages is missing").at(file.toString()));
        }
        Map<String, StorageRef> stated = statedStorages(root);
        Map<String, List<ByteBuffer>> storages = new HashMap<>();
        long at = input.position();
        for (Object key : list) {
            cancellation.check();
            StorageRef storage = stated.get(String.valueOf(key));
            at += read(file, length, channel, at, String.valueOf(key), storage, storages);
        }
        return TorchReader.content(file, length, root, storage -> {
            List<ByteBuffer> bytes = storages.get(storage.key());
            if (bytes == null) {
                throw new DataException(
                        Problem.of("storage '" + storage.key() + "' is missing").at(file.toString()));
            }
            return bytes;
        });
    }

    /** Maps one storage; gives the number of bytes that it takes with its count. */
    private static long read(
            Path file,
            long length,
            FileChannel channel,
            long at,
            String key,
            StorageRef storage,
            Map<String, List<ByteBuffer>> storages)
            throws IOException {
        if (length - at < Long.BYTES) {
            throw cutShort(file, key, Long.BYTES, length - at);
        }
        long count = channel.map(FileChannel.MapMode.READ_ONLY, at, Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
        if (storage == null || storage.dtype() == null || storage.count() != count) {
            throw new DataException(Problem.of("storage '" + key + "' contradicts the list of tensors")
                    .at(file.toString())
                    .expected(
                            storage == null
                                    ? "a tensor that uses it"
                                    : storage.count() + " elements of " + storage.type())
                    .found(count + " elements"));
        }
        long bytes = Sizes.bytes(List.of(count), storage.dtype());
        if (bytes > length - at - Long.BYTES) {
            throw cutShort(file, key, bytes, length - at - Long.BYTES);
        }
        storages.put(key, Maps.segments(channel, at + Long.BYTES, bytes, ZipBytes.SEGMENT));
        return Long.BYTES + bytes;
    }

    private static DataException cutShort(Path file, String key, long expected, long found) {
        return new DataException(Problem.of("the file is cut short in storage '" + key + "'")
                .at(file.toString())
                .expected(expected + " bytes")
                .found(found + " bytes")
                .fix("copy or save the file again"));
    }

    /** Every storage that the object names, by key; what lies behind a key is known only from there. */
    private static Map<String, StorageRef> statedStorages(Object root) {
        Map<String, StorageRef> stated = new HashMap<>();
        PickleWalk.each(root, value -> {
            if (value instanceof TensorRef tensor) {
                stated.put(tensor.storage().key(), tensor.storage());
            } else if (value instanceof StorageRef storage) {
                stated.put(storage.key(), storage);
            }
        });
        return stated;
    }
}
