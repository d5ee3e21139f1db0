package reclens.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reclens.domain.Checkpoint;
import reclens.domain.DType;
import reclens.domain.Tensor;

/**
 * Checkpoints whose parameters are permuted from the top block down (Adebayo et al. 2018, arXiv 1810.03292): an explanation that
 * looks the same on them does not depend on what the model has learnt. The values of each tensor change places; its distribution
 * stays.
 */
public final class ParameterPermutation {
    private static final Pattern NUMBERED = Pattern.compile("\\.(\\d+)\\.");
    private static final int TOP = Integer.MAX_VALUE;
    private static final int BOTTOM = -1;

    private ParameterPermutation() {}

    /**
     * @return by what is permuted last, each with everything above it permuted too: what follows the blocks, the blocks from the
     *     last to the first, embeddings
     */
    public static Map<String, Checkpoint> topDown(Checkpoint checkpoint, long seed) {
        Map<Integer, List<String>> levels = new TreeMap<>(Comparator.reverseOrder());
        checkpoint.tensors().forEach((name, tensor) -> {
            if (isReal(tensor.dtype())) {
                levels.computeIfAbsent(level(name), l -> new ArrayList<>()).add(name);
            }
        });
        Map<String, Checkpoint> stages = new LinkedHashMap<>();
        Map<String, Tensor> tensors = new LinkedHashMap<>(checkpoint.tensors());
        SplittableRandom random = new SplittableRandom(seed);
        levels.forEach((level, names) -> {
            names.forEach(name -> tensors.computeIfPresent(name, (n, tensor) -> permuted(tensor, random)));
            stages.put(
                    label(level),
                    new Checkpoint(
                            checkpoint.file(),
                            checkpoint.format(),
                            checkpoint.sha256(),
                            tensors,
                            checkpoint.settings(),
                            checkpoint.features(),
                            checkpoint.vocabularies()));
        });
        return stages;
    }

    private static int level(String name) {
        Matcher numbered = NUMBERED.matcher(name);
        if (numbered.find()) {
            return Integer.parseInt(numbered.group(1));
        }
        boolean entrance = name.contains("emb") || name.startsWith("LayerNorm.");
        return entrance ? BOTTOM : TOP;
    }

    private static String label(int level) {
        return level == TOP ? "head" : level == BOTTOM ? "embeddings" : "block " + level;
    }

    private static boolean isReal(DType type) {
        return type == DType.F32 || type == DType.F64 || type == DType.F16 || type == DType.BF16;
    }

    private static Tensor permuted(Tensor tensor, SplittableRandom random) {
        float[] values = tensor.toFloats();
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            float value = values[i];
            values[i] = values[j];
            values[j] = value;
        }
        return Tensor.ofFloats(
                values, tensor.shape().stream().mapToLong(Long::longValue).toArray());
    }
}
