package reclens.inference.mechanism;

import reclens.domain.DoubleTensor;

/**
 * DIN's local activation unit as RecBole computes it: a network over [q, k, q-k, q*k] of candidate q [B, D] and each event
 * k [B, L, D]; events from {@code len} [B] on get 0, then all are divided by sqrt(D). No softmax: weights may be negative.
 */
final class DinActivation {
    private DinActivation() {}

    static void run(Operands in, Steps steps) {
        DoubleTensor q = steps.add("Q", in.input("q", "B", "D"));
        int b = q.dim(0);
        int d = q.dim(1);
        DoubleTensor k = steps.add("K", in.input("k", b, "L", d));
        int l = k.dim(1);
        DoubleTensor length = in.hasInput("len") ? in.input("len", b) : null;
        DoubleTensor joined = steps.add("joined", joined(q, k));
        DoubleTensor w1 = in.weight("W1", "A1", 4 * d);
        DoubleTensor hidden1 = steps.add(
                "hidden1", TensorOps.map(TensorOps.linear(joined, w1, in.weight("b1", w1.dim(0))), Functions::sigmoid));
        DoubleTensor w2 = in.weight("W2", "A2", w1.dim(0));
        DoubleTensor hidden2 = steps.add(
                "hidden2",
                TensorOps.map(TensorOps.linear(hidden1, w2, in.weight("b2", w2.dim(0))), Functions::sigmoid));
        DoubleTensor logits = TensorOps.linear(hidden2, in.weight("w3", 1, w2.dim(0)), in.weight("b3", 1));
        DoubleTensor scores = steps.add("scores", TensorOps.reshape(logits, b, l));
        double[] weights = scores.values().clone();
        for (int i = 0; i < weights.length; i++) {
            weights[i] = length != null && i % l >= length.values()[i / l] ? 0 : weights[i] / Math.sqrt(d);
        }
        DoubleTensor w = steps.add("weights", DoubleTensor.of(weights, b, l));
        steps.note("The weights are not normalised: a row need not sum to 1 and may be negative.");
        steps.add("output", TensorOps.reshape(TensorOps.times(TensorOps.reshape(w, b, 1, l), k), b, d));
    }

    private static DoubleTensor joined(DoubleTensor q, DoubleTensor k) {
        int d = q.dim(1);
        int l = k.dim(1);
        double[] out = new double[k.values().length * 4];
        for (int row = 0; row < q.dim(0) * l; row++) {
            for (int i = 0; i < d; i++) {
                double a = q.values()[row / l * d + i];
                double e = k.values()[row * d + i];
                int at = row * 4 * d + i;
                out[at] = a;
                out[at + d] = e;
                out[at + 2 * d] = a - e;
                out[at + 3 * d] = a * e;
            }
        }
        return DoubleTensor.of(out, q.dim(0), l, 4 * d);
    }
}
