package reclens.inference;

import java.util.ArrayList;
import java.util.List;
import reclens.domain.Checkpoint;
import reclens.domain.DataException;
import reclens.domain.Problem;

/** Reads PyTorch's {@code Linear} with or without a bias, alone ({@code name.weight}) or in a {@code Sequential} ({@code name.0.weight}). */
final class Layers {
    private Layers() {}

    /** One layer. */
    static Dense linear(Checkpoint checkpoint, WeightReader weights, String name, int out, int in) {
        return checkpoint.has(name + ".bias")
                ? Dense.read(weights, name, out, in)
                : Dense.unbiased(weights, name + ".weight", out, in);
    }

    /** Whether there is such a layer, or a sequence of them. */
    static boolean has(Checkpoint checkpoint, String name) {
        return checkpoint.has(name + ".weight")
                || !DinArchitecture.layers(checkpoint, name + ".").isEmpty();
    }

    /** Whether it is a sequence of more than one layer, so that an activation stands between them. */
    static boolean several(Checkpoint checkpoint, String name) {
        return !checkpoint.has(name + ".weight")
                && DinArchitecture.layers(checkpoint, name + ".").size() > 1;
    }

    /**
     * All layers of {@code name}, first to last.
     *
     * @throws DataException when there is none, or they do not fit one another
     */
    static List<Dense> read(Checkpoint checkpoint, WeightReader weights, String name, int in) {
        List<String> names = checkpoint.has(name + ".weight")
                ? List.of(name)
                : DinArchitecture.layers(checkpoint, name + ".").stream()
                        .map(i -> name + "." + i)
                        .toList();
        if (names.isEmpty()) {
            throw new DataException(Problem.of("tensor '" + name + ".weight' is missing")
                    .at(checkpoint.file().toString())
                    .fix("check that the checkpoint belongs to this model type"));
        }
        List<Dense> layers = new ArrayList<>();
        int width = in;
        for (String layer : names) {
            int out = weights.rows(layer + ".weight", width);
            layers.add(linear(checkpoint, weights, layer, out, width));
            width = out;
        }
        return layers;
    }
}
