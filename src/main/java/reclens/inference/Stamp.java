package reclens.inference;

import java.util.Arrays;

/**
 * Short-term attention and memory priority (Liu et al. 2018) as RecBole computes it. With x_j the item rows of all L slots,
 * padding included, and m = (sum of all x_j) / n: a_j = w0 . sigmoid(W1 x_j + W2 x_n + W3 m + b), without mask and softmax;
 * vector = tanh(A (sum_j a_j x_j + m)) * tanh(B x_n). Padding slots are alike: one is computed and counted L - n times, so the
 * padded length L is part of the model.
 */
final class Stamp extends SessionModel {
    /**
     * @param key W1 [D, D]
     * @param last W2 [D, D]
     * @param mean W3 [D, D] with the bias b
     * @param w0 [D]
     * @param general A [D, D]
     * @param current B [D, D]
     */
    record Parts(Dense key, Dense last, Dense mean, float[] w0, Dense general, Dense current) {}

    private final Parts parts;
    private final int d;

    Stamp(ModelCard card, Matrix items, Parts parts) {
        super(card, items);
        this.parts = parts;
        this.d = card.hiddenSize();
    }

    /**
     * @param x item rows [n + 1, D], the padding row last
     * @param mean m [D]
     * @param gates sigmoid(...) [n + 1, D]
     * @param weights a_j [n + 1], 0 where hidden; the padding's is that of one slot
     * @param padding number of padding slots
     */
    private record Pass(float[] x, float[] mean, float[] gates, float[] weights, int padding) {
        int times(int j) {
            return j == weights.length - 1 ? padding : 1;
        }
    }

    private Pass run(Kernels k, Events events) {
        int n = events.count();
        int padding = card().windowLength() - n;
        float[] x = Arrays.copyOf(embeddings(events), (n + 1) * d);
        System.arraycopy(paddingEmbedding(), 0, x, n * d, d); // padding comes after the events
        float[] mean = new float[d];
        for (int j = 0; j <= n; j++) {
            Vectors.add(mean, 0, j == n ? padding : 1, x, j * d, d);
        }
        for (int i = 0; i < d; i++) {
            mean[i] /= n;
        }
        float[] gates = parts.key().forward(k, x, n + 1);
        float[] rest = parts.last().forward(k, lastRow(x, n), 1);
        k.add(rest, parts.mean().forward(k, mean, 1), d);
        float[] weights = new float[n + 1];
        for (int j = 0; j <= n; j++) {
            for (int i = 0; i < d; i++) {
                gates[j * d + i] = Gates.sigmoid(gates[j * d + i] + rest[i]);
            }
            weights[j] = isHidden(events, j) ? 0 : Vectors.dot(gates, j * d, parts.w0(), 0, d);
        }
        return new Pass(x, mean, gates, weights, padding);
    }

    private float[] memory(Pass pass) {
        float[] memory = pass.mean.clone();
        for (int j = 0; j < pass.weights.length; j++) {
            Vectors.add(memory, 0, pass.weights[j] * pass.times(j), pass.x, j * d, d);
        }
        return memory;
    }

    @Override
    float[] vector(Kernels k, Events events) {
        Pass pass = run(k, events);
        float[] general = squashed(k, parts.general(), memory(pass));
        float[] current = squashed(k, parts.current(), lastRow(pass.x, events.count()));
        for (int i = 0; i < d; i++) {
            general[i] *= current[i];
        }
        return general;
    }

    @Override
    Weights weights(Kernels k, Events events) {
        Pass pass = run(k, events);
        int n = events.count();
        return new Weights(Arrays.copyOf(pass.weights, n), pass.weights[n] * pass.padding);
    }

    @Override
    float[] backward(Kernels k, Events events, float[] v, WeightSlopes kept) {
        int n = events.count();
        Pass pass = run(k, events);
        float[] general = squashed(k, parts.general(), memory(pass));
        float[] current = squashed(k, parts.current(), lastRow(pass.x, n));
        float[] dMemory = throughSquash(k, parts.general(), v, current, general);
        float[] dLast = throughSquash(k, parts.current(), v, general, current);
        float[] dx = new float[(n + 1) * d];
        float[] dGates = new float[(n + 1) * d];
        float[] dWeights = new float[n + 1];
        for (int j = 0; j <= n; j++) {
            if (!isHidden(events, j)) {
                Vectors.add(dx, j * d, pass.weights[j], dMemory, 0, d);
                dWeights[j] = Vectors.dot(dMemory, 0, pass.x, j * d, d);
                Vectors.add(dGates, j * d, dWeights[j], parts.w0(), 0, d);
            }
        }
        if (kept != null) {
            keep(pass, dWeights, kept);
        }
        Gates.sigmoidBack(dGates, pass.gates, (n + 1) * d);
        k.add(dx, parts.key().backward(k, dGates, n + 1), (n + 1) * d);
        float[] dRest = new float[d]; // of W2 x_n + W3 m + b, which every slot reads
        for (int j = 0; j <= n; j++) {
            Vectors.add(dRest, 0, pass.times(j), dGates, j * d, d);
        }
        k.add(dLast, parts.last().backward(k, dRest, 1), d);
        float[] dMean = parts.mean().backward(k, dRest, 1);
        k.add(dMean, dMemory, d);
        for (int j = 0; j < n; j++) {
            Vectors.add(dx, j * d, 1f / n, dMean, 0, d);
        }
        Vectors.add(dx, (n - 1) * d, 1, dLast, 0, d);
        return Arrays.copyOf(dx, n * d);
    }

    /** The padding slots go first, as one column with the sum of their weights; there is none in a full window. */
    private static void keep(Pass pass, float[] dWeights, WeightSlopes kept) {
        int n = dWeights.length - 1;
        int lead = pass.padding > 0 ? 1 : 0;
        float[] weights = new float[n + lead];
        float[] slopes = new float[n + lead];
        System.arraycopy(pass.weights, 0, weights, lead, n);
        System.arraycopy(dWeights, 0, slopes, lead, n);
        if (lead > 0) {
            weights[0] = pass.weights[n] * pass.padding;
            slopes[0] = dWeights[n];
        }
        kept.keep(n, 1, false, pass.padding, weights, slopes);
    }

    private static boolean isHidden(Events events, int j) {
        return j < events.count() && events.hides(j);
    }

    private static float[] squashed(Kernels k, Dense layer, float[] x) {
        float[] y = layer.forward(k, x, 1);
        Gates.tanh(y, y.length);
        return y;
    }

    /** d / dx of v . (other * y) with y = tanh(layer x). */
    private float[] throughSquash(Kernels k, Dense layer, float[] v, float[] other, float[] y) {
        float[] dy = new float[d];
        for (int i = 0; i < d; i++) {
            dy[i] = v[i] * other[i];
        }
        Gates.tanhBack(dy, y, d);
        return layer.backward(k, dy, 1);
    }

    private float[] lastRow(float[] x, int n) {
        return Arrays.copyOfRange(x, (n - 1) * d, n * d);
    }
}
