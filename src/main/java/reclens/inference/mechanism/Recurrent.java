package reclens.inference.mechanism;

import java.util.ArrayList;
import java.util.List;
import reclens.domain.DoubleTensor;

/**
 * {@code torch.nn.LSTM} and {@code torch.nn.GRU} over x [B, T, I] from a zero state, every gate kept; layers and directions
 * as the names of the weights tell. Gates stand in rows i, f, g, o (LSTM) and r, z, n (GRU).
 */
final class Recurrent {
    private static final String[] LSTM_STEPS = {"i", "f", "g", "o", "c", "h"};
    private static final String[] GRU_STEPS = {"r", "z", "n", "h"};

    private Recurrent() {}

    static void lstm(Operands in, Steps steps) {
        run(in, steps, true);
    }

    static void gru(Operands in, Steps steps) {
        run(in, steps, false);
    }

    /** A two-layer LSTM, then self-attention over its states, once free and once causal. */
    static void lstmThenAttention(Operands in, Steps steps) {
        DoubleTensor states = run(in, steps, true);
        int heads = in.params().integer("num_heads").orElse(2);
        if (in.params().integer("num_heads").isEmpty()) {
            steps.note("The number of heads is not given: 2 are taken, as in the reference case.");
        }
        Operands attention = in.scoped("attn.");
        MultiheadAttention.run(attention, steps.scoped("attn_", ""), states, states, states, Masks.of(in), heads);
        MultiheadAttention.run(
                attention, steps.scoped("attn_", "_causal"), states, states, states, Masks.causalOnly(in), heads);
    }

    private static DoubleTensor run(Operands in, Steps steps, boolean lstm) {
        Operands rnn = in.hasPrefix("rnn.") ? in.scoped("rnn.") : in;
        DoubleTensor x = in.input("x", "B", "T", "I");
        int layers = rnn.layers("weight_ih_l%d");
        if (layers == 0) {
            rnn.weight("weight_ih_l0"); // says what is missing
        }
        boolean both = rnn.hasWeight("weight_ih_l0_reverse");
        List<DoubleTensor> last = new ArrayList<>();
        List<DoubleTensor> lastCell = new ArrayList<>();
        DoubleTensor layerInput = x;
        for (int layer = 0; layer < layers; layer++) {
            DoubleTensor input = layerInput;
            DoubleTensor[] forward = direction(rnn, steps, input, "l" + layer, false, lstm);
            last.add(forward[1]);
            lastCell.add(forward[2]);
            layerInput = forward[0];
            if (both) {
                DoubleTensor[] backward = direction(rnn, steps, input, "l" + layer + "_reverse", true, lstm);
                last.add(backward[1]);
                lastCell.add(backward[2]);
                layerInput = TensorOps.concat(forward[0], backward[0], 1);
            }
        }
        steps.add("rnn_output", layerInput);
        steps.add("h_n", stacked(last));
        if (lstm) {
            steps.add("c_n", stacked(lastCell));
        }
        return layerInput;
    }

    /** @return states [B, T, H], last state [B, H], last cell [B, H] */
    private static DoubleTensor[] direction(
            Operands rnn, Steps steps, DoubleTensor x, String name, boolean reverse, boolean lstm) {
        int gates = lstm ? 4 : 3;
        int batch = x.dim(0);
        int time = x.dim(1);
        DoubleTensor hh = rnn.weight("weight_hh_" + name, "gates H", "H");
        int h = hh.dim(1);
        rnn.weight("weight_hh_" + name, gates * h, h);
        DoubleTensor bh = rnn.optionalWeight("bias_hh_" + name, gates * h).orElse(null);
        DoubleTensor fromInput = TensorOps.linear(
                x,
                rnn.weight("weight_ih_" + name, gates * h, x.dim(2)),
                rnn.optionalWeight("bias_ih_" + name, gates * h).orElse(null));
        String[] kept = lstm ? LSTM_STEPS : GRU_STEPS;
        double[][] out = new double[kept.length][batch * time * h];
        double[] state = new double[batch * h];
        double[] cell = new double[batch * h];
        for (int s = 0; s < time; s++) {
            int t = reverse ? time - 1 - s : s;
            DoubleTensor fromState = TensorOps.linear(DoubleTensor.of(state, batch, h), hh, bh);
            double[] next = new double[state.length];
            for (int i = 0; i < state.length; i++) {
                int gi = (i / h * time + t) * gates * h + i % h;
                int gh = i / h * gates * h + i % h;
                double[] values = lstm
                        ? lstmCell(fromInput.values(), gi, fromState.values(), gh, h, cell[i])
                        : gruCell(fromInput.values(), gi, fromState.values(), gh, h, state[i]);
                for (int v = 0; v < kept.length; v++) {
                    out[v][(i / h * time + t) * h + i % h] = values[v];
                }
                next[i] = values[kept.length - 1];
                cell[i] = lstm ? values[4] : 0;
            }
            state = next;
        }
        DoubleTensor states = null;
        for (int v = 0; v < kept.length; v++) {
            states = steps.add(name + "." + kept[v], DoubleTensor.of(out[v], batch, time, h));
        }
        return new DoubleTensor[] {states, DoubleTensor.of(state, batch, h), DoubleTensor.of(cell, batch, h)};
    }

    private static double[] lstmCell(double[] x, int xi, double[] s, int si, int h, double cell) {
        double i = Functions.sigmoid(x[xi] + s[si]);
        double f = Functions.sigmoid(x[xi + h] + s[si + h]);
        double g = Math.tanh(x[xi + 2 * h] + s[si + 2 * h]);
        double o = Functions.sigmoid(x[xi + 3 * h] + s[si + 3 * h]);
        double c = f * cell + i * g;
        return new double[] {i, f, g, o, c, o * Math.tanh(c)};
    }

    private static double[] gruCell(double[] x, int xi, double[] s, int si, int h, double state) {
        double r = Functions.sigmoid(x[xi] + s[si]);
        double z = Functions.sigmoid(x[xi + h] + s[si + h]);
        double n = Math.tanh(x[xi + 2 * h] + r * s[si + 2 * h]);
        return new double[] {r, z, n, (1 - z) * n + z * state};
    }

    private static DoubleTensor stacked(List<DoubleTensor> states) {
        int size = states.get(0).values().length;
        double[] out = new double[states.size() * size];
        for (int i = 0; i < states.size(); i++) {
            System.arraycopy(states.get(i).values(), 0, out, i * size, size);
        }
        return DoubleTensor.of(
                out, states.size(), states.get(0).dim(0), states.get(0).dim(1));
    }
}
