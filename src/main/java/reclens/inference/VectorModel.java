package reclens.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reclens.domain.CancellationToken;

/** A model that turns a history into a user vector [D] and scores each item by the product with the item's row. */
abstract class VectorModel implements RecommenderModel {
    /** Rows of a batch of edits: enough for fast products, few enough for the cache. */
    private static final int CHUNK_ROWS = 256;

    private final ModelCard card;
    private final Matrix items;
    private final float[] bias;
    private final BufferPool pool = new BufferPool();

    /**
     * @param items the item table [at least I, D]; rows after the card's I are no items
     * @param bias added to the score of each item [I]; null where there is none
     */
    VectorModel(ModelCard card, Matrix items, float[] bias) {
        this.card = card;
        this.items = items;
        this.bias = bias;
    }

    /** User vectors of some histories, none of them checked here: the first rows [B, D] of the array returned. */
    abstract float[] vectors(BufferPool.Lease lease, List<ModelInput> inputs);

    /** The way back from the score of item row {@code itemRow} [D] to the looked-up rows [n, D] of a history. */
    abstract float[] gradient(BufferPool.Lease lease, ModelInput input, float[] itemRow);

    @Override
    public final ModelCard card() {
        return card;
    }

    @Override
    public final Set<Ability> abilities() {
        return Set.of(Ability.GRADIENT);
    }

    @Override
    public final float[] scores(ModelInput input) {
        InputCheck.check(input, card);
        try (BufferPool.Lease lease = pool.lease()) {
            float[] scores = new float[items.rows()];
            lease.kernels().scores(items, vectors(lease, List.of(input)), scores);
            float[] ofItems = scores.length == card.itemCount() ? scores : Arrays.copyOf(scores, card.itemCount());
            if (bias != null) {
                lease.kernels().add(ofItems, bias, ofItems.length);
            }
            card.unrankable().forEach(i -> ofItems[i] = Float.NEGATIVE_INFINITY);
            return ofItems;
        }
    }

    @Override
    public final float[][] scores(
            ModelInput base, List<ModelInput> edits, int[] targets, CancellationToken cancellation) {
        InputCheck.check(base, card);
        edits.forEach(e -> InputCheck.check(e, card));
        TargetScorer scorer = TargetScorer.of(items, bias, targets, card);
        float[][] scores = new float[edits.size()][];
        try (BufferPool.Lease lease = pool.lease()) {
            int done = 0;
            for (List<ModelInput> chunk : chunks(edits)) {
                cancellation.check();
                float[] vectors = vectors(lease, chunk);
                for (int i = 0; i < chunk.size(); i++) {
                    scores[done++] = scorer.scores(vectors, i);
                }
            }
        }
        return scores;
    }

    @Override
    public final InputGradient gradient(ModelInput input, int target) {
        InputCheck.check(input, card);
        InputCheck.checkTargets(new int[] {target}, card);
        int n = input.length();
        int d = card.hiddenSize();
        if (n == 0) {
            return new InputGradient(new float[0], new float[0], d);
        }
        float[] itemRow = new float[d];
        items.row(target, itemRow, 0);
        float[] embeddings = new float[n * d];
        for (int i = 0; i < n; i++) {
            items.row(input.items()[i], embeddings, i * d);
        }
        try (BufferPool.Lease lease = pool.lease()) {
            return new InputGradient(gradient(lease, input, itemRow), embeddings, d);
        }
    }

    @Override
    public final Optional<float[]> itemEmbedding(int item) {
        float[] row = new float[items.columns()];
        items.row(item, row, 0);
        return Optional.of(row);
    }

    @Override
    public final void close() {
        pool.close();
    }

    final BufferPool.Lease lease() {
        return pool.lease();
    }

    final Matrix items() {
        return items;
    }

    private static List<List<ModelInput>> chunks(List<ModelInput> edits) {
        List<List<ModelInput>> chunks = new ArrayList<>();
        int from = 0;
        int rows = 0;
        for (int e = 0; e < edits.size(); e++) {
            int own = edits.get(e).length() + 1;
            if (e > from && rows + own > CHUNK_ROWS) {
                chunks.add(edits.subList(from, e));
                from = e;
                rows = 0;
            }
            rows += own;
        }
        chunks.add(edits.subList(from, edits.size()));
        return chunks.stream().filter(c -> !c.isEmpty()).toList();
    }
}
