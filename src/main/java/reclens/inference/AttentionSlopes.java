package reclens.inference;

import java.util.List;

/**
 * The attention weights that lead to one score, and the gradient of the score with respect to each: what
 * gradient-weighted attention is made of (Chefer et al. 2021, arXiv 2103.15679). The last layer has the scoring row alone. R rows, H heads.
 *
 * @param rows what each row is [R]: the index of an event, {@link #MASK} or {@link #PADDING}; the scoring row is a query of the
 *     last layer
 * @param layers first to last
 */
public record AttentionSlopes(int[] rows, List<Layer> layers) {
    /** The slot that is to be predicted. */
    public static final int MASK = -1;
    /** An unused slot of the window that is a row of its own. */
    public static final int PADDING = -2;

    public AttentionSlopes {
        layers = List.copyOf(layers);
    }

    /**
     * @param heads H
     * @param first row of the first query
     * @param queries number of queries m, in the rows from {@code first}
     * @param padding number of further padding slots that column 0 stands for, with the sum of their equal weights; 0 when no
     *     column does
     * @param rows R; a query has R columns, and the padding column before them
     * @param weights [H, m, columns]
     * @param gradients d s_t / d weights [H, m, columns]; that of the padding column is the one of each slot
     */
    public record Layer(int heads, int first, int queries, int padding, int rows, float[] weights, float[] gradients) {
        public int columns() {
            return rows + (padding > 0 ? 1 : 0);
        }
    }
}
