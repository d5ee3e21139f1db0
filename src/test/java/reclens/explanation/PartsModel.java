package reclens.explanation;

import java.util.List;
import java.util.Set;
import reclens.domain.AttentionTrace;
import reclens.domain.CancellationToken;
import reclens.inference.Ability;
import reclens.inference.AttentionParts;
import reclens.inference.ModelCard;
import reclens.inference.ModelInput;
import reclens.inference.RecommenderModel;

/** A model with given attention sub-layers and scores that depend on the items of the history alone. */
record PartsModel(AttentionParts parts) implements RecommenderModel {
    private static final AdditiveModel SCORES = ExplanationFixture.supportingItemOne(0, 0, 1);

    @Override
    public ModelCard card() {
        return SCORES.card();
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.ATTENTION_PARTS);
    }

    @Override
    public float[] scores(ModelInput input) {
        return SCORES.scores(input);
    }

    @Override
    public float[][] scores(ModelInput base, List<ModelInput> edits, int[] targets, CancellationToken cancellation) {
        return SCORES.scores(base, edits, targets, cancellation);
    }

    @Override
    public AttentionTrace trace(ModelInput input) {
        return SCORES.trace(input);
    }

    @Override
    public AttentionParts attentionParts(ModelInput input) {
        return parts;
    }

    @Override
    public void close() {}
}
