package reclens.explanation;

import java.util.function.Supplier;
import reclens.domain.AttentionTrace;
import reclens.domain.CancellationToken;
import reclens.inference.ModelInput;
import reclens.inference.RecommenderModel;

/**
 * What a method may use.
 *
 * @param model ready to run
 * @param input the events of the window [n]
 * @param target item index t
 * @param score s_t of the whole window
 * @param trace the attention of the window, computed when first asked for
 * @param cancellation stops re-runs
 */
record AttributionContext(
        RecommenderModel model,
        ModelInput input,
        int target,
        float score,
        Supplier<AttentionTrace> trace,
        CancellationToken cancellation) {}
