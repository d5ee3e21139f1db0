package reclens.inference.mechanism;

import java.util.ArrayList;
import java.util.List;
import reclens.domain.DoubleTensor;

/** The part that all softmax mechanisms share: mask, softmax over keys, dropout, weighted sum of values. */
final class SoftmaxAttention {
    private static final int NAMED_ROWS = 5;

    private SoftmaxAttention() {}

    /**
     * Records masked, weights and the weighted sum.
     *
     * @param scores as they go into the mask [.., Lq, Lk]
     * @param v values [.., Lk, Dv]
     * @param output name of the last step
     * @return weighted values [.., Lq, Dv]
     */
    static DoubleTensor attend(
            Operands in, Steps steps, DoubleTensor scores, DoubleTensor v, Masks masks, String output) {
        DoubleTensor weights = weights(steps, scores, masks);
        DoubleTensor kept = Dropout.apply(in, steps, weights);
        return steps.add(output, TensorOps.times(kept, v));
    }

    /** Records masked (where there is a mask) and weights [.., Lq, Lk]. */
    static DoubleTensor weights(Steps steps, DoubleTensor scores, Masks masks) {
        DoubleTensor masked = masks.isEmpty() ? scores : steps.add("masked", masks.apply(scores));
        noteUndefinedRows(steps, masked);
        return steps.add("weights", TensorOps.softmax(masked));
    }

    private static void noteUndefinedRows(Steps steps, DoubleTensor masked) {
        int n = masked.dim(-1);
        List<String> rows = new ArrayList<>();
        int count = 0;
        for (int r = 0; r < masked.values().length / n; r++) {
            boolean all = true;
            for (int i = 0; i < n && all; i++) {
                all = masked.values()[r * n + i] == Double.NEGATIVE_INFINITY;
            }
            if (all && count++ < NAMED_ROWS) {
                rows.add(index(masked, r));
            }
        }
        if (count > 0) {
            steps.note(
                    steps.label("weights") + ": every key is masked in " + count + (count == 1 ? " row, " : " rows, ")
                            + String.join(" ", rows) + (count > NAMED_ROWS ? " ..." : "")
                            + "; a softmax over nothing is undefined, so weights and output are NaN there.");
        }
    }

    /** Index of a row over all axes but the last, such as [0, 1, 2]. */
    private static String index(DoubleTensor t, int row) {
        List<Integer> index = new ArrayList<>();
        int rest = row;
        for (int axis = t.rank() - 2; axis >= 0; axis--) {
            index.add(0, rest % t.dim(axis));
            rest /= t.dim(axis);
        }
        return index.toString();
    }
}
