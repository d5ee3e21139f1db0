package reclens.explanation;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import reclens.domain.AttentionTrace;
import reclens.domain.CancellationToken;
import reclens.domain.ProgressListener;
import reclens.inference.AttentionParts;
import reclens.inference.FeatureValue;
import reclens.inference.InputGradient;
import reclens.inference.ModelInput;
import reclens.inference.RecommenderModel;
import reclens.inference.ScoreSlopes;

/**
 * What a method may use. The explained score is s_t, or s_t - s_u where the question is "why t rather than u" (A12, Yin and
 * Neubig 2022, arXiv 2202.10419).
 *
 * @param model ready to run
 * @param input the events of the window [n]
 * @param target item index t
 * @param contrast item index u; {@link #NONE} where s_t alone is explained
 * @param score the explained score of the whole window
 * @param trace the attention of the window, computed when first asked for
 * @param gradient of the explained score, computed when first asked for
 * @param parts the vectors that attention passes on, computed when first asked for
 * @param seed of what is drawn at random
 * @param progress told by methods that take long
 * @param cancellation stops re-runs
 */
record AttributionContext(
        RecommenderModel model,
        ModelInput input,
        int target,
        int contrast,
        double score,
        Supplier<AttentionTrace> trace,
        Supplier<InputGradient> gradient,
        Supplier<AttentionParts> parts,
        long seed,
        ProgressListener progress,
        CancellationToken cancellation) {
    /** No item to contrast with. */
    static final int NONE = -1;

    static AttributionContext of(
            RecommenderModel model,
            ModelInput input,
            int target,
            int contrast,
            long seed,
            ProgressListener progress,
            CancellationToken cancellation) {
        double score = scores(model, input, List.of(input), target, contrast, cancellation)[0];
        return new AttributionContext(
                model,
                input,
                target,
                contrast,
                score,
                once(() -> model.trace(input, new int[] {target})),
                once(() -> gradient(model, input, target, contrast)),
                once(() -> model.attentionParts(input)),
                seed,
                progress,
                cancellation);
    }

    /** Why a method cannot explain the difference of two scores, where that is asked; empty when it can. */
    Optional<String> refusal(Method method) {
        return contrast == NONE || method.signed()
                ? Optional.empty()
                : Optional.of("its values have no direction, so they cannot tell one item from another");
    }

    /** The explained score of histories that are close to the input [edits]. */
    double[] scores(List<ModelInput> edits) {
        return scores(model, input, edits, target, contrast, cancellation);
    }

    /** The explained score when no event has a feature value, one value at a time [removed]. */
    double[] scoresWithout(List<FeatureValue> removed) {
        int[] targets = contrast == NONE ? new int[] {target} : new int[] {target, contrast};
        return explained(model.scoresWithout(input, removed, targets, cancellation), contrast);
    }

    /** Explained score and its gradient at embeddings [B, n, D] in place of those of the events. */
    ScoreSlopes slopes(float[] embeddings) {
        ScoreSlopes slopes = model.slopes(input, target, embeddings);
        if (contrast == NONE) {
            return slopes;
        }
        ScoreSlopes other = model.slopes(input, contrast, embeddings);
        return new ScoreSlopes(
                difference(slopes.scores(), other.scores()), difference(slopes.gradients(), other.gradients()));
    }

    private static float[] difference(float[] a, float[] b) {
        float[] difference = a.clone();
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= b[i];
        }
        return difference;
    }

    private static double[] scores(
            RecommenderModel model,
            ModelInput input,
            List<ModelInput> edits,
            int target,
            int contrast,
            CancellationToken cancellation) {
        int[] targets = contrast == NONE ? new int[] {target} : new int[] {target, contrast};
        return explained(model.scores(input, edits, targets, cancellation), contrast);
    }

    private static double[] explained(float[][] found, int contrast) {
        double[] scores = new double[found.length];
        for (int e = 0; e < scores.length; e++) {
            scores[e] = contrast == NONE ? found[e][0] : (double) found[e][0] - found[e][1];
        }
        return scores;
    }

    private static InputGradient gradient(RecommenderModel model, ModelInput input, int target, int contrast) {
        InputGradient gradient = model.gradient(input, target);
        if (contrast == NONE) {
            return gradient;
        }
        float[] other = model.gradient(input, contrast).gradients();
        return new InputGradient(difference(gradient.gradients(), other), gradient.embeddings(), gradient.width());
    }

    private static <T> Supplier<T> once(Supplier<T> supplier) {
        return new Supplier<>() {
            private T value;

            @Override
            public synchronized T get() {
                if (value == null) {
                    value = supplier.get();
                }
                return value;
            }
        };
    }
}
