package reclens.inference;

/**
 * One layer of PyTorch's GRU without biases, started from zero; H state size, n steps.
 *
 * <p>r = sigmoid(W_ir x + W_hr h), z = sigmoid(W_iz x + W_hz h), c = tanh(W_ic x + r (W_hc h)), h' = (1 - z) c + z h.
 *
 * @param input W_ir, W_iz, W_ic stacked [3 H, in]
 * @param state W_hr, W_hz, W_hc stacked [3 H, H]
 */
record Gru(Dense input, Dense state) {
    /**
     * What the backward pass needs of a forward pass.
     *
     * @param gates r, z, c of each step [n, 3 H]
     * @param recurrent W_hc h of each step [n, H]
     * @param states h' of each step [n, H]
     */
    record Run(float[] gates, float[] recurrent, float[] states) {}

    /** @param x [n, in] */
    Run forward(Kernels k, float[] x, int n) {
        int h = state.in();
        float[] gates = input.forward(k, x, n);
        float[] recurrent = new float[n * h];
        float[] states = new float[n * h];
        float[] previous = new float[h];
        float[] g = new float[3 * h];
        for (int t = 0; t < n; t++) {
            if (t > 0) {
                System.arraycopy(states, (t - 1) * h, previous, 0, h);
                k.linear(previous, 1, state.layer(), Activation.NONE, g);
            }
            int at = t * 3 * h;
            for (int j = 0; j < h; j++) {
                float r = Gates.sigmoid(gates[at + j] + g[j]);
                float z = Gates.sigmoid(gates[at + h + j] + g[h + j]);
                float c = (float) Math.tanh(gates[at + 2 * h + j] + r * g[2 * h + j]);
                gates[at + j] = r;
                gates[at + h + j] = z;
                gates[at + 2 * h + j] = c;
                recurrent[t * h + j] = g[2 * h + j];
                states[t * h + j] = (1 - z) * c + z * previous[j];
            }
        }
        return new Run(gates, recurrent, states);
    }

    /**
     * d / dx [n, in].
     *
     * @param dStates d / dh' of each step [n, H], what later steps add left out; overwritten
     */
    float[] backward(Kernels k, Run run, float[] dStates, int n) {
        int h = state.in();
        float[] dInput = new float[n * 3 * h]; // what the gates got from x
        float[] dState = new float[3 * h]; // what they got from the state
        float[] carried = new float[h];
        for (int t = n - 1; t >= 0; t--) {
            int at = t * 3 * h;
            for (int j = 0; j < h; j++) {
                float r = run.gates[at + j];
                float z = run.gates[at + h + j];
                float c = run.gates[at + 2 * h + j];
                float before = t == 0 ? 0 : run.states[(t - 1) * h + j];
                float dh = dStates[t * h + j];
                float dc = dh * (1 - z) * (1 - c * c);
                dInput[at + j] = dc * run.recurrent[t * h + j] * r * (1 - r);
                dInput[at + h + j] = dh * (before - c) * z * (1 - z);
                dInput[at + 2 * h + j] = dc;
                dState[j] = dInput[at + j];
                dState[h + j] = dInput[at + h + j];
                dState[2 * h + j] = dc * r;
                carried[j] = dh * z;
            }
            if (t > 0) {
                float[] dPrevious = state.backward(k, dState, 1);
                for (int j = 0; j < h; j++) {
                    dStates[(t - 1) * h + j] += dPrevious[j] + carried[j];
                }
            }
        }
        return input.backward(k, dInput, n);
    }
}
