package reclens.chart;

/** How attention weights become colours. Never renormalised in silence: the colour bar says which. */
public enum ScaleMode {
    /** From 0 to the largest weight. */
    RAW,
    /** Each row divided by its own largest weight. */
    ROW_MAX,
    /** Logarithm, four decades down from the largest weight. */
    LOG,
    /** From 0 to a chosen weight; what lies above has the colour of the end. */
    CLIPPED
}
