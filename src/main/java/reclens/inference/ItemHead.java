package reclens.inference;

/**
 * A last layer with one output per item.
 *
 * @param layer weight [I, D] and bias [I]
 */
record ItemHead(Linear layer) {
    int items() {
        return layer.out();
    }

    /** Scores [T] of a vector [D]; {@code targets} null stands for all items. */
    float[] scores(Kernels k, float[] vector, int[] targets) {
        if (targets == null) {
            float[] scores = new float[items()];
            k.linear(vector, 1, layer, Activation.NONE, scores);
            return scores;
        }
        float[] scores = new float[targets.length];
        for (int t = 0; t < targets.length; t++) {
            float[] row = row(targets[t]);
            scores[t] = Vectors.dot(row, 0, vector, 0, row.length) + layer.bias()[targets[t]];
        }
        return scores;
    }

    /** The weights [D] of one item: d score / d vector. */
    float[] row(int item) {
        float[] row = new float[layer.in()];
        layer.weight().row(item, row, 0);
        return row;
    }
}
