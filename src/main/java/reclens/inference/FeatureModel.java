package reclens.inference;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import reclens.domain.CancellationToken;

/** A {@link VectorModel} that reads its events with features of the items. */
abstract class FeatureModel extends VectorModel {
    /** Rows of a batch: enough for fast products, few enough for the cache. */
    private static final int CHUNK_ROWS = 256;

    private final List<ItemField> fields;

    /** @param vocabularies what values mean, by field */
    FeatureModel(ModelCard card, Matrix items, ItemFeatures features, Map<String, List<String>> vocabularies) {
        super(card, items, null);
        this.fields = features.fields(vocabularies);
    }

    /**
     * User vectors of some histories.
     *
     * @param without the value that no event of the history has, one for each of histories of the same length; null where
     *     nothing is missing
     */
    abstract float[] vectors(BufferPool.Lease lease, List<ModelInput> inputs, List<FeatureValue> without);

    @Override
    final float[] vectors(BufferPool.Lease lease, List<ModelInput> inputs) {
        return vectors(lease, inputs, null);
    }

    @Override
    public final List<ItemField> itemFields() {
        return fields;
    }

    @Override
    public final float[][] scoresWithout(
            ModelInput input, List<FeatureValue> removed, int[] targets, CancellationToken cancellation) {
        InputCheck.check(input, card());
        TargetScorer scorer = TargetScorer.of(items(), targets, card());
        float[][] scores = new float[removed.size()][];
        int chunk = Math.max(1, CHUNK_ROWS / (input.length() + 1));
        forEach((scores.length + chunk - 1) / chunk, (lease, c) -> {
            cancellation.check();
            int from = c * chunk;
            List<FeatureValue> some = removed.subList(from, Math.min(scores.length, from + chunk));
            float[] vectors = vectors(lease, Collections.nCopies(some.size(), input), some);
            for (int i = 0; i < some.size(); i++) {
                scores[from + i] = scorer.scores(vectors, i);
            }
        });
        return scores;
    }
}
