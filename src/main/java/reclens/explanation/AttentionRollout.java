package reclens.explanation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import reclens.domain.AttentionMap;
import reclens.domain.AttentionTrace;
import reclens.inference.RecommenderModel;

/**
 * A2: attention rollout (Abnar and Zuidema 2020, arXiv 2005.00928). Rows of {@code mean head + I} are normalised and the
 * layers multiplied; the scoring row is taken.
 *
 * <p>Padding slots that receive attention stay nodes. They attend only to padding, so all of them are one node that keeps
 * what it receives: the lumping is exact. A mask slot is a node too; what stays on it is its {@code self_mass}.
 */
record AttentionRollout() implements ExplanationMethod {

    @Override
    public Optional<String> refusal(RecommenderModel model) {
        if (!model.card().traits().rowsSumToOne()) {
            return Optional.of("its attention does not sum to 1, so layers cannot be multiplied");
        }
        return model.card().traits().eventsToEvents()
                ? Optional.empty()
                : Optional.of("its attention does not lead from events to events, so there are no layers to multiply");
    }

    @Override
    public Attribution attribute(AttributionContext context) {
        AttentionTrace trace = ScoringStream.of(context.trace().get());
        int n = trace.map(0, 0).rows(); // events, and the mask slot where the model has one
        double[] reach = new double[n];
        if (n > 0) {
            reach[n - 1] = 1;
        }
        double padding = 0;
        for (int layer = trace.layers() - 1; layer >= 0; layer--) {
            double[] next = new double[n];
            for (int head = 0; head < trace.heads(); head++) {
                AttentionMap map = trace.map(layer, head);
                for (int q = 0; q < n; q++) {
                    double share = reach[q] / trace.heads();
                    if (share == 0) {
                        continue;
                    }
                    for (int k = 0; k < n; k++) {
                        next[k] += share * map.weight(q, k);
                    }
                    padding += share * map.paddingMass()[q] / 2;
                }
            }
            // A softmax row sums to 1 with its padding, so (A + I) has row sums of 2.
            for (int k = 0; k < n; k++) {
                reach[k] = (next[k] + reach[k]) / 2;
            }
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("layers", trace.layers());
        details.put("heads", "mean");
        ScoringStream.describe(context.trace().get(), reach, details);
        return new Attribution(
                Method.ROLLOUT, Arrays.copyOf(reach, context.input().length()), padding, details);
    }
}
