package reclens.explanation;

import java.util.Optional;
import reclens.inference.RecommenderModel;

/** Computes one kind of attribution to the events of the window. */
sealed interface ExplanationMethod permits RawAttention, AttentionRollout, Gradient, LeaveOneOut {

    static ExplanationMethod of(Method method) {
        return switch (method) {
            case ATTENTION -> new RawAttention();
            case ROLLOUT -> new AttentionRollout();
            case GRADIENT -> new Gradient(Gradient.Kind.NORM);
            case GRADIENT_X_INPUT -> new Gradient(Gradient.Kind.TIMES_INPUT);
            case LEAVE_ONE_OUT -> new LeaveOneOut(LeaveOneOut.Kind.DELETE);
            case LEAVE_ONE_OUT_MASK -> new LeaveOneOut(LeaveOneOut.Kind.MASK);
        };
    }

    /** Why this model cannot support the method; empty when it can. */
    Optional<String> refusal(RecommenderModel model);

    Attribution attribute(AttributionContext context);
}
