package reclens.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import reclens.domain.Tensor;
import reclens.files.NpzReader;
import reclens.inference.ModelCard;
import reclens.inference.ModelInput;

/** The expected outputs of one model: arrays [cases, ...], a few of them for the cases of {@code full_case_index} only. */
final class GoldenFile {
    private final Map<String, Tensor> arrays;
    private final Map<String, float[]> values = new HashMap<>();
    private final ModelCard card;

    GoldenFile(Path npz, ModelCard card) {
        this.arrays = NpzReader.read(npz);
        this.card = card;
    }

    boolean has(String name) {
        return arrays.containsKey(name);
    }

    int cases() {
        return arrays.get("user_id") == null
                ? arrays.get("top20_ids").dim(0)
                : arrays.get("user_id").dim(0);
    }

    /** Size of an axis of an array. */
    int dim(String name, int axis) {
        return arrays.get(name).dim(axis);
    }

    /** All values of an array, row-major. */
    float[] values(String name) {
        return values.computeIfAbsent(name, n -> arrays.get(n).toFloats());
    }

    /** Values of one case, {@code null} when the array does not hold it. */
    float[] of(String name, int number) {
        int at = number;
        if (dim(name, 0) != cases()) {
            long[] held = arrays.get("full_case_index").toLongs();
            at = IntStream.range(0, held.length)
                    .filter(i -> held[i] == number)
                    .findFirst()
                    .orElse(-1);
        }
        float[] all = values(name);
        int size = all.length / dim(name, 0);
        return at < 0 ? null : Arrays.copyOfRange(all, at * size, (at + 1) * size);
    }

    /** What the model reads of a case: BERT4Rec's original drops the oldest event. */
    ModelInput input(int number) {
        if (!card.traits().readsHistory()) {
            return ModelInput.of().withUser((int) arrays.get("user_id").toLongs()[number]);
        }
        Tensor ids = arrays.getOrDefault("item_seq", arrays.get("input_ids"));
        int window = ids.dim(1);
        return ModelInput.of(LongStream.of(ids.toLongs())
                .skip((long) number * window)
                .limit(window)
                .filter(v -> v != 0)
                .skip(card.traits().dropsOldest() ? 1 : 0)
                .mapToInt(v -> (int) v)
                .toArray());
    }

    /** The item whose score is explained. */
    int target(int number) {
        return ids(has("top20_unseen_ids") ? "top20_unseen_ids" : "top20_ids", number)[0];
    }

    int[] ids(String name, int number) {
        return LongStream.of(arrays.get(name).toLongs())
                .skip(number * 20L)
                .limit(20)
                .mapToInt(v -> (int) v)
                .toArray();
    }

    /** Slot of the first of n events in a window of that many slots. */
    int firstSlot(int n, int window) {
        return n == 0 ? 0 : card.padding().slot(0, n, window);
    }
}
