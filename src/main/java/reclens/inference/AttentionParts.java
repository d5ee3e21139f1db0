package reclens.inference;

import java.util.List;

/**
 * What makes up the outputs of the attention sub-layers that lead to one score (Kobayashi et al. 2020 and
 * 2021, arXiv 2004.10102 and 2109.07152; Ferrando et al. 2022, arXiv 2203.04212). With f the value of a key
 * after its share of the output projection, b the output projection's bias and r the true residual,
 * {@code pre_q = sum_h sum_i A^h[q][i] f^h_i + b + r_q} and {@code y_q = LN(pre_q)}, or y_q = pre_q where no LayerNorm follows. The
 * last layer has the scoring row alone. R rows, H heads, D hidden size.
 *
 * @param rows as in {@link AttentionSlopes}
 * @param layers first to last
 */
public record AttentionParts(int[] rows, List<Layer> layers) {
    public AttentionParts {
        layers = List.copyOf(layers);
    }

    /**
     * @param heads H
     * @param width D
     * @param first row of the first query
     * @param queries number of queries m, in the rows from {@code first}
     * @param padding number of further padding slots that column 0 stands for, with the sum of their equal weights; 0 when no
     *     column does
     * @param rows R; a query has R columns, and the padding column before them
     * @param weights A [H, m, columns]
     * @param values f [columns, H, D]
     * @param residual r [m, D]
     * @param bias b [D]
     * @param before pre [m, D]
     * @param gain of the LayerNorm that follows the residual directly [D]; null where none does
     * @param shift the LayerNorm's bias [D]; null where none follows
     * @param eps the LayerNorm's
     */
    public record Layer(
            int heads,
            int width,
            int first,
            int queries,
            int padding,
            int rows,
            float[] weights,
            float[] values,
            float[] residual,
            float[] bias,
            float[] before,
            float[] gain,
            float[] shift,
            float eps) {
        public int columns() {
            return rows + (padding > 0 ? 1 : 0);
        }
    }
}
