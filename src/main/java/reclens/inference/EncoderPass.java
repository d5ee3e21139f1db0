package reclens.inference;

import java.util.Arrays;

/**
 * One way through a model whose core is an encoder, there and back, for B copies of a history that differ in the embeddings of
 * their events.
 *
 * @param scores products of user vectors and item row [B], without a bias of the item
 * @param gradients d scores / d embeddings [B, n, D]
 * @param tape of the encoder that leads from the events' own embeddings
 * @param rows what each row of the encoder is, see {@link AttentionSlopes#rows()}
 */
record EncoderPass(float[] scores, float[] gradients, EncoderTape tape, int[] rows) {
    /** Rows of one product: enough for speed, few enough for the cache. */
    private static final int CHUNK_ROWS = 512;

    /** A model's way there and back. */
    interface Run {
        /**
         * @param embeddings what the events look up [B, n, D]
         * @param keepSlopes see {@link EncoderTape#backward}
         */
        EncoderPass pass(BufferPool.Lease lease, float[] embeddings, int copies, boolean keepSlopes);
    }

    AttentionSlopes slopes() {
        return new AttentionSlopes(rows, tape.slopes());
    }

    AttentionParts parts() {
        return new AttentionParts(rows, tape.parts());
    }

    /**
     * Many copies in chunks, on all cores.
     *
     * @param n events of a copy
     * @param d width of an embedding
     */
    static ScoreSlopes slopes(BufferPool pool, float[] embeddings, int n, int d, float bias, Run run) {
        int size = n * d;
        int copies = embeddings.length / size;
        int chunk = Math.max(1, CHUNK_ROWS / (n + 1));
        float[] scores = new float[copies];
        float[] gradients = new float[embeddings.length];
        pool.forEach((copies + chunk - 1) / chunk, (lease, c) -> {
            int from = c * chunk;
            int count = Math.min(chunk, copies - from);
            EncoderPass pass =
                    run.pass(lease, Arrays.copyOfRange(embeddings, from * size, (from + count) * size), count, false);
            for (int i = 0; i < count; i++) {
                scores[from + i] = pass.scores[i] + bias;
            }
            System.arraycopy(pass.gradients, 0, gradients, from * size, count * size);
        });
        return new ScoreSlopes(scores, gradients);
    }

    /** One copy there and back, for models that do not batch. */
    interface Single {
        /** Puts the score of copy {@code copy} into {@code scores} and returns its gradient [n, D]. */
        float[] run(Kernels k, int copy, float[] scores);
    }

    /** Copies of {@code size} values one by one, on all cores. */
    static ScoreSlopes oneByOne(BufferPool pool, float[] embeddings, int size, Single run) {
        float[] scores = new float[embeddings.length / size];
        float[] gradients = new float[embeddings.length];
        pool.forEach(
                scores.length,
                (lease, copy) ->
                        System.arraycopy(run.run(lease.kernels(), copy, scores), 0, gradients, copy * size, size));
        return new ScoreSlopes(scores, gradients);
    }

    /** Products of B vectors with one item row [B]. */
    static float[] products(float[] vectors, float[] itemRow) {
        int d = itemRow.length;
        float[] scores = new float[vectors.length / d];
        for (int b = 0; b < scores.length; b++) {
            scores[b] = Vectors.dot(vectors, b * d, itemRow, 0, d);
        }
        return scores;
    }

    /** B copies of a row [B, D]. */
    static float[] repeated(float[] row, int copies) {
        float[] all = new float[copies * row.length];
        for (int b = 0; b < copies; b++) {
            System.arraycopy(row, 0, all, b * row.length, row.length);
        }
        return all;
    }

    /** The first {@code rows} of every {@code of} rows: [B, of, D] to [B, rows, D]. */
    static float[] cut(float[] all, int of, int rows, int from, int d) {
        int copies = all.length / (of * d);
        float[] kept = new float[copies * rows * d];
        for (int b = 0; b < copies; b++) {
            System.arraycopy(all, (b * of + from) * d, kept, b * rows * d, rows * d);
        }
        return kept;
    }
}
