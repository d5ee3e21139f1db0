package reclens.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import reclens.domain.CancellationToken;
import reclens.domain.DataException;
import reclens.domain.Problem;

/**
 * Reads the zip format of {@code torch.save}: {@code <root>/data.pkl} and {@code <root>/data/<key>}. Entries carry data
 * descriptors, so only {@link ZipFile} can read them.
 */
final class TorchZipReader {
    private TorchZipReader() {}

    static TorchReader.Content read(Path file, long length, CancellationToken cancellation) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry pickle = zip.stream()
                    .filter(e ->
                            e.getName().endsWith("/data.pkl") || e.getName().equals("data.pkl"))
                    .findFirst()
                    .orElseThrow(() -> new DataException(Problem.of("a zip file, but not one of torch.save")
                            .at(file.toString())
                            .expected("an entry '.../data.pkl'")
                            .found(zip.stream()
                                    .limit(5)
                                    .map(ZipEntry::getName)
                                    .toList()
                                    .toString())));
            String root = pickle.getName().substring(0, pickle.getName().length() - "data.pkl".length());
            requireLittleEndian(file, zip, zip.getEntry(root + "byteorder"));
            byte[] bytes = ZipBytes.whole(file, zip, stored(file, pickle));
            Object value = TorchReader.unpickle(file, new PickleInput(ByteBuffer.wrap(bytes)), cancellation);
            Map<String, List<ByteBuffer>> read = new HashMap<>();
            return TorchReader.content(file, length, value, storage -> {
                cancellation.check();
                List<ByteBuffer> known = read.get(storage.key());
                if (known == null) {
                    known = ZipBytes.segments(file, zip, entry(file, zip, root, storage));
                    read.put(storage.key(), known);
                }
                requireAll(file, storage, known);
                return known;
            });
        } catch (ZipException e) {
            throw new DataException(
                    Problem.of("the zip file is damaged: " + e.getMessage())
                            .at(file.toString())
                            .expected("a complete file of torch.save")
                            .found(length + " bytes without a valid end")
                            .fix("the file may be cut short; copy or save it again"),
                    e);
        } catch (IOException e) {
            throw InputFile.unreadable(file, e);
        }
    }

    private static ZipEntry entry(Path file, ZipFile zip, String root, StorageRef storage) {
        ZipEntry entry = zip.getEntry(root + "data/" + storage.key());
        if (entry == null) {
            throw new DataException(Problem.of("storage '" + storage.key() + "' is missing")
                    .at(file.toString())
                    .expected("an entry '" + root + "data/" + storage.key() + "'"));
        }
        return stored(file, entry);
    }

    private static ZipEntry stored(Path file, ZipEntry entry) {
        if (entry.getMethod() != ZipEntry.STORED) {
            throw new DataException(Problem.of("the entry '" + entry.getName() + "' is compressed")
                    .at(file.toString())
                    .expected("entries as torch.save stores them")
                    .fix("the file was packed anew; use the original"));
        }
        return entry;
    }

    private static void requireAll(Path file, StorageRef storage, List<ByteBuffer> bytes) {
        long found = bytes.stream().mapToLong(ByteBuffer::capacity).sum();
        int width = storage.dtype().bytes();
        if (storage.count() < 0 || storage.count() > found / width) {
            throw new DataException(Problem.of("storage '" + storage.key() + "' is too short")
                    .at(file.toString())
                    .expected(storage.count() + " elements of " + width + " bytes")
                    .found(found + " bytes"));
        }
    }

    private static void requireLittleEndian(Path file, ZipFile zip, ZipEntry entry) throws IOException {
        if (entry == null) {
            return;
        }
        String order = new String(ZipBytes.whole(file, zip, entry), java.nio.charset.StandardCharsets.US_ASCII).strip();
        if (!order.equals("little")) {
            throw new DataException(Problem.of("the byte order is not supported")
                    .at(file.toString())
                    .expected("little")
                    .found(order));
        }
    }
}
