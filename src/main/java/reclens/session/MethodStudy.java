package reclens.session;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import reclens.domain.CancellationToken;
import reclens.domain.NotFoundException;
import reclens.domain.ProgressListener;
import reclens.evaluation.FaithfulnessStudy;
import reclens.evaluation.PlantedStudy;
import reclens.explanation.Method;

/**
 * Explanation methods side by side over many users: what the commands {@code faithfulness} and {@code planted} give for them.
 *
 * @param faithfulness E1 to E9 of the first recommendation of each user
 * @param planted the same methods held against planted causes of as many users; empty where none are known, or none is recommended
 */
public record MethodStudy(FaithfulnessStudy faithfulness, Optional<PlantedStudy> planted) {
    /** Share of the progress that measuring takes where planted causes follow. */
    private static final double MEASURING = 0.7;

    /** Every method but those that take seconds for one recommendation. */
    public static List<Method> quickMethods() {
        return Arrays.stream(Method.values()).filter(m -> !m.slow()).toList();
    }

    /**
     * @param users how many, drawn by the seed; fewer where the workspace has fewer that the model can read
     * @param randomised whether the methods are run on permuted models too (E9), which takes longest
     * @throws reclens.domain.UsageException when the model reads no history
     * @throws NotFoundException when the model can read no user's history
     * @throws reclens.domain.DataException when the file of planted causes is malformed
     * @throws reclens.domain.CancelledException when cancelled
     */
    public static MethodStudy of(
            Workspace workspace,
            int users,
            boolean randomised,
            long seed,
            ProgressListener progress,
            CancellationToken cancellation) {
        ExplanationEvaluator evaluator = new ExplanationEvaluator(workspace);
        boolean truth = PlantedTruth.file(workspace).isPresent();
        double measuring = truth ? MEASURING : 1;
        FaithfulnessStudy study = evaluator.faithfulness(
                new FaithfulnessRequest(users, quickMethods(), workspace.seen(), seed, randomised),
                (stage, fraction) -> progress.progress(stage, fraction * measuring),
                cancellation);
        return new MethodStudy(
                study,
                truth
                        ? planted(
                                evaluator,
                                new PlantedRequest(Optional.empty(), users, quickMethods(), workspace.seen(), seed),
                                (stage, fraction) -> progress.progress(stage, MEASURING + (1 - MEASURING) * fraction),
                                cancellation)
                        : Optional.empty());
    }

    private static Optional<PlantedStudy> planted(
            ExplanationEvaluator evaluator,
            PlantedRequest request,
            ProgressListener progress,
            CancellationToken cancellation) {
        try {
            return Optional.of(evaluator.planted(request, progress, cancellation));
        } catch (NotFoundException noneIsRecommended) {
            return Optional.empty(); // a model that ranks no such item has nothing to be held against
        }
    }
}
