package reclens.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Neural attentive recommendation (Li et al. 2017, arXiv 1711.04725) as RecBole computes it: a GRU over the events, then
 * additive attention with the last state as query: a_j = v . sigmoid(A1 h_j + A2 h_n). There is no softmax, so the weights may
 * be negative and do not sum to 1; padding gets none. Vector = B [sum_j a_j h_j ; h_n].
 */
final class Narm extends SessionModel {
    /**
     * @param layers of the GRU, H state size
     * @param key A1 [H, H]
     * @param query A2 [H, H]
     * @param v [H]
     * @param output B [D, 2 H]
     */
    record Parts(List<Gru> layers, Dense key, Dense query, float[] v, Dense output) {
        Parts {
            layers = List.copyOf(layers);
        }
    }

    private final Parts parts;
    private final int size; // H

    Narm(ModelCard card, Matrix items, Parts parts) {
        super(card, items);
        this.parts = parts;
        this.size = parts.v().length;
    }

    /**
     * @param runs of each layer of the GRU
     * @param states h_j of its last layer [n, H]
     * @param gates sigmoid(A1 h_j + A2 h_n) [n, H]
     * @param weights a_j [n], 0 where hidden
     */
    private record Pass(List<Gru.Run> runs, float[] states, float[] gates, float[] weights) {}

    private Pass run(Kernels k, Events events) {
        int n = events.count();
        List<Gru.Run> runs = new ArrayList<>();
        float[] h = embeddings(events);
        for (Gru layer : parts.layers()) {
            Gru.Run run = layer.forward(k, h, n);
            runs.add(run);
            h = run.states();
        }
        float[] gates = parts.key().forward(k, h, n); // [n, H]
        float[] query = parts.query().forward(k, last(h, n), 1); // [H]
        float[] weights = new float[n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < size; i++) {
                gates[j * size + i] = Gates.sigmoid(gates[j * size + i] + query[i]);
            }
            weights[j] = events.hides(j) ? 0 : Vectors.dot(gates, j * size, parts.v(), 0, size);
        }
        return new Pass(runs, h, gates, weights);
    }

    @Override
    float[] vector(Kernels k, Events events) {
        Pass pass = run(k, events);
        float[] both = new float[2 * size]; // [local ; last]
        for (int j = 0; j < events.count(); j++) {
            Vectors.add(both, 0, pass.weights[j], pass.states, j * size, size);
        }
        System.arraycopy(pass.states, (events.count() - 1) * size, both, size, size);
        return parts.output().forward(k, both, 1);
    }

    @Override
    Weights weights(Kernels k, Events events) {
        return new Weights(run(k, events).weights, 0);
    }

    @Override
    float[] backward(Kernels k, Events events, float[] v, WeightSlopes kept) {
        int n = events.count();
        Pass pass = run(k, events);
        float[] dBoth = parts.output().backward(k, v, 1); // [2 H]
        float[] dStates = new float[n * size];
        float[] dGates = new float[n * size];
        float[] dQuery = new float[size];
        float[] dWeights = new float[n];
        for (int j = 0; j < n; j++) {
            if (events.hides(j)) {
                continue;
            }
            Vectors.add(dStates, j * size, pass.weights[j], dBoth, 0, size);
            dWeights[j] = Vectors.dot(dBoth, 0, pass.states, j * size, size);
            Vectors.add(dGates, j * size, dWeights[j], parts.v(), 0, size);
        }
        if (kept != null) {
            kept.keep(n, 1, false, 0, pass.weights, dWeights);
        }
        Gates.sigmoidBack(dGates, pass.gates, n * size);
        for (int j = 0; j < n; j++) {
            Vectors.add(dQuery, 0, 1, dGates, j * size, size);
        }
        k.add(dStates, parts.key().backward(k, dGates, n), n * size);
        int lastRow = (n - 1) * size;
        Vectors.add(dStates, lastRow, 1, parts.query().backward(k, dQuery, 1), 0, size);
        Vectors.add(dStates, lastRow, 1, dBoth, size, size);
        for (int l = parts.layers().size() - 1; l >= 0; l--) {
            dStates = parts.layers().get(l).backward(k, pass.runs.get(l), dStates, n);
        }
        return dStates;
    }

    private float[] last(float[] h, int n) {
        return Arrays.copyOfRange(h, (n - 1) * size, n * size);
    }
}
