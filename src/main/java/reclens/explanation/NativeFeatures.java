package reclens.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import reclens.domain.AttentionMap;
import reclens.domain.AttentionTrace;
import reclens.domain.AxisKind;

/**
 * Product features from the model: the weights that a model itself puts on feature fields. Fields that are keys get the
 * mean over rows and heads of their weight, layer by layer; pairs of fields stand as {@code a x b}.
 */
final class NativeFeatures {
    private NativeFeatures() {}

    /** Why there are none. */
    static final String REFUSAL = "the model puts no weights on feature fields";

    /** @return by layer; empty where no attention of the model has fields as keys */
    static List<FeatureContribution> of(AttentionTrace trace) {
        Map<Integer, Map<String, Double>> layers = new TreeMap<>();
        Map<Integer, Integer> maps = new TreeMap<>();
        for (AttentionMap map : trace.maps()) {
            if (map.keyKind() == AxisKind.FIELD && map.rows() > 0) {
                maps.merge(map.layer(), 1, Integer::sum);
                add(map, trace.fields(), layers.computeIfAbsent(map.layer(), l -> new java.util.LinkedHashMap<>()));
            }
        }
        List<FeatureContribution> features = new ArrayList<>();
        layers.forEach((layer, weights) -> weights.forEach(
                (name, weight) -> features.add(FeatureContribution.ofModel(name, layer, weight / maps.get(layer)))));
        return features;
    }

    private static void add(AttentionMap map, List<String> fields, Map<String, Double> weights) {
        boolean pairs = isPairs(map);
        for (int q = 0; q < map.rows(); q++) {
            for (int k = pairs ? q + 1 : 0; k < map.columns(); k++) {
                String key = fields.get(map.keys()[k]);
                String name = pairs ? fields.get(map.queries()[q]) + " x " + key : key;
                weights.merge(name, (double) map.weight(q, k) / (pairs ? 1 : map.rows()), Double::sum);
            }
        }
    }

    /** Whether the map holds one weight per pair of fields, above the diagonal. */
    private static boolean isPairs(AttentionMap map) {
        if (map.queryKind() != AxisKind.FIELD || map.rows() != map.columns()) {
            return false;
        }
        for (int q = 0; q < map.rows(); q++) {
            for (int k = 0; k <= q; k++) {
                if (map.weight(q, k) != 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
