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

    /**
     * There and back from the score of an item to the embeddings of the events.
     *
     * @param itemRow of the item [D]
     * @param embeddings of the events [B, n, D], n at least 1
     */
    abstract EncoderPass pass(
            BufferPool.Lease lease,
            ModelInput input,
            float[] itemRow,
            float[] embeddings,
            int copies,
            boolean keepSlopes);

    @Override
    public final ModelCard card() {
        return card;
    }

    @Override
    public final Set<Ability> abilities() {
        return Set.of(Ability.GRADIENT, Ability.GIVEN_EMBEDDINGS, Ability.ATTENTION_SLOPES, Ability.ATTENTION_PARTS);
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
        List<int[]> chunks = chunks(edits);
        pool.forEach(chunks.size(), (lease, c) -> {
            cancellation.check();
            int from = chunks.get(c)[0];
            List<ModelInput> chunk = edits.subList(from, chunks.get(c)[1]);
            float[] vectors = vectors(lease, chunk);
            for (int i = 0; i < chunk.size(); i++) {
                scores[from + i] = scorer.scores(vectors, i);
            }
        });
        return scores;
    }

    @Override
    public final InputGradient gradient(ModelInput input, int target) {
        int n = checked(input, target).length();
        int d = card.hiddenSize();
        if (n == 0) {
            return new InputGradient(new float[0], new float[0], d);
        }
        float[] embeddings = lookUp(input);
        return new InputGradient(once(input, itemRow(target), embeddings, false).gradients(), embeddings, d);
    }

    @Override
    public final ScoreSlopes slopes(ModelInput input, int target, float[] embeddings) {
        checked(input, target);
        float[] row = itemRow(target);
        return EncoderPass.slopes(
                pool,
                embeddings,
                input.length(),
                card.hiddenSize(),
                bias == null ? 0 : bias[target],
                (lease, chunk, copies, keep) -> pass(lease, input, row, chunk, copies, keep));
    }

    @Override
    public final float[] paddingEmbedding() {
        return itemRow(0);
    }

    @Override
    public final AttentionSlopes attentionSlopes(ModelInput input, int target) {
        checked(input, target);
        return once(input, itemRow(target), lookUp(input), true).slopes();
    }

    @Override
    public final AttentionParts attentionParts(ModelInput input) {
        checked(input, 0);
        return once(input, itemRow(0), lookUp(input), false).parts();
    }

    private EncoderPass once(ModelInput input, float[] itemRow, float[] embeddings, boolean keepSlopes) {
        try (BufferPool.Lease lease = pool.lease()) {
            return pass(lease, input, itemRow, embeddings, 1, keepSlopes);
        }
    }

    private ModelInput checked(ModelInput input, int target) {
        InputCheck.check(input, card);
        InputCheck.checkTargets(new int[] {target}, card);
        return input;
    }

    /** Rows of the item table [n, D]. */
    private float[] lookUp(ModelInput input) {
        int d = card.hiddenSize();
        float[] rows = new float[input.length() * d];
        for (int i = 0; i < input.length(); i++) {
            items.row(input.items()[i], rows, i * d);
        }
        return rows;
    }

    private float[] itemRow(int item) {
        float[] row = new float[card.hiddenSize()];
        items.row(item, row, 0);
        return row;
    }

    @Override
    public final Optional<float[]> itemEmbedding(int item) {
        return Optional.of(itemRow(item));
    }

    @Override
    public final void close() {
        pool.close();
    }

    final BufferPool.Lease lease() {
        return pool.lease();
    }

    final void forEach(int count, BufferPool.Part part) {
        pool.forEach(count, part);
    }

    final Matrix items() {
        return items;
    }

    /** Ranges of edits, each [from, to). */
    private static List<int[]> chunks(List<ModelInput> edits) {
        List<int[]> chunks = new ArrayList<>();
        int from = 0;
        int rows = 0;
        for (int e = 0; e < edits.size(); e++) {
            int own = edits.get(e).length() + 1;
            if (e > from && rows + own > CHUNK_ROWS) {
                chunks.add(new int[] {from, e});
                from = e;
                rows = 0;
            }
            rows += own;
        }
        if (from < edits.size()) {
            chunks.add(new int[] {from, edits.size()});
        }
        return chunks;
    }
}
