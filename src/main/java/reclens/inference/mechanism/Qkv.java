package reclens.inference.mechanism;

import reclens.domain.DoubleTensor;

/**
 * Queries, keys and values, recorded as Q, K, V.
 *
 * @param q [.., Lq, D]
 * @param k [.., Lk, D], or another last size where the mechanism allows
 * @param v [.., Lk, Dv]
 */
record Qkv(DoubleTensor q, DoubleTensor k, DoubleTensor v) {
    /** Queries and keys of one size. */
    static Qkv sameSize(Operands in, Steps steps) {
        Qkv x = of(in, steps);
        in.checked("inputs.k", x.k, Operands.batchOf(x.q, 2, "Lk", x.q.dim(-1)));
        return x;
    }

    /**
     * Inputs {@code q}, {@code k}, {@code v}; where {@code q} is missing, {@code x} stands for all three. Weights {@code Wq},
     * {@code Wk}, {@code Wv} [out, in] and {@code bq}, {@code bk}, {@code bv} project them first, when {@code x} is given.
     */
    static Qkv of(Operands in, Steps steps) {
        if (!in.hasInput("q") && in.hasInput("x")) {
            DoubleTensor x = in.input("x");
            atLeastMatrix(in, "x", x);
            return new Qkv(
                    steps.add("Q", projected(in, "q", x)),
                    steps.add("K", projected(in, "k", x)),
                    steps.add("V", projected(in, "v", x)));
        }
        DoubleTensor q = in.input("q");
        atLeastMatrix(in, "q", q);
        DoubleTensor k = in.input("k", Operands.batchOf(q, 2, "Lk", "D"));
        DoubleTensor v = in.input("v", Operands.batchOf(q, 2, k.dim(-2), "Dv"));
        return new Qkv(steps.add("Q", q), steps.add("K", k), steps.add("V", v));
    }

    private static DoubleTensor projected(Operands in, String name, DoubleTensor x) {
        return in.optionalWeight("W" + name, "out", x.dim(-1))
                .map(w -> TensorOps.linear(
                        x, w, in.optionalWeight("b" + name, w.dim(0)).orElse(null)))
                .orElse(x);
    }

    private static void atLeastMatrix(Operands in, String name, DoubleTensor t) {
        if (t.rank() < 2) {
            throw in.refuse(
                    "inputs." + name,
                    "too few axes",
                    "[.., length, size]",
                    t.shape().toString());
        }
    }
}
