package reclens.files;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reclens.domain.CancellationToken;
import reclens.domain.DType;
import reclens.domain.DataException;
import reclens.domain.Problem;
import reclens.domain.Tensor;

/** Reads {@code .safetensors}: length of the header (U64), JSON header, raw little-endian data. Mapped, not copied. */
final class SafetensorsReader {
    /** As the original library has it. */
    private static final long MAX_HEADER = 100_000_000;

    private record Entry(String dtype, List<Long> shape, long begin, long end) {}

    private final Path file;
    private final long length;
    private final int segment;

    /** @param segment bytes of one map at most */
    SafetensorsReader(Path file, long length, int segment) {
        this.file = file;
        this.length = length;
        this.segment = segment;
    }

    Map<String, Tensor> read(FileChannel channel, CancellationToken cancellation) throws IOException {
        long headerLength = channel.map(FileChannel.MapMode.READ_ONLY, 0, Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
        if (headerLength < 2 || headerLength > Math.min(MAX_HEADER, length - Long.BYTES)) {
            throw bad(
                    "the header length is impossible",
                    "2 to " + Math.min(MAX_HEADER, length - Long.BYTES) + " bytes",
                    Long.toUnsignedString(headerLength) + " bytes");
        }
        byte[] header = new byte[(int) headerLength];
        channel.map(FileChannel.MapMode.READ_ONLY, Long.BYTES, headerLength).get(header);
        Map<String, Entry> entries = entries(new String(header, StandardCharsets.UTF_8));
        long data = Long.BYTES + headerLength;
        long end = entries.values().stream().mapToLong(Entry::end).max().orElse(0);
        if (end != length - data) {
            throw bad(
                    "the file does not have the length that its header states",
                    data + end + " bytes",
                    length + " bytes");
        }
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            cancellation.check();
            tensors.put(entry.getKey(), tensor(channel, data, entry.getKey(), entry.getValue()));
        }
        return tensors;
    }

    private Tensor tensor(FileChannel channel, long data, String name, Entry entry) throws IOException {
        DType dtype = dtype(name, entry.dtype);
        long needed = Sizes.bytes(entry.shape, dtype);
        if (entry.begin < 0 || entry.end < entry.begin || needed != entry.end - entry.begin) {
            throw bad(
                    "tensor '" + name + "' does not have the bytes of its shape",
                    needed + " bytes for " + dtype + " " + entry.shape,
                    "offsets " + entry.begin + " to " + entry.end);
        }
        List<ByteBuffer> maps = Maps.segments(channel, data + entry.begin, needed, segment);
        return new Tensor(dtype, entry.shape, maps);
    }

    private DType dtype(String name, String dtype) {
        try {
            return DType.valueOf(dtype);
        } catch (IllegalArgumentException e) {
            throw bad(
                    "tensor '" + name + "' has an element type that is not supported",
                    "F32, F16, BF16, F64, I64, I32, I16, I8, U8 or BOOL",
                    dtype);
        }
    }

    private Map<String, Entry> entries(String header) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        try (JsonReader json = new JsonReader(new StringReader(header.stripTrailing()))) {
            json.setStrictness(Strictness.STRICT);
            json.beginObject();
            while (json.hasNext()) {
                String name = json.nextName();
                if (name.equals("__metadata__")) {
                    json.skipValue();
                } else if (entries.put(name, entry(json)) != null) {
                    throw bad("tensor '" + name + "' stands twice in the header", "each name once", "two");
                }
            }
            json.endObject();
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedJsonException("text after the end");
            }
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            throw new DataException(
                    Problem.of("the header is not valid: " + JsonFiles.firstSentence(e))
                            .at(file.toString())
                            .expected("JSON of names, each with dtype, shape and data_offsets"),
                    e);
        }
        return entries;
    }

    private static Entry entry(JsonReader json) throws IOException {
        String dtype = "";
        List<Long> shape = null;
        List<Long> offsets = List.of();
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "dtype" -> dtype = json.nextString();
                case "shape" -> shape = longs(json, 64);
                case "data_offsets" -> offsets = longs(json, 2);
                default -> json.skipValue();
            }
        }
        json.endObject();
        if (shape == null || offsets.size() != 2) {
            throw new MalformedJsonException("an entry without shape or data_offsets at " + json.getPath());
        }
        return new Entry(dtype, shape, offsets.get(0), offsets.get(1));
    }

    private static List<Long> longs(JsonReader json, int limit) throws IOException {
        List<Long> longs = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            if (longs.size() == limit) {
                throw new MalformedJsonException("more than " + limit + " numbers at " + json.getPath());
            }
            longs.add(json.nextLong());
        }
        json.endArray();
        return longs;
    }

    private DataException bad(String what, String expected, String found) {
        return new DataException(Problem.of(what)
                .at(file.toString())
                .expected(expected)
                .found(found)
                .fix("the file may be cut short or damaged; copy or save it again"));
    }
}
