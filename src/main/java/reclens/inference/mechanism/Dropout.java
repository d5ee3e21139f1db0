package reclens.inference.mechanism;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import reclens.domain.DoubleTensor;

/**
 * Dropout of attention weights as in training, shown only when the settings have a {@code seed}: each weight is kept with
 * probability 1 - p and divided by it, or set to 0. Numbers come from {@link Random}, so that a seed means the same
 * everywhere; PyTorch's stream is another.
 */
final class Dropout {
    private Dropout() {}

    /** The weights that make the output; the given ones at inference. */
    static DoubleTensor apply(Operands in, Steps steps, DoubleTensor weights) {
        double p = in.params().number("dropout").orElse(0.0);
        if (!(p >= 0 && p < 1)) {
            throw in.refuse("params.dropout", "not a probability", "0 <= dropout < 1", Double.toString(p));
        }
        Optional<Double> seed = in.params().number("seed");
        if (p == 0) {
            return weights;
        }
        if (seed.isEmpty()) {
            steps.note("Dropout " + p + " does nothing at inference; give a seed to see it as in training.");
            return weights;
        }
        Random random = new Random(seed.get().longValue());
        double[] factors = new double[weights.values().length];
        Arrays.setAll(factors, i -> random.nextDouble() < p ? 0 : 1 / (1 - p));
        DoubleTensor mask =
                steps.add("dropout", TensorOps.reshape(DoubleTensor.of(factors, factors.length), weights.dims()));
        steps.note("Dropout " + p + " as in training, at seed " + seed.get().longValue()
                + "; the rows of the dropped weights need not sum to 1.");
        return steps.add("weights_dropped", TensorOps.multiply(weights, mask));
    }
}
