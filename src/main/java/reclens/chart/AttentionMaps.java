package reclens.chart;

import java.util.List;
import reclens.domain.AttentionMap;

/** Combines the heads of a layer. */
final class AttentionMaps {
    private AttentionMaps() {}

    static AttentionMap mean(List<AttentionMap> heads) {
        float[] weights = new float[heads.get(0).weights().length];
        float[] padding = new float[heads.get(0).paddingMass().length];
        for (AttentionMap head : heads) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] += head.weights()[i] / heads.size();
            }
            for (int i = 0; i < padding.length; i++) {
                padding[i] += head.paddingMass()[i] / heads.size();
            }
        }
        return with(heads.get(0), AttentionOptions.MEAN, weights, padding);
    }

    /** The largest weight of any head, cell by cell; its rows sum to more than 1. */
    static AttentionMap max(List<AttentionMap> heads) {
        float[] weights = new float[heads.get(0).weights().length];
        float[] padding = new float[heads.get(0).paddingMass().length];
        for (AttentionMap head : heads) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = Math.max(weights[i], head.weights()[i]);
            }
            for (int i = 0; i < padding.length; i++) {
                padding[i] = Math.max(padding[i], head.paddingMass()[i]);
            }
        }
        return with(heads.get(0), AttentionOptions.MAX, weights, padding);
    }

    /** The largest finite weight; 0 when there is none. */
    static double largest(AttentionMap map) {
        float largest = 0;
        for (float weight : map.weights()) {
            if (weight > largest && Float.isFinite(weight)) {
                largest = weight;
            }
        }
        return largest;
    }

    private static AttentionMap with(AttentionMap map, int head, float[] weights, float[] padding) {
        return new AttentionMap(
                map.stream(),
                map.layer(),
                head,
                map.queryKind(),
                map.keyKind(),
                map.queries(),
                map.keys(),
                weights,
                padding,
                map.causal(),
                map.normalisation());
    }
}
