package reclens.inference;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import reclens.domain.AttentionTrace;
import reclens.domain.CancellationToken;
import reclens.domain.Problem;
import reclens.domain.UsageException;

/**
 * A trained model, ready to run. Safe for use by several threads at once. Inputs are checked by the caller: indices in
 * range, at most {@link ModelCard#windowLength()} events.
 *
 * <p>An empty input is scored too: left-padded models see all padding; right-padded and recurrent ones a single padding item,
 * unmasked; BERT4Rec its mask slot alone; DIN a user vector of zeros.
 */
public interface RecommenderModel extends AutoCloseable {
    ModelCard card();

    /** Scores (logits) of all item indices [I]; unrankable indices get negative infinity. */
    float[] scores(ModelInput input);

    /**
     * Scores of some items for edited copies of one history. States that an edit cannot have changed are reused.
     *
     * @param base the history before the edits
     * @param edits histories close to the base
     * @param targets item indices [T]
     * @return [edits, T]
     * @throws reclens.domain.CancelledException when cancelled
     */
    float[][] scores(ModelInput base, List<ModelInput> edits, int[] targets, CancellationToken cancellation);

    /** What it can do beyond scores and attention. */
    default Set<Ability> abilities() {
        return Set.of();
    }

    /** Feature fields that events are read with, the item itself left out; empty where the model reads none. */
    default List<ItemField> itemFields() {
        return List.of();
    }

    /**
     * Scores of some items when no event has a certain feature value, one value at a time. An event without its one value of a
     * field is read with zeros in its place; of several values the others stay. The scored items keep theirs.
     *
     * @param removed values of {@link #itemFields()} [R]
     * @param targets item indices [T]
     * @return [R, T]
     * @throws UsageException where the model reads no features of its events
     * @throws reclens.domain.CancelledException when cancelled
     */
    default float[][] scoresWithout(
            ModelInput input, List<FeatureValue> removed, int[] targets, CancellationToken cancellation) {
        throw unable("reads no features of its events");
    }

    /** All layers, heads and rows. */
    AttentionTrace trace(ModelInput input);

    /**
     * Attention that depends on the recommended item, as in DIN or AutoInt: one row or one matrix per candidate. Models whose
     * attention does not depend on it give {@link #trace(ModelInput)}.
     *
     * @param candidates item indices, best first
     */
    default AttentionTrace trace(ModelInput input, int[] candidates) {
        return trace(input);
    }

    /**
     * Gradient of the score of one item with respect to the events' embeddings.
     *
     * @param target item index t
     * @throws UsageException where the model lacks {@link Ability#GRADIENT}
     */
    default InputGradient gradient(ModelInput input, int target) {
        throw unable("has no backward pass");
    }

    /**
     * Score of one item and its gradient at embeddings in place of those that the events look up; positions, padding and mask
     * stay those of the history.
     *
     * @param input history of n events, n at least 1
     * @param embeddings of the events [B, n, D], raw as in {@link InputGradient}
     * @throws UsageException where the model lacks {@link Ability#GIVEN_EMBEDDINGS}
     */
    default ScoreSlopes slopes(ModelInput input, int target, float[] embeddings) {
        throw unable("does not take embeddings of its events");
    }

    /**
     * Row 0 [D] of what events look up: that of padding.
     *
     * @throws UsageException where the model lacks {@link Ability#GIVEN_EMBEDDINGS}
     */
    default float[] paddingEmbedding() {
        throw unable("does not take embeddings of its events");
    }

    /**
     * Attention weights on the way to one score, with its gradient with respect to each; of the stream that reads the items.
     *
     * @param input history of n events, n at least 1
     * @throws UsageException where the model lacks {@link Ability#ATTENTION_SLOPES}
     */
    default AttentionSlopes attentionSlopes(ModelInput input, int target) {
        throw unable("does not give gradients of its attention");
    }

    /**
     * What makes up the outputs of the attention sub-layers on the way to the scoring row; of the stream that reads the items.
     *
     * @param input history of n events, n at least 1
     * @throws UsageException where the model lacks {@link Ability#ATTENTION_PARTS}
     */
    default AttentionParts attentionParts(ModelInput input) {
        throw unable("does not give the vectors behind its attention");
    }

    /**
     * Queries, keys and values of one attention head.
     *
     * @throws UsageException where the attention of that stream is not made of queries and keys, or there is no such head
     */
    default HeadVectors headVectors(ModelInput input, HeadPlace place) {
        throw new UsageException(Problem.of("the attention of a model of type " + card().type()
                        + " is not a product of queries and keys, so there are none to take")
                .fix("choose a model with dot-product attention, or type tensors of your own"));
    }

    /** Row [D] of the item table by which items are compared; empty where the model has no such table. */
    default Optional<float[]> itemEmbedding(int item) {
        return Optional.empty();
    }

    @Override
    void close();

    private UsageException unable(String what) {
        return new UsageException(Problem.of("a model of type " + card().type() + " " + what));
    }
}
