package reclens.explanation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import reclens.inference.AttentionParts;
import reclens.inference.RecommenderModel;

/**
 * A4 and A5: length of the vector that each event passes on to the scoring row in the last layer, bare ({@code sum_h A f(x)},
 * Kobayashi et al. 2020, arXiv 2004.10102) or with the residual connection and the LayerNorm that follows it (2021, arXiv
 * 2109.07152).
 */
record NormBased(boolean withResidual) implements ExplanationMethod {

    @Override
    public Optional<String> refusal(RecommenderModel model) {
        return SublayerVectors.refusal(model);
    }

    @Override
    public Attribution attribute(AttributionContext context) {
        Method method = withResidual ? Method.NORM_RESIDUAL : Method.NORM;
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("normalisation", "none");
        if (context.input().length() == 0) {
            return new Attribution(method, new double[0], Double.NaN, details);
        }
        AttentionParts parts = context.parts().get();
        int last = parts.layers().size() - 1;
        AttentionParts.Layer layer = parts.layers().get(last);
        SublayerVectors vectors = new SublayerVectors(layer);
        int query = layer.queries() - 1;
        RowShares norms = RowShares.none(parts.rows());
        for (int c = 0; c < layer.columns(); c++) {
            // A padding column holds equal slots: the norm of their sum is the sum of their norms.
            double[] vector = withResidual ? vectors.transformed(query, c) : vectors.mixed(query, c);
            double squares = 0;
            for (double v : vector) {
                squares += v * v;
            }
            norms.add(c - (layer.columns() - layer.rows()), Math.sqrt(squares));
        }
        details.put("layer", last);
        details.put("heads", "sum");
        ScoringStream.nameIfSeveral(context, details);
        return norms.attribution(method, context.input().length(), details);
    }
}
