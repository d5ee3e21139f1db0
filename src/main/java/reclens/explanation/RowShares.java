package reclens.explanation;

import java.util.Map;
import reclens.inference.AttentionSlopes;

/**
 * What the rows of an encoder have been given so far, on the way from the scoring row down.
 *
 * @param kinds what each row is, see {@link AttentionSlopes#rows()} [R]
 * @param rows what each row has [R]
 * @param padding what the padding slots that are no rows have together [1]
 */
record RowShares(int[] kinds, double[] rows, double[] padding) {
    /** The column of the padding slots that are no rows. */
    static final int PADDING = -1;

    static RowShares startingAt(int[] kinds, int row) {
        RowShares shares = none(kinds);
        shares.rows[row] = 1;
        return shares;
    }

    static RowShares none(int[] kinds) {
        return new RowShares(kinds, new double[kinds.length], new double[1]);
    }

    RowShares copy() {
        return new RowShares(kinds, rows.clone(), padding.clone());
    }

    /** @param row a row or {@link #PADDING} */
    void add(int row, double share) {
        if (row == PADDING) {
            padding[0] += share;
        } else {
            rows[row] += share;
        }
    }

    /** @param n number of events */
    Attribution attribution(Method method, int n, Map<String, Object> details) {
        double[] values = new double[n];
        double onPadding = padding[0];
        for (int row = 0; row < rows.length; row++) {
            switch (kinds[row]) {
                case AttentionSlopes.MASK -> details.put(Attribution.SELF_MASS, rows[row]);
                case AttentionSlopes.PADDING -> onPadding += rows[row];
                default -> values[kinds[row]] += rows[row];
            }
        }
        return new Attribution(method, values, onPadding, details);
    }
}
