package reclens.domain;

import java.util.Arrays;

/**
 * The attention weights of one head: Q rows (queries) by K columns (keys), padding left out of both but its share kept per
 * row. Nothing is renormalised: a row and its padding mass add up to what the model computed.
 *
 * @param stream {@code items}, {@code features}, ...
 * @param layer 0-based
 * @param head 0-based
 * @param queryKind what a row is
 * @param keyKind what a column is
 * @param queries coordinates of the rows [Q]; {@link #MASK_SLOT} in an axis of events for the slot to be predicted
 * @param keys coordinates of the columns [K]
 * @param weights row-major [Q, K]; entries the mask forbids are exactly 0
 * @param paddingMass weight that each row gives to padding slots, summed [Q]
 * @param causal whether a query cannot see keys after itself
 * @param normalisation {@code softmax}, {@code sigmoid} or {@code none}
 */
public record AttentionMap(
        String stream,
        int layer,
        int head,
        AxisKind queryKind,
        AxisKind keyKind,
        int[] queries,
        int[] keys,
        float[] weights,
        float[] paddingMass,
        boolean causal,
        String normalisation) {
    /**
     * Coordinate in an axis of events that stands for the mask slot, which a model such as BERT4Rec appends to be predicted:
     * the last query, and the last key.
     */
    public static final int MASK_SLOT = -1;

    public AttentionMap {
        if (weights.length != queries.length * keys.length || paddingMass.length != queries.length) {
            throw new IllegalArgumentException("attention " + queries.length + " x " + keys.length + " has "
                    + weights.length + " weights and " + paddingMass.length + " padding masses");
        }
    }

    public int rows() {
        return queries.length;
    }

    public int columns() {
        return keys.length;
    }

    public float weight(int row, int column) {
        return weights[row * keys.length + column];
    }

    /** A copy of one row [K]. */
    public float[] row(int row) {
        return Arrays.copyOfRange(weights, row * keys.length, (row + 1) * keys.length);
    }

    /** Sum of a row without its padding, in double precision. */
    public double rowSum(int row) {
        double sum = 0;
        for (int k = 0; k < keys.length; k++) {
            sum += weight(row, k);
        }
        return sum;
    }
}
