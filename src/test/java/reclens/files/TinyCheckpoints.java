package reclens.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import reclens.domain.CancellationToken;
import reclens.domain.Checkpoint;
import reclens.domain.ProgressListener;

/** Checkpoints for tests: those of make_checkpoints.py, and files made up byte by byte. */
final class TinyCheckpoints {
    private TinyCheckpoints() {}

    /** A file that make_checkpoints.py wrote. */
    static Path resource(String name) {
        try {
            return Path.of(TinyCheckpoints.class.getResource("/files/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Checkpoint read(Path file) {
        return CheckpointReader.read(file, ProgressListener.NONE, new CancellationToken());
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /**
     * A pickled dict {@code {"w": tensor}} of one float tensor in storage {@code 0}; all numbers below 128.
     *
     * @param count what the file says of the storage's elements
     */
    static byte[] pickleOfOneTensor(int count, int offset, int[] shape, int[] strides) {
        StringBuilder pickle =
                new StringBuilder("\u0080\u0002}U\u0001wctorch._utils\n_rebuild_tensor_v2\n((U\u0007storage");
        pickle.append("ctorch\nFloatStorage\nU\u00010U\u0003cpu")
                .append(number(count))
                .append("tQ")
                .append(number(offset));
        for (int[] tuple : new int[][] {shape, strides}) {
            pickle.append('(');
            for (int value : tuple) {
                pickle.append(number(value));
            }
            pickle.append('t');
        }
        return latin(pickle.append("\u0089NtRs.").toString());
    }

    private static String number(int value) {
        ByteBuffer bytes = ByteBuffer.allocate(5)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 'J')
                .putInt(value);
        return new String(bytes.array(), StandardCharsets.ISO_8859_1);
    }

    /** A zip as torch.save writes it, entries stored. */
    static Path zip(Path file, byte[] pickle, Map<String, byte[]> storages) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            store(zip, "tiny/data.pkl", pickle);
            for (Map.Entry<String, byte[]> storage : storages.entrySet()) {
                store(zip, "tiny/data/" + storage.getKey(), storage.getValue());
            }
        }
        return file;
    }

    private static void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
    }

    static Path safetensors(Path file, String header, int dataBytes) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        byte[] data = new byte[dataBytes];
        for (int i = 0; i < dataBytes; i++) {
            data[i] = (byte) i;
        }
        byte[] length = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .array();
        return Files.write(file, join(length, json, data));
    }
}
