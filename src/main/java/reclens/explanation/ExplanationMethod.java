package reclens.explanation;

import java.util.Optional;
import reclens.inference.RecommenderModel;

/** Computes one kind of attribution to the events of the window. */
sealed interface ExplanationMethod
        permits RawAttention,
                AttentionRollout,
                AttentionFlow,
                NormBased,
                Alti,
                Gradient,
                GradientAttention,
                IntegratedGradients,
                LeaveOneOut,
                Shapley {

    static ExplanationMethod of(Method method) {
        return switch (method) {
            case ATTENTION -> new RawAttention();
            case ROLLOUT -> new AttentionRollout();
            case FLOW -> new AttentionFlow();
            case NORM -> new NormBased(false);
            case NORM_RESIDUAL -> new NormBased(true);
            case ALTI -> new Alti();
            case GRADIENT -> new Gradient(Gradient.Kind.NORM);
            case GRADIENT_X_INPUT -> new Gradient(Gradient.Kind.TIMES_INPUT);
            case GRADIENT_ATTENTION -> new GradientAttention();
            case INTEGRATED_GRADIENTS ->
                new IntegratedGradients(IntegratedGradients.FIRST_STEPS, IntegratedGradients.MOST_STEPS);
            case LEAVE_ONE_OUT -> new LeaveOneOut(LeaveOneOut.Kind.DELETE);
            case LEAVE_ONE_OUT_MASK -> new LeaveOneOut(LeaveOneOut.Kind.MASK);
            case SHAPLEY -> new Shapley(Shapley.TARGET_ERROR, Shapley.MOST_FORWARDS, Shapley.EXACT_UP_TO);
        };
    }

    /** Why this model cannot support the method; empty when it can. */
    Optional<String> refusal(RecommenderModel model);

    Attribution attribute(AttributionContext context);
}
