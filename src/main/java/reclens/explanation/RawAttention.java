package reclens.explanation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reclens.domain.AttentionMap;
import reclens.domain.AttentionTrace;
import reclens.inference.ModelCard;

/** A1: attention of the scoring row in the last layer, mean over heads. Not evidence of influence on its own. */
record RawAttention() implements ExplanationMethod {

    @Override
    public Optional<String> refusal(ModelCard card) {
        return Optional.empty();
    }

    @Override
    public Attribution attribute(AttributionContext context) {
        AttentionTrace trace = ScoringStream.of(context.trace().get());
        int layer = trace.layers() - 1;
        List<AttentionMap> heads =
                trace.maps().stream().filter(m -> m.layer() == layer).toList();
        double[] nodes = new double[heads.get(0).columns()];
        double padding = 0;
        for (AttentionMap head : heads) {
            int row = head.rows() - 1;
            for (int k = 0; k < nodes.length; k++) {
                nodes[k] += head.weight(row, k) / heads.size();
            }
            padding += head.rows() == 0 ? 0 : head.paddingMass()[row] / heads.size();
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("normalisation", heads.get(0).normalisation());
        details.put("layer", layer);
        details.put("heads", "mean");
        ScoringStream.describe(context.trace().get(), nodes, details);
        return new Attribution(
                Method.ATTENTION, Arrays.copyOf(nodes, context.input().length()), padding, details);
    }
}
