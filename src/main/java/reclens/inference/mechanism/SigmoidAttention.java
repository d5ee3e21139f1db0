package reclens.inference.mechanism;

import reclens.domain.DoubleTensor;

/**
 * Weights sigmoid(Q K^T / sqrt(D)), each on its own. With a mask m [B, Lk] (1 = keep) they are multiplied by m; with the
 * setting {@code "normalise": true} divided by max(sum, 1e-12), so that a row without keys is 0 and not undefined.
 */
final class SigmoidAttention {
    private static final double SMALLEST_SUM = 1e-12;

    private SigmoidAttention() {}

    static void run(Operands in, Steps steps) {
        Qkv x = Qkv.sameSize(in, steps);
        DoubleTensor scores = steps.add("scores", TensorOps.timesTransposed(x.q(), x.k()));
        DoubleTensor scaled = steps.add("scaled", TensorOps.scale(scores, DotProducts.scale(in, x.q().dim(-1))));
        DoubleTensor weights = TensorOps.map(scaled, Functions::sigmoid);
        boolean normalise = normalises(in);
        boolean masked = in.hasInput("mask");
        if (masked || normalise) {
            steps.add("sigmoid", weights);
        }
        if (masked) {
            weights = TensorOps.multiply(weights, keep(in, x));
            if (normalise) {
                steps.add("masked", weights);
            }
        }
        if (normalise) {
            weights = normalised(weights);
        } else {
            steps.note("The weights are not normalised: a row need not sum to 1.");
        }
        steps.add("weights", weights);
        steps.add("output", TensorOps.times(Dropout.apply(in, steps, weights), x.v()));
    }

    private static DoubleTensor keep(Operands in, Qkv x) {
        DoubleTensor mask = in.input("mask", Operands.batchOf(x.k(), 1));
        if (mask.isBoolean()) {
            throw in.refuse(
                    "inputs.mask", "a boolean mask is ambiguous here", "factors, 1 = keep and 0 = leave out", "bool");
        }
        return TensorOps.reshaped(mask.values(), x.k(), 2, 1, x.k().dim(-2));
    }

    private static boolean normalises(Operands in) {
        // The golden cases say it in words.
        return in.params()
                .flag("normalise")
                .orElse(in.params().text("weights").orElse("").contains("divided by max(sum"));
    }

    private static DoubleTensor normalised(DoubleTensor weights) {
        int n = weights.dim(-1);
        double[] out = weights.values().clone();
        for (int r = 0; r < out.length; r += n) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += out[r + i];
            }
            for (int i = 0; i < n; i++) {
                out[r + i] /= Math.max(sum, SMALLEST_SUM);
            }
        }
        return DoubleTensor.of(out, weights.dims());
    }
}
