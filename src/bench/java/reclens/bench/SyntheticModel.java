package reclens.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import reclens.domain.Checkpoint;
import reclens.domain.ModelConfig;
import reclens.domain.Tensor;
import reclens.inference.ModelRegistry;
import reclens.inference.RecommenderModel;

/** A SASRec with RecBole's names and random weights; sizes matter to speed, values do not. */
final class SyntheticModel {
    private final Random random = new Random(1);
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    /** Right-padded, as RecBole trains it. */
    static RecommenderModel sasRec(int items, int window, int hidden, int layers, int heads) {
        return open(tensors(items, window, hidden, layers), heads);
    }

    /** The same arithmetic and weights left-padded, as ICLRec trains it. */
    static RecommenderModel leftPadded(int items, int window, int hidden, int layers, int heads) {
        Map<String, Tensor> renamed = new LinkedHashMap<>();
        tensors(items, window, hidden, layers)
                .forEach((name, tensor) -> renamed.put(
                        name.replace("_embedding.", "_embeddings.")
                                .replace("trm_encoder.", "item_encoder.")
                                .replace(".multi_head_attention.", ".attention.")
                                .replace(".feed_forward.", ".intermediate."),
                        tensor));
        return open(renamed, heads);
    }

    /** Weights under RecBole's names. */
    static Map<String, Tensor> tensors(int items, int window, int hidden, int layers) {
        SyntheticModel m = new SyntheticModel();
        m.add("item_embedding.weight", items, hidden);
        m.add("position_embedding.weight", window, hidden);
        m.add("LayerNorm.weight", hidden);
        m.add("LayerNorm.bias", hidden);
        for (int i = 0; i < layers; i++) {
            String attention = "trm_encoder.layer." + i + ".multi_head_attention.";
            for (String part : new String[] {"query", "key", "value", "dense"}) {
                m.add(attention + part + ".weight", hidden, hidden);
                m.add(attention + part + ".bias", hidden);
            }
            String forward = "trm_encoder.layer." + i + ".feed_forward.";
            m.add(forward + "dense_1.weight", 4L * hidden, hidden);
            m.add(forward + "dense_1.bias", 4L * hidden);
            m.add(forward + "dense_2.weight", hidden, 4L * hidden);
            m.add(forward + "dense_2.bias", hidden);
            for (String norm : new String[] {attention, forward}) {
                m.add(norm + "LayerNorm.weight", hidden);
                m.add(norm + "LayerNorm.bias", hidden);
            }
        }
        return m.tensors;
    }

    private static RecommenderModel open(Map<String, Tensor> tensors, int heads) {
        Checkpoint checkpoint = new Checkpoint(Path.of("synthetic"), "safetensors", "", tensors, Map.of());
        return ModelRegistry.open(
                checkpoint, new ModelConfig("benchmark", Map.of("num_attention_heads", (long) heads)));
    }

    private void add(String name, long... shape) {
        long size = 1;
        for (long s : shape) {
            size *= s;
        }
        float[] values = new float[(int) size];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian() * 0.1f + (name.endsWith("Norm.weight") ? 1 : 0);
        }
        tensors.put(name, Tensor.ofFloats(values, shape));
    }
}
