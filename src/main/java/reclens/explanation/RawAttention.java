package reclens.explanation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import reclens.domain.AttentionMap;
import reclens.domain.AttentionTrace;
import reclens.domain.AxisKind;
import reclens.inference.RecommenderModel;

/** A1: attention of the scoring row in the last layer, mean over heads. Not evidence of influence on its own. */
record RawAttention() implements ExplanationMethod {

    @Override
    public Optional<String> refusal(RecommenderModel model) {
        return Optional.empty();
    }

    @Override
    public Attribution attribute(AttributionContext context) {
        AttentionTrace trace = ScoringStream.of(context.trace().get());
        int layer = trace.layers() - 1;
        List<AttentionMap> heads =
                trace.maps().stream().filter(m -> m.layer() == layer).toList();
        Reading reading = Reading.of(heads.get(0));
        double[] nodes = new double
                [reading == Reading.COLUMN ? heads.get(0).rows() : heads.get(0).columns()];
        double padding = 0;
        for (AttentionMap head : heads) {
            int first = reading == Reading.LAST_ROW ? Math.max(0, head.rows() - 1) : 0;
            for (int row = first; row < head.rows(); row++) {
                double share = 1.0 / heads.size() / (reading == Reading.MEAN_ROW ? head.rows() : 1);
                if (reading == Reading.COLUMN) {
                    nodes[row] += head.weight(row, column(head, context.target())) * share;
                    continue;
                }
                for (int k = 0; k < nodes.length; k++) {
                    nodes[k] += head.weight(row, k) * share;
                }
                padding += head.paddingMass()[row] * share;
            }
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("normalisation", heads.get(0).normalisation());
        details.put("layer", layer);
        details.put("heads", "mean");
        reading.describe(details);
        ScoringStream.describe(context.trace().get(), nodes, details);
        return new Attribution(
                Method.ATTENTION, Arrays.copyOf(nodes, context.input().length()), padding, details);
    }

    /** Where a map holds the weights of the events. */
    private enum Reading {
        /** The last row scores: events, a mask slot, or the candidate. */
        LAST_ROW,
        /** No row asks: events are weighed in one sum. */
        POOL,
        /** Every feature has a row of its own. */
        MEAN_ROW,
        /** Events attend to items: what they give to the explained one. */
        COLUMN;

        static Reading of(AttentionMap map) {
            if (map.keyKind() == AxisKind.CANDIDATE) {
                return COLUMN;
            }
            return switch (map.queryKind()) {
                case FIELD -> MEAN_ROW;
                case POOL -> POOL;
                default -> LAST_ROW;
            };
        }

        void describe(Map<String, Object> details) {
            switch (this) {
                case MEAN_ROW -> details.put("fields", "mean");
                case COLUMN -> details.put("direction", "event to item");
                case POOL -> details.put("query", "none");
                default -> {}
            }
        }
    }

    private static int column(AttentionMap map, int target) {
        return IntStream.range(0, map.columns())
                .filter(c -> map.keys()[c] == target)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the attention map lacks the explained item " + target));
    }
}
