package reclens.inference;

/**
 * Gradient of one score with respect to what the model looked up for each event. The output table is held
 * constant even where it is the same table.
 *
 * @param gradients d s_t / d e_i, [n, D]; e_i is the raw row of the item table, before any scaling
 * @param embeddings e_i, [n, D]
 * @param width D
 */
public record InputGradient(float[] gradients, float[] embeddings, int width) {}
