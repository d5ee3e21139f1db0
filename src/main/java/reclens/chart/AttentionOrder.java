package reclens.chart;

import java.util.stream.IntStream;
import reclens.domain.CancellationToken;

/**
 * Another order of the rows and columns of an attention matrix.
 *
 * @param rows index of the matrix for each shown row [Q]
 * @param columns index of the matrix for each shown column [K]
 */
public record AttentionOrder(int[] rows, int[] columns) {

    /**
     * Rows that attend alike beside each other, and keys that are attended to alike. Where both axes are the same, so is their
     * order. May take seconds for thousands of rows.
     *
     * @throws reclens.domain.CancelledException when cancelled
     */
    public static AttentionOrder clustered(AttentionHeatmapSpec spec, CancellationToken cancellation) {
        float[][] rows = profiles(spec, true);
        float[][] columns = profiles(spec, false);
        if (spec.rows().equals(spec.columns())) {
            float[][] both = new float[rows.length][];
            for (int i = 0; i < both.length; i++) {
                both[i] = java.util.Arrays.copyOf(rows[i], rows[i].length + columns[i].length);
                System.arraycopy(columns[i], 0, both[i], rows[i].length, columns[i].length);
            }
            int[] order = Seriation.order(both, cancellation);
            return new AttentionOrder(order, order);
        }
        return new AttentionOrder(Seriation.order(rows, cancellation), Seriation.order(columns, cancellation));
    }

    /** The same columns for a single row. */
    public AttentionOrder forOneRow() {
        return new AttentionOrder(new int[] {0}, columns);
    }

    private static float[][] profiles(AttentionHeatmapSpec spec, boolean byRow) {
        int n = byRow ? spec.rows().size() : spec.columns().size();
        int m = byRow ? spec.columns().size() : spec.rows().size();
        return IntStream.range(0, n)
                .mapToObj(i -> {
                    float[] profile = new float[m];
                    for (int j = 0; j < m; j++) {
                        boolean masked = byRow ? spec.masked(i, j) : spec.masked(j, i);
                        profile[j] = masked ? 0 : byRow ? spec.weight(i, j) : spec.weight(j, i);
                    }
                    return profile;
                })
                .toArray(float[][]::new);
    }
}
