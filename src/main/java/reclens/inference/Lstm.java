package reclens.inference;

import java.util.Arrays;

/**
 * One layer of PyTorch's LSTM; H state size, n steps.
 *
 * <p>i, f, o = sigmoid(W x + U h + b), g = tanh(W x + U h + b), c' = f c + i g, h' = o tanh(c').
 *
 * @param input W_ii, W_if, W_ig, W_io stacked [4 H, in], with the sum of both biases
 * @param state W_hi, W_hf, W_hg, W_ho stacked [4 H, H]
 */
record Lstm(Dense input, Dense state) {
    /**
     * What the backward pass, and a step after the last one, need of a forward pass.
     *
     * @param gates i, f, g, o of each step [n, 4 H]
     * @param cells c' of each step [n, H]
     * @param states h' of each step [n, H]
     */
    record Run(float[] gates, float[] cells, float[] states) {
        static final Run NONE = new Run(new float[0], new float[0], new float[0]);
    }

    /**
     * @param x [n, in]
     * @param before the pass that it continues; {@link Run#NONE} starts from zero
     */
    Run forward(Kernels k, float[] x, int n, Run before) {
        int h = state.in();
        float[] gates = input.forward(k, x, n);
        float[] cells = new float[n * h];
        float[] states = new float[n * h];
        float[] previous = last(before.states, h);
        float[] cell = last(before.cells, h);
        float[] u = new float[4 * h];
        for (int t = 0; t < n; t++) {
            k.linear(previous, 1, state.layer(), Activation.NONE, u);
            int at = t * 4 * h;
            for (int j = 0; j < h; j++) {
                float in = Gates.sigmoid(gates[at + j] + u[j]);
                float forget = Gates.sigmoid(gates[at + h + j] + u[h + j]);
                float g = (float) Math.tanh(gates[at + 2 * h + j] + u[2 * h + j]);
                float out = Gates.sigmoid(gates[at + 3 * h + j] + u[3 * h + j]);
                gates[at + j] = in;
                gates[at + h + j] = forget;
                gates[at + 2 * h + j] = g;
                gates[at + 3 * h + j] = out;
                cell[j] = forget * cell[j] + in * g;
                previous[j] = out * (float) Math.tanh(cell[j]);
                cells[t * h + j] = cell[j];
                states[t * h + j] = previous[j];
            }
        }
        return new Run(gates, cells, states);
    }

    /**
     * d / dx [n, in], for a pass that started from zero.
     *
     * @param dStates d / dh' of each step [n, H], what later steps add left out; overwritten
     */
    float[] backward(Kernels k, Run run, float[] dStates, int n) {
        int h = state.in();
        float[] dGates = new float[n * 4 * h];
        float[] dCell = new float[h];
        for (int t = n - 1; t >= 0; t--) {
            int at = t * 4 * h;
            for (int j = 0; j < h; j++) {
                float in = run.gates[at + j];
                float forget = run.gates[at + h + j];
                float g = run.gates[at + 2 * h + j];
                float out = run.gates[at + 3 * h + j];
                float squashed = (float) Math.tanh(run.cells[t * h + j]);
                float before = t == 0 ? 0 : run.cells[(t - 1) * h + j];
                float dh = dStates[t * h + j];
                float dc = dCell[j] + dh * out * (1 - squashed * squashed);
                dGates[at + j] = dc * g * in * (1 - in);
                dGates[at + h + j] = dc * before * forget * (1 - forget);
                dGates[at + 2 * h + j] = dc * in * (1 - g * g);
                dGates[at + 3 * h + j] = dh * squashed * out * (1 - out);
                dCell[j] = dc * forget;
            }
            if (t > 0) {
                float[] dPrevious = state.backward(k, Arrays.copyOfRange(dGates, at, at + 4 * h), 1);
                Vectors.add(dStates, (t - 1) * h, 1, dPrevious, 0, h);
            }
        }
        return input.backward(k, dGates, n);
    }

    private static float[] last(float[] rows, int size) {
        return rows.length == 0 ? new float[size] : Arrays.copyOfRange(rows, rows.length - size, rows.length);
    }
}
