package reclens.session;

import java.util.List;
import reclens.domain.UserHistory;
import reclens.explanation.Method;

/**
 * What to explain.
 *
 * @param history the events before the recommendation
 * @param itemIndex the model's index of the item to explain
 * @param methods in the order in which they are shown
 * @param faithfulness whether to compute the deletion curves and verdicts
 * @param counterfactual whether to look for the smallest set of events that takes the item off rank 1
 * @param seed of the random orders
 * @param contrast the model's index of the item u of "why this item rather than u"; {@link #NONE} where there is none
 */
public record ExplainRequest(
        UserHistory history,
        int itemIndex,
        List<Method> methods,
        boolean faithfulness,
        boolean counterfactual,
        long seed,
        int contrast) {
    /** No item to contrast with. */
    public static final int NONE = -1;

    /** Explains the score of the item alone. */
    public ExplainRequest(
            UserHistory history,
            int itemIndex,
            List<Method> methods,
            boolean faithfulness,
            boolean counterfactual,
            long seed) {
        this(history, itemIndex, methods, faithfulness, counterfactual, seed, NONE);
    }
}
