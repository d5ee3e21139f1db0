package reclens.inference;

/**
 * y = x W^T + b.
 *
 * @param weight W [out, in]
 * @param bias b [out]
 */
record Linear(Matrix weight, float[] bias) {
    int in() {
        return weight.columns();
    }

    int out() {
        return weight.rows();
    }
}
