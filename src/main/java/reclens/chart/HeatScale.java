package reclens.chart;

/** Turns attention weights into places on the colour map, 0 to 1. */
final class HeatScale {
    /** Decades below the limit that the logarithmic scale shows. */
    static final double DECADES = 4;

    private final AttentionHeatmapSpec spec;
    private final float[] rowFactor;

    HeatScale(AttentionHeatmapSpec spec) {
        this.spec = spec;
        this.rowFactor = new float[spec.rows().size()];
        int k = spec.columns().size();
        for (int r = 0; r < rowFactor.length; r++) {
            float largest = 0;
            for (int c = 0; spec.scale() == ScaleMode.ROW_MAX && c < k; c++) {
                largest = Math.max(largest, Math.abs(spec.weights()[r * k + c]));
            }
            rowFactor[r] = largest > 0 ? 1 / largest : 1;
        }
    }

    /** Diverging, with 0 exactly at its centre, where weights may be negative. */
    ColorMap colors(ChartStyle style) {
        return spec.signed() ? style.tokens().diverging() : style.tokens().sequential();
    }

    /** What the weights of a row are multiplied with before they are compared or coloured. */
    float rowFactor(int row) {
        return rowFactor[row];
    }

    /** Place on the colour map of a weight that was multiplied with its row's factor. */
    double place(double weight) {
        if (spec.signed()) {
            return Math.max(0, Math.min(1, 0.5 + 0.5 * weight / spec.limit()));
        }
        if (!(weight > 0)) {
            return 0;
        }
        if (spec.scale() == ScaleMode.LOG) {
            return Math.max(0, 1 + Math.log10(weight / spec.limit()) / DECADES);
        }
        return Math.min(1, weight / spec.limit());
    }
}
