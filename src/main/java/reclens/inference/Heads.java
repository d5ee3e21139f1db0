package reclens.inference;

/**
 * How the hidden size is shared by attention heads.
 *
 * @param count H
 * @param width D, a multiple of H
 */
record Heads(int count, int width) {
    int size() {
        return width / count;
    }

    float scale() {
        return (float) (1 / Math.sqrt(size()));
    }
}
