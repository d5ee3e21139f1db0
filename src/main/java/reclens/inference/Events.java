package reclens.inference;

import java.util.Arrays;

/**
 * The events of one pass.
 *
 * @param rows what each event looks up [n], n at least 1
 * @param hidden events that no query may attend to [n]; null when none is
 * @param given embeddings in place of the looked-up ones [n, D]; null when there are none
 */
record Events(int[] rows, boolean[] hidden, float[] given) {
    private static final int[] PADDING = {0};

    /** Of an empty history, one padding item. */
    static Events of(ModelInput input) {
        return input.length() == 0
                ? new Events(PADDING, null, null)
                : new Events(input.lookups(), input.hidden(), null);
    }

    /** The same events with the embeddings of copy {@code copy} of {@code all} [B, n, D]. */
    Events given(float[] all, int copy, int d) {
        int size = rows.length * d;
        return new Events(rows, hidden, Arrays.copyOfRange(all, copy * size, (copy + 1) * size));
    }

    int count() {
        return rows.length;
    }

    boolean hides(int event) {
        return hidden != null && hidden[event];
    }

    /** What the events look up in a table, or what was given [n, D]. */
    float[] embeddings(Matrix table) {
        return given != null ? given : table(table, rows);
    }

    /** Rows of a table one after another. */
    static float[] table(Matrix table, int[] rows) {
        float[] x = new float[rows.length * table.columns()];
        for (int i = 0; i < rows.length; i++) {
            table.row(rows[i], x, i * table.columns());
        }
        return x;
    }
}
