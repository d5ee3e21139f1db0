package reclens.inference;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import reclens.domain.AttentionMap;
import reclens.domain.AttentionTrace;
import reclens.domain.AxisKind;
import reclens.domain.CancellationToken;
import reclens.domain.ItemVocabulary;
import reclens.domain.Padding;

/**
 * What models share that read fields of a user and of one candidate item, and no history: logit = first order + what the model
 * makes of the field embeddings. Attention stands between fields, in the stream {@code fields}, for the first of the candidates
 * asked for; the axes are named by {@link ModelCard.Traits#fields()}.
 */
abstract class ContextModel implements RecommenderModel {
    private static final int CHUNK = 64;

    private final ModelCard card;
    private final ContextFields fields;
    private final BufferPool pool = new BufferPool();

    ContextModel(ModelCard card, ContextFields fields) {
        this.card = card;
        this.fields = fields;
    }

    /** @param rowsSumToOne whether each row of an attention map sums to 1 */
    static ModelCard card(
            String type, int layers, int heads, boolean rowsSumToOne, ContextFields fields, HyperParameters settings) {
        return new ModelCard(
                type,
                "",
                layers,
                heads,
                fields.width(),
                0,
                Padding.RIGHT,
                false,
                false,
                fields.items(),
                List.of(0),
                settings.assumptions(),
                new ModelCard.Traits(false, false, true, rowsSumToOne, fields.names(), false, ItemVocabulary.EMPTY));
    }

    /** Logits [count] without the first order, of field embeddings x [count, F, E]. */
    abstract float[] logits(Kernels k, float[] x, int count);

    /** Attention maps [F, F] of one candidate's x [F, E], by layer and head. */
    abstract float[][] attention(Kernels k, float[] x);

    /** d logit / dx [F, E], the first order held constant. */
    abstract float[] backward(Kernels k, float[] x);

    abstract String normalisation();

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
        int[] all = IntStream.range(0, card.itemCount()).toArray();
        return scores(input.user(), all, new CancellationToken());
    }

    /** Edits of the history change nothing; only their users count. */
    @Override
    public final float[][] scores(
            ModelInput base, List<ModelInput> edits, int[] targets, CancellationToken cancellation) {
        InputCheck.checkTargets(targets, card);
        Map<Integer, float[]> byUser = new HashMap<>();
        float[][] scores = new float[edits.size()][];
        for (int e = 0; e < scores.length; e++) {
            int user = edits.get(e).user();
            scores[e] = byUser.computeIfAbsent(user, u -> scores(u, targets, cancellation))
                    .clone();
        }
        return scores;
    }

    private float[] scores(int user, int[] items, CancellationToken cancellation) {
        checkUser(user);
        int size = fields.count() * fields.width();
        float[] scores = new float[items.length];
        try (BufferPool.Lease lease = pool.lease()) {
            for (int from = 0; from < items.length; from += CHUNK) {
                cancellation.check();
                int count = Math.min(CHUNK, items.length - from);
                float[] x = new float[count * size];
                for (int c = 0; c < count; c++) {
                    fields.embed(user, items[from + c], x, c * size);
                }
                float[] logits = logits(lease.kernels(), x, count);
                for (int c = 0; c < count; c++) {
                    int item = items[from + c];
                    boolean never = card.unrankable().contains(item);
                    scores[from + c] = never ? Float.NEGATIVE_INFINITY : logits[c] + fields.firstOrder(user, item);
                }
            }
        }
        return scores;
    }

    /** For the best item. */
    @Override
    public final AttentionTrace trace(ModelInput input) {
        return trace(input, Ranking.top(scores(input), new BitSet(), 1));
    }

    @Override
    public final AttentionTrace trace(ModelInput input, int[] candidates) {
        checkUser(input.user());
        InputCheck.checkTargets(candidates, card);
        if (candidates.length == 0) {
            return new AttentionTrace(List.of(), 0, fields.names());
        }
        float[][] kept;
        try (BufferPool.Lease lease = pool.lease()) {
            kept = attention(lease.kernels(), embedding(input.user(), candidates[0]));
        }
        int[] axis = IntStream.range(0, fields.count()).toArray();
        List<AttentionMap> maps = IntStream.range(0, kept.length)
                .mapToObj(m -> new AttentionMap(
                        "fields",
                        m / card.heads(),
                        m % card.heads(),
                        AxisKind.FIELD,
                        AxisKind.FIELD,
                        axis,
                        axis,
                        kept[m],
                        new float[axis.length],
                        false,
                        normalisation()))
                .toList();
        return new AttentionTrace(maps, 0, fields.names());
    }

    /** Queries, keys and values of one head for x [F, E]; empty where the attention is not made of them. */
    Optional<HeadVectors> head(Kernels k, float[] x, HeadPlace place) {
        return Optional.empty();
    }

    @Override
    public final HeadVectors headVectors(ModelInput input, HeadPlace place) {
        checkUser(input.user());
        InputCheck.checkTargets(new int[] {place.candidate()}, card);
        try (BufferPool.Lease lease = pool.lease()) {
            return head(lease.kernels(), embedding(input.user(), place.candidate()), place)
                    .orElseGet(() -> RecommenderModel.super.headVectors(input, place));
        }
    }

    /** The rows are fields, in the order of the field axis; there are no events. */
    @Override
    public final InputGradient gradient(ModelInput input, int target) {
        checkUser(input.user());
        InputCheck.checkTargets(new int[] {target}, card);
        float[] x = embedding(input.user(), target);
        try (BufferPool.Lease lease = pool.lease()) {
            return new InputGradient(backward(lease.kernels(), x), x, fields.width());
        }
    }

    @Override
    public final void close() {
        pool.close();
    }

    private float[] embedding(int user, int item) {
        float[] x = new float[fields.count() * fields.width()];
        fields.embed(user, item, x, 0);
        return x;
    }

    private void checkUser(int user) {
        if (user < 0 || user >= fields.users()) {
            throw new IllegalArgumentException("user index " + user + " is not between 0 and " + (fields.users() - 1));
        }
    }
}
