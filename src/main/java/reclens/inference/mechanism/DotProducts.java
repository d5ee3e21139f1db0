package reclens.inference.mechanism;

import reclens.domain.DoubleTensor;

/** Mechanisms whose score is a product of query and key. */
final class DotProducts {
    private static final double SMALLEST_NORM = 1e-8;

    private DotProducts() {}

    /** softmax(Q K^T / sqrt(D)) V; the setting {@code scale} may be another number (Vaswani et al. 2017). */
    static void scaled(Operands in, Steps steps) {
        Qkv x = Qkv.sameSize(in, steps);
        DoubleTensor scores = steps.add("scores", TensorOps.timesTransposed(x.q(), x.k()));
        DoubleTensor scaled = steps.add("scaled", TensorOps.scale(scores, scale(in, x.q().dim(-1))));
        SoftmaxAttention.attend(in, steps, scaled, x.v(), Masks.of(in), "output");
    }

    /** softmax(Q K^T) V (Luong et al. 2015, "dot"). */
    static void plain(Operands in, Steps steps) {
        Qkv x = Qkv.sameSize(in, steps);
        DoubleTensor scores = steps.add("scores", TensorOps.timesTransposed(x.q(), x.k()));
        double scale = in.params().number("scale").orElse(1.0);
        DoubleTensor scaled = scale == 1 ? scores : steps.add("scaled", TensorOps.scale(scores, scale));
        SoftmaxAttention.attend(in, steps, scaled, x.v(), Masks.of(in), "output");
    }

    /** softmax(Q W K^T) V with W [D, Dk] (Luong et al. 2015, "general"). */
    static void bilinear(Operands in, Steps steps) {
        Qkv x = Qkv.of(in, steps);
        DoubleTensor w = in.weight("W", x.q().dim(-1), x.k().dim(-1));
        DoubleTensor qw = steps.add("QW", TensorOps.linear(x.q(), TensorOps.permute(w, 1, 0), null));
        DoubleTensor scores = steps.add("scores", TensorOps.timesTransposed(qw, x.k()));
        SoftmaxAttention.attend(in, steps, scores, x.v(), Masks.of(in), "output");
    }

    /** softmax(tanh(Q K^T)) V. */
    static void tanhDot(Operands in, Steps steps) {
        Qkv x = Qkv.sameSize(in, steps);
        DoubleTensor scores = steps.add("scores", TensorOps.timesTransposed(x.q(), x.k()));
        DoubleTensor squashed = steps.add("tanh", TensorOps.map(scores, Math::tanh));
        SoftmaxAttention.attend(in, steps, squashed, x.v(), Masks.of(in), "output");
    }

    /**
     * softmax(Q K^T / sqrt(D)) over values gated by sigmoid(X W + b): X [.., Lk, Dx] is input {@code x}, or the values where
     * it is missing; W [Dx, Dv], or [Dx, 1] for one gate an event; b of W's second size, optional.
     */
    static void adaptive(Operands in, Steps steps) {
        Qkv x = Qkv.sameSize(in, steps);
        DoubleTensor scores = steps.add("scores", TensorOps.timesTransposed(x.q(), x.k()));
        DoubleTensor scaled = steps.add("scaled", TensorOps.scale(scores, scale(in, x.q().dim(-1))));
        DoubleTensor from = in.hasInput("x") ? in.input("x", Operands.batchOf(x.v(), 1, "Dx")) : x.v();
        if (!in.hasInput("x")) {
            steps.note("No input 'x' is given: the gate reads the values.");
        }
        DoubleTensor w = in.weight("W", from.dim(-1), "Dv or 1");
        if (w.dim(1) != 1) {
            in.weight("W", from.dim(-1), x.v().dim(-1));
        }
        DoubleTensor b = in.optionalWeight("b", w.dim(1)).orElse(null);
        DoubleTensor logits = TensorOps.linear(from, TensorOps.permute(w, 1, 0), b);
        DoubleTensor gate = steps.add("gate", TensorOps.map(logits, Functions::sigmoid));
        DoubleTensor gated = steps.add("gated_values", TensorOps.multiply(x.v(), gate));
        SoftmaxAttention.attend(in, steps, scaled, gated, Masks.of(in), "output");
    }

    /** softmax(t cos(q, k)) V with t the setting {@code temperature_multiplier}; a norm below 1e-8 counts as 1e-8. */
    static void cosine(Operands in, Steps steps) {
        Qkv x = Qkv.sameSize(in, steps);
        DoubleTensor q = steps.add("q_normalised", normalised(x.q()));
        DoubleTensor k = steps.add("k_normalised", normalised(x.k()));
        DoubleTensor cosine = steps.add("cosine", TensorOps.timesTransposed(q, k));
        DoubleTensor scaled = steps.add(
                "scaled",
                TensorOps.scale(
                        cosine, in.params().number("temperature_multiplier").orElse(1.0)));
        SoftmaxAttention.attend(in, steps, scaled, x.v(), Masks.of(in), "output");
    }

    /** The factor of scores: a number, or "1/sqrt(d)", which is the default. */
    static double scale(Operands in, int size) {
        Object scale = in.params().values().get("scale");
        if (scale == null || "1/sqrt(d)".equals(scale)) {
            return 1 / Math.sqrt(size);
        }
        if (scale instanceof Number number) {
            return number.doubleValue();
        }
        throw in.refuse("params.scale", "not a scale", "a number or \"1/sqrt(d)\"", "'" + scale + "'");
    }

    private static DoubleTensor normalised(DoubleTensor x) {
        int d = x.dim(-1);
        double[] out = x.values().clone();
        for (int r = 0; r < out.length; r += d) {
            double squares = 0;
            for (int i = 0; i < d; i++) {
                squares += out[r + i] * out[r + i];
            }
            double norm = Math.max(Math.sqrt(squares), SMALLEST_NORM);
            for (int i = 0; i < d; i++) {
                out[r + i] /= norm;
            }
        }
        return DoubleTensor.of(out, x.dims());
    }
}
