package reclens.inference.mechanism;

import reclens.domain.DoubleTensor;

/** Mechanisms whose score is a small network of query and key, or of the key alone. */
final class AdditiveScores {
    private AdditiveScores() {}

    /** Scores v . tanh(Wq q + Wk k + b), softmax over keys (Bahdanau et al. 2015). */
    static void additive(Operands in, Steps steps) {
        Qkv x = Qkv.of(in, steps);
        DoubleTensor wq = in.weight("Wq", "A", x.q().dim(-1));
        int size = wq.dim(0);
        DoubleTensor q = steps.add("q_projected", TensorOps.linear(x.q(), wq, null));
        DoubleTensor k = steps.add(
                "k_projected",
                TensorOps.linear(
                        x.k(),
                        in.weight("Wk", size, x.k().dim(-1)),
                        in.optionalWeight("b", size).orElse(null)));
        DoubleTensor scores = steps.add("scores", scores(q, k, in.weight("v", size)));
        SoftmaxAttention.attend(in, steps, scores, x.v(), Masks.withKeyMask(in), "output");
    }

    private static DoubleTensor scores(DoubleTensor q, DoubleTensor k, DoubleTensor v) {
        int size = q.dim(-1);
        int lq = q.dim(-2);
        int lk = k.dim(-2);
        double[] out = new double[q.values().length / size * lk];
        for (int row = 0; row < q.values().length / size; row++) {
            for (int j = 0; j < lk; j++) {
                double sum = 0;
                for (int a = 0; a < size; a++) {
                    double inner = q.values()[row * size + a] + k.values()[(row / lq * lk + j) * size + a];
                    sum += v.values()[a] * Math.tanh(inner);
                }
                out[row * lk + j] = sum;
            }
        }
        return TensorOps.reshaped(out, q, 1, lk);
    }

    /** One softmax weight an event, of w2 . tanh(W1 h + b1) (Yang et al. 2016); mask [B, L], true = left out. */
    static void pooling(Operands in, Steps steps) {
        DoubleTensor h = in.input("h");
        in.checked("inputs.h", h, Operands.batchOf(h, Math.min(2, h.rank()), "L", "D"));
        DoubleTensor w1 = in.weight("W1", "A", h.dim(-1));
        int size = w1.dim(0);
        DoubleTensor hidden =
                TensorOps.linear(h, w1, in.optionalWeight("b1", size).orElse(null));
        hidden = steps.add("hidden", TensorOps.map(hidden, Math::tanh));
        DoubleTensor w2 = TensorOps.reshape(in.weight("w2", size), 1, size);
        DoubleTensor logits = TensorOps.linear(hidden, w2, null);
        // One query without features: [.., 1, L]
        DoubleTensor row = TensorOps.reshaped(logits.values(), h, 2, 1, h.dim(-2));
        steps.add("scores", withoutAxis(row));
        Steps inner = new Steps();
        SoftmaxAttention.attend(in, inner, row, h, Masks.withKeyMask(in), "output");
        inner.tensors().forEach((name, t) -> steps.add(name, withoutAxis(t)));
        inner.notes().forEach(steps::note);
    }

    /** [.., 1, n] -> [.., n]. */
    private static DoubleTensor withoutAxis(DoubleTensor t) {
        return TensorOps.reshaped(t.values(), t, 2, t.dim(-1));
    }
}
