package reclens.inference;

/**
 * Keys and values of one sequence, in up to three pieces: one row that stands for all padding slots, rows that were computed
 * before, rows of this pass. A row [2 D] is the key [D], then the value [D].
 *
 * @param padding the padding row [2 D]; null when padding receives no attention
 * @param prefix rows of the states that an edit left as they were, from 0; ignored when {@code prefixRows} is 0
 * @param own rows of this pass, from {@code ownAt}
 */
record KeyValues(float[] padding, float[] prefix, int prefixRows, float[] own, int ownAt, int ownRows) {
    int rows() {
        return (padding == null ? 0 : 1) + prefixRows + ownRows;
    }
}
