package reclens.inference;

/** Scores of a few items for many user vectors, without the product with the whole item table. */
final class TargetScorer {
    private final float[] rows; // [T, D]
    private final float[] bias; // [T]
    private final boolean[] unrankable; // [T]
    private final int hiddenSize;

    private TargetScorer(float[] rows, float[] bias, boolean[] unrankable, int hiddenSize) {
        this.rows = rows;
        this.bias = bias;
        this.unrankable = unrankable;
        this.hiddenSize = hiddenSize;
    }

    static TargetScorer of(Matrix items, int[] targets, ModelCard card) {
        return of(items, null, targets, card);
    }

    /** @param bias added to the score of each item [I]; null where there is none */
    static TargetScorer of(Matrix items, float[] bias, int[] targets, ModelCard card) {
        InputCheck.checkTargets(targets, card);
        int d = card.hiddenSize();
        float[] rows = new float[targets.length * d];
        float[] ofTargets = new float[targets.length];
        boolean[] unrankable = new boolean[targets.length];
        for (int t = 0; t < targets.length; t++) {
            items.row(targets[t], rows, t * d);
            ofTargets[t] = bias == null ? 0 : bias[targets[t]];
            unrankable[t] = card.unrankable().contains(targets[t]);
        }
        return new TargetScorer(rows, ofTargets, unrankable, d);
    }

    /** Scores [T] of the user vector in row {@code row} of {@code vectors}. */
    float[] scores(float[] vectors, int row) {
        float[] scores = new float[unrankable.length];
        for (int t = 0; t < scores.length; t++) {
            scores[t] =
                    unrankable[t] ? Float.NEGATIVE_INFINITY : dot(vectors, row * hiddenSize, t * hiddenSize) + bias[t];
        }
        return scores;
    }

    private float dot(float[] vectors, int v, int t) {
        float s0 = 0;
        float s1 = 0;
        int j = 0;
        for (; j + 1 < hiddenSize; j += 2) {
            s0 += vectors[v + j] * rows[t + j];
            s1 += vectors[v + j + 1] * rows[t + j + 1];
        }
        return j < hiddenSize ? s0 + s1 + vectors[v + j] * rows[t + j] : s0 + s1;
    }
}
