package reclens.chart;

import java.util.List;
import reclens.domain.AttentionMap;
import reclens.domain.AttentionTrace;
import reclens.domain.AxisKind;

/** How attention weights become colours. Never renormalised in silence: the colour bar says which. */
public enum ScaleMode {
    /** From 0 to the largest weight. */
    RAW,
    /** Each row divided by its own largest weight. */
    ROW_MAX,
    /** Logarithm, four decades down from the largest weight. */
    LOG,
    /** From 0 to a chosen weight; what lies above has the colour of the end. */
    CLIPPED;

    /** From so many keys on, equal weights are half of the usual clipped scale or less. */
    private static final int FEW_KEYS = 5;

    /**
     * The scales that mean something for these weights. Logarithms and a fixed end need weights that add up to 1. Clipped, the
     * large weights among a few keys would all look alike, and so would the small ones of some items among many.
     *
     * @param trace null where there is none yet
     */
    public static List<ScaleMode> of(AttentionTrace trace) {
        if (trace == null) {
            return List.of(values());
        }
        if (!trace.maps().stream().allMatch(m -> m.normalisation().equals("softmax"))) {
            return List.of(RAW, ROW_MAX);
        }
        AttentionMap map = trace.map(0, 0);
        boolean alike = map.keyKind() == AxisKind.CANDIDATE || map.columns() + trace.paddingSlots() < FEW_KEYS;
        return alike ? List.of(RAW, ROW_MAX, LOG) : List.of(RAW, ROW_MAX, LOG, CLIPPED);
    }
}
