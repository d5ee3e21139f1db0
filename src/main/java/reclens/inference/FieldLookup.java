package reclens.inference;

import reclens.domain.FeatureTables;

/**
 * One feature field of a model: its values by item or user, and the table that holds their embeddings.
 *
 * @param ofUser whether rows of {@code values} are users; items otherwise
 * @param values value indices, all inside of the table
 * @param table embeddings, row-major, {@code width} columns
 * @param offset row of the field's value 0
 */
record FieldLookup(
        String name, boolean ofUser, FeatureTables.Field values, float[] table, int offset, int width, boolean mean) {
    /** What RecBole adds to the number of values before it divides by it. */
    private static final float EPS = 1e-8f;

    /** A value that no item has, for when nothing is left out. */
    static final int NOTHING = -1;

    /** Writes the embedding of one user's or item's value, pooled where the field has several. */
    void row(int user, int item, float[] target, int at) {
        row(user, item, NOTHING, target, at);
    }

    /** @param without a value that is left out, as if the user or item did not have it; zeros are written where it is the only one */
    void row(int user, int item, int without, float[] target, int at) {
        int row = (ofUser ? user : item) * values.width();
        if (!values.sequence()) {
            if (values.values()[row] == without) {
                java.util.Arrays.fill(target, at, at + width, 0f);
            } else {
                System.arraycopy(table, (offset + values.values()[row]) * width, target, at, width);
            }
            return;
        }
        int count = 0;
        java.util.Arrays.fill(target, at, at + width, 0f);
        for (int v = row; v < row + values.width(); v++) {
            if (values.values()[v] != 0 && values.values()[v] != without) {
                Vectors.add(target, at, 1, table, (offset + values.values()[v]) * width, width);
                count++;
            }
        }
        if (mean) {
            for (int j = at; j < at + width; j++) {
                target[j] /= count + EPS;
            }
        }
    }
}
