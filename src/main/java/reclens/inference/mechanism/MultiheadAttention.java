package reclens.inference.mechanism;

import java.util.Optional;
import reclens.domain.DoubleTensor;

/**
 * {@code torch.nn.MultiheadAttention}: Q, K, V projected, split into heads [B, H, L, D], scaled dot products, heads joined,
 * output projected. Input [B, L, E], or [L, B, E] with {@code "batch_first": false}, or [L, E].
 */
final class MultiheadAttention {
    private MultiheadAttention() {}

    static void run(Operands in, Steps steps) {
        DoubleTensor q = in.hasInput("q") ? in.input("q") : in.input("x");
        DoubleTensor k = in.hasInput("q") ? in.input("k") : q;
        DoubleTensor v = in.hasInput("q") ? in.input("v") : q;
        run(in, steps, q, k, v, Masks.of(in), heads(in));
    }

    /** The setting {@code num_heads} or {@code nhead}. */
    static int heads(Operands in) {
        return in.params()
                .integer("num_heads")
                .or(() -> in.params().integer("nhead"))
                .orElseThrow(() ->
                        in.refuse("params.num_heads", "the number of heads is missing", "a whole number", "nothing"));
    }

    /** Records all steps of attention from q to k and v; weights come from {@code in}'s scope. */
    static DoubleTensor run(
            Operands in, Steps steps, DoubleTensor qIn, DoubleTensor kIn, DoubleTensor vIn, Masks masks, int heads) {
        boolean lengthFirst =
                qIn.rank() == 3 && !in.params().flag("batch_first").orElse(true);
        DoubleTensor q = batchFirst(in, "q", qIn, lengthFirst);
        DoubleTensor k = batchFirst(in, "k", kIn, lengthFirst);
        DoubleTensor v = batchFirst(in, "v", vIn, lengthFirst);
        int e = q.dim(2);
        if (heads < 1 || e % heads != 0) {
            throw in.refuse("params.num_heads", "heads do not divide the model size", "a divisor of " + e, "" + heads);
        }
        in.checked("inputs.k", k, q.dim(0), "Lk", "Ek");
        in.checked("inputs.v", v, q.dim(0), k.dim(1), "Ev");
        DoubleTensor bias = in.optionalWeight("in_proj_bias", 3 * e).orElse(null);
        DoubleTensor qh = split(TensorOps.linear(q, weight(in, "q", 0, e, q.dim(2)), part(bias, 0, e)), heads);
        DoubleTensor kp = TensorOps.linear(k, weight(in, "k", 1, e, k.dim(2)), part(bias, 1, e));
        DoubleTensor vp = TensorOps.linear(v, weight(in, "v", 2, e, v.dim(2)), part(bias, 2, e));
        int extra = 0;
        if (in.hasWeight("bias_k")) {
            kp = withRow(kp, in.weight("bias_k", 1, 1, e));
            vp = withRow(vp, in.weight("bias_v", 1, 1, e));
            extra++;
        }
        if (in.params().flag("add_zero_attn").orElse(false)) {
            DoubleTensor zeros = DoubleTensor.of(new double[e], 1, 1, e);
            kp = withRow(kp, zeros);
            vp = withRow(vp, zeros);
            extra++;
        }
        steps.add("Q", qh);
        DoubleTensor kh = steps.add("K", split(kp, heads));
        DoubleTensor vh = steps.add("V", split(vp, heads));
        DoubleTensor scores = steps.add("scores", TensorOps.timesTransposed(qh, kh));
        DoubleTensor scaled = steps.add("scaled", TensorOps.scale(scores, 1 / Math.sqrt((double) e / heads)));
        DoubleTensor perHead = SoftmaxAttention.attend(in, steps, scaled, vh, masks.withExtraKeys(extra), "heads");
        steps.add("weights_head_average", headAverage(steps.tensors().get(steps.label("weights"))));
        DoubleTensor joined = steps.add("joined", join(perHead));
        DoubleTensor out = TensorOps.linear(
                joined,
                in.weight("out_proj.weight", e, e),
                in.optionalWeight("out_proj.bias", e).orElse(null));
        return steps.add("output", asGiven(out, qIn, lengthFirst));
    }

    private static DoubleTensor batchFirst(Operands in, String name, DoubleTensor x, boolean lengthFirst) {
        if (x.rank() == 2) {
            return TensorOps.reshape(x, 1, x.dim(0), x.dim(1));
        }
        in.checked("inputs." + name, x, lengthFirst ? "L" : "B", lengthFirst ? "B" : "L", "E");
        return lengthFirst ? TensorOps.permute(x, 1, 0, 2) : x;
    }

    private static DoubleTensor asGiven(DoubleTensor out, DoubleTensor given, boolean lengthFirst) {
        if (given.rank() == 2) {
            return TensorOps.reshape(out, out.dim(1), out.dim(2));
        }
        return lengthFirst ? TensorOps.permute(out, 1, 0, 2) : out;
    }

    /** Rows of in_proj_weight [3E, E], or the matrix of its own where keys or values have another size. */
    private static DoubleTensor weight(Operands in, String name, int part, int e, int size) {
        Optional<DoubleTensor> own = in.optionalWeight(name + "_proj_weight", e, size);
        if (own.isPresent()) {
            return own.get();
        }
        in.checked("inputs." + name, in.weight("in_proj_weight", 3 * e, size), 3 * e, e);
        return TensorOps.rows(in.weight("in_proj_weight", 3 * e, e), part * e, (part + 1) * e);
    }

    private static DoubleTensor part(DoubleTensor bias, int part, int e) {
        return bias == null ? null : TensorOps.rows(bias, part * e, (part + 1) * e);
    }

    /** [B, L, E] -> [B, H, L, E / H]. */
    private static DoubleTensor split(DoubleTensor x, int heads) {
        DoubleTensor four = TensorOps.reshape(x, x.dim(0), x.dim(1), heads, x.dim(2) / heads);
        return TensorOps.permute(four, 0, 2, 1, 3);
    }

    /** [B, H, L, D] -> [B, L, H D]. */
    private static DoubleTensor join(DoubleTensor x) {
        return TensorOps.reshape(TensorOps.permute(x, 0, 2, 1, 3), x.dim(0), x.dim(2), x.dim(1) * x.dim(3));
    }

    /** One more key at the end of [B, L, E], the same in every batch. */
    private static DoubleTensor withRow(DoubleTensor x, DoubleTensor row) {
        DoubleTensor rows = TensorOps.add(DoubleTensor.of(new double[x.dim(0) * x.dim(2)], x.dim(0), 1, x.dim(2)), row);
        return TensorOps.concat(x, rows, 2);
    }

    private static DoubleTensor headAverage(DoubleTensor weights) {
        int heads = weights.dim(1);
        int matrix = weights.dim(2) * weights.dim(3);
        double[] out = new double[weights.dim(0) * matrix];
        for (int i = 0; i < weights.values().length; i++) {
            out[i / (heads * matrix) * matrix + i % matrix] += weights.values()[i] / heads;
        }
        return DoubleTensor.of(out, weights.dim(0), weights.dim(2), weights.dim(3));
    }
}
