package reclens.explanation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reclens.inference.Ability;
import reclens.inference.AttentionSlopes;
import reclens.inference.RecommenderModel;

/**
 * A8: gradient-weighted attention (Chefer et al. 2021, arXiv 2103.15679). {@code C = mean over heads of (ds_t/dA * A)^+} and
 * {@code R <- R + C R} from R = I, layer by layer; the scoring row of R - I is taken.
 */
record GradientAttention() implements ExplanationMethod {

    @Override
    public Optional<String> refusal(RecommenderModel model) {
        return model.abilities().contains(Ability.ATTENTION_SLOPES)
                ? Optional.empty()
                : Optional.of("the model does not give the gradient of its score with respect to attention weights");
    }

    @Override
    public Attribution attribute(AttributionContext context) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("normalisation", "none");
        if (context.input().length() == 0) {
            return new Attribution(Method.GRADIENT_ATTENTION, new double[0], Double.NaN, details);
        }
        AttentionSlopes slopes = context.model().attentionSlopes(context.input(), context.target());
        List<AttentionSlopes.Layer> layers = slopes.layers();
        details.put("layers", layers.size());
        details.put("heads", "mean");
        RowShares reach = RowShares.startingAt(slopes.rows(), scoringRow(layers));
        // From the top: (e_q (I + C_L)) ... (I + C_1), so that one row suffices.
        for (int l = layers.size() - 1; l >= 0; l--) {
            reach = add(reach, layers.get(l));
        }
        reach.rows()[scoringRow(layers)] -= 1; // the identity is no evidence
        ScoringStream.nameIfSeveral(context, details);
        return reach.attribution(Method.GRADIENT_ATTENTION, context.input().length(), details);
    }

    private static int scoringRow(List<AttentionSlopes.Layer> layers) {
        AttentionSlopes.Layer last = layers.get(layers.size() - 1);
        return last.first() + last.queries() - 1;
    }

    private static RowShares add(RowShares reach, AttentionSlopes.Layer layer) {
        RowShares next = reach.copy();
        int columns = layer.columns();
        int lead = columns - layer.rows();
        for (int h = 0; h < layer.heads(); h++) {
            for (int q = 0; q < layer.queries(); q++) {
                double share = reach.rows()[layer.first() + q] / layer.heads();
                int at = (h * layer.queries() + q) * columns;
                for (int c = 0; c < columns && share > 0; c++) {
                    double flow = share * Math.max(0, (double) layer.weights()[at + c] * layer.gradients()[at + c]);
                    next.add(c - lead, flow);
                }
            }
        }
        return next;
    }
}
