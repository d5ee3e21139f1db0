package reclens.explanation;

import java.util.Optional;
import reclens.inference.ModelCard;

/** Computes one kind of attribution to the events of the window. */
sealed interface ExplanationMethod permits RawAttention, AttentionRollout, LeaveOneOut {

    static ExplanationMethod of(Method method) {
        return switch (method) {
            case ATTENTION -> new RawAttention();
            case ROLLOUT -> new AttentionRollout();
            case LEAVE_ONE_OUT -> new LeaveOneOut(LeaveOneOut.Kind.DELETE);
            case LEAVE_ONE_OUT_MASK -> new LeaveOneOut(LeaveOneOut.Kind.MASK);
        };
    }

    /** Why this model cannot support the method; empty when it can. */
    Optional<String> refusal(ModelCard card);

    Attribution attribute(AttributionContext context);
}
