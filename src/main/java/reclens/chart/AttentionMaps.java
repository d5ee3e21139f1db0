package reclens.chart;

import java.util.Arrays;
import java.util.List;
import reclens.domain.AttentionMap;
import reclens.domain.AxisKind;

/** Combines the heads of a layer. */
final class AttentionMaps {
    private static final String PAIRS = "softmax over pairs";

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

    /** The largest size of a finite weight, whatever its sign; 0 when there is none. */
    static double farthest(AttentionMap map) {
        float farthest = 0;
        for (float weight : map.weights()) {
            float size = Math.abs(weight);
            if (size > farthest && Float.isFinite(size)) {
                farthest = size;
            }
        }
        return farthest;
    }

    /** Whether a weight is negative, which only those can be that are not normalised. */
    static boolean signed(AttentionMap map) {
        if (!map.normalisation().equals("none")) {
            return false;
        }
        for (float weight : map.weights()) {
            if (weight < 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether each row is a feature of the embedding, with weights of the events of its own. */
    static boolean isOfFeatures(AttentionMap map) {
        return map.queryKind() == AxisKind.FIELD && map.keyKind() == AxisKind.EVENT;
    }

    /** Whether the cells are pairs of fields, as in AFM: their order means nothing, and a field makes no pair with itself. */
    static boolean isPairs(AttentionMap map) {
        return map.normalisation().equals(PAIRS);
    }

    /** Whether only cells on and below the diagonal are drawn. */
    static boolean oneHalf(AttentionMap map) {
        return isPairs(map) || map.causal() && map.queryKind() == AxisKind.EVENT && map.keyKind() == AxisKind.EVENT;
    }

    /** Pairs of fields without the empty diagonal, each once: fields 1 to n - 1 by fields 0 to n - 2. Other maps as they are. */
    static AttentionMap pairsOnce(AttentionMap map) {
        int n = map.rows();
        if (!isPairs(map) || n < 2 || map.columns() != n) {
            return map;
        }
        float[] weights = new float[(n - 1) * (n - 1)];
        for (int r = 1; r < n; r++) {
            for (int c = 0; c < r; c++) {
                weights[(r - 1) * (n - 1) + c] = Math.max(map.weight(r, c), map.weight(c, r));
            }
        }
        return new AttentionMap(
                map.stream(),
                map.layer(),
                map.head(),
                map.queryKind(),
                map.keyKind(),
                Arrays.copyOfRange(map.queries(), 1, n),
                Arrays.copyOf(map.keys(), n - 1),
                weights,
                new float[n - 1],
                false,
                map.normalisation());
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
