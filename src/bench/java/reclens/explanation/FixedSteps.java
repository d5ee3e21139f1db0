package reclens.explanation;

import reclens.domain.CancellationToken;
import reclens.domain.ProgressListener;
import reclens.inference.ModelInput;
import reclens.inference.RecommenderModel;

/** Integrated gradients with a number of steps that the gap does not change; the application knows no such thing. */
public final class FixedSteps {
    private FixedSteps() {}

    /**
     * @param target item index t
     * @param steps m
     */
    public static Attribution integratedGradients(RecommenderModel model, ModelInput input, int target, int steps) {
        return new IntegratedGradients(steps, steps)
                .attribute(AttributionContext.of(
                        model,
                        input,
                        target,
                        AttributionContext.NONE,
                        1,
                        ProgressListener.NONE,
                        new CancellationToken()));
    }
}
