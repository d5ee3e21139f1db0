package reclens.chart;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * Samples the visible part of an attention matrix to pixels. Where several cells share a pixel the largest is kept, so that
 * isolated peaks do not fade; masked cells stay transparent.
 */
final class HeatRaster {
    private final AttentionHeatmapSpec spec;
    private final HeatScale scale;
    private final int[] palette;
    /** Minus infinity where a cell is masked and the masked cells are no triangle. */
    private final float[] weights;

    HeatRaster(AttentionHeatmapSpec spec, HeatScale scale, ColorMap map) {
        this.spec = spec;
        this.scale = scale;
        this.weights = spec.causal() && !spec.triangular() ? withoutMasked(spec) : spec.weights();
        this.palette = new int[1025];
        for (int i = 0; i < palette.length; i++) {
            palette[i] = map.argb(i / 1024.0);
        }
    }

    /**
     * @param top row coordinate of the upper edge, in rows
     * @param bottom row coordinate of the lower edge
     * @param left column coordinate of the left edge, in columns
     * @param right column coordinate of the right edge
     */
    BufferedImage image(double top, double bottom, double left, double right, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int n = spec.rows().size();
        int k = spec.columns().size();
        int[] from = new int[width];
        int[] to = new int[width];
        for (int x = 0; x < width; x++) {
            from[x] = clamp(left + (right - left) * x / width, k);
            to[x] = Math.max(from[x], clamp(Math.nextDown(left + (right - left) * (x + 1) / width), k));
        }
        float[] largest = new float[k];
        int lastTop = -1;
        int lastBottom = -1;
        for (int y = 0; y < height; y++) {
            int r0 = clamp(top + (bottom - top) * y / height, n);
            int r1 = Math.max(r0, clamp(Math.nextDown(top + (bottom - top) * (y + 1) / height), n));
            if (r0 == lastTop && r1 == lastBottom) {
                System.arraycopy(pixels, (y - 1) * width, pixels, y * width, width);
                continue;
            }
            lastTop = r0;
            lastBottom = r1;
            reduceRows(r0, r1, from[0], spec.triangular() ? Math.min(to[width - 1], r1) : to[width - 1], largest);
            paintRow(pixels, y * width, from, to, r1, largest);
        }
        return image;
    }

    private void reduceRows(int r0, int r1, int c0, int c1, float[] largest) {
        int k = spec.columns().size();
        float first = scale.rowFactor(r0);
        for (int c = c0; c <= c1; c++) {
            largest[c] = weights[r0 * k + c] * first;
        }
        for (int r = r0 + 1; r <= r1; r++) {
            float factor = scale.rowFactor(r);
            int at = r * k;
            for (int c = c0; c <= c1; c++) {
                // Compiles to vector instructions, which a comparison of its own does not.
                largest[c] = Math.max(largest[c], weights[at + c] * factor);
            }
            if (spec.signed()) {
                keepFarthest(r0, r + 1, c0, c1, largest);
            }
        }
    }

    /** Where weights have a sign, the peak is the one farthest from 0. */
    private void keepFarthest(int r0, int end, int c0, int c1, float[] farthest) {
        int k = spec.columns().size();
        for (int c = c0; c <= c1; c++) {
            for (int r = r0; r < end; r++) {
                farthest[c] = farther(
                        r == r0 ? Float.NEGATIVE_INFINITY : farthest[c], weights[r * k + c] * scale.rowFactor(r));
            }
        }
    }

    private static float[] withoutMasked(AttentionHeatmapSpec spec) {
        float[] kept = spec.weights().clone();
        int k = spec.columns().size();
        for (int r = 0; r < spec.rows().size(); r++) {
            for (int c = 0; c < k; c++) {
                if (spec.masked(r, c)) {
                    kept[r * k + c] = Float.NEGATIVE_INFINITY;
                }
            }
        }
        return kept;
    }

    private static float farther(float a, float b) {
        if (a == Float.NEGATIVE_INFINITY || b == Float.NEGATIVE_INFINITY) {
            return Math.max(a, b);
        }
        return Math.abs(b) > Math.abs(a) ? b : a;
    }

    private void paintRow(int[] pixels, int at, int[] from, int[] to, int lastRow, float[] largest) {
        boolean linear = spec.scale() != ScaleMode.LOG && !spec.signed();
        float perLimit = (float) (1024 / spec.limit());
        for (int x = 0; x < from.length; x++) {
            if (spec.triangular() && from[x] > lastRow) {
                return;
            }
            float max = largest[from[x]];
            int last = spec.triangular() ? Math.min(to[x], lastRow) : to[x];
            for (int c = from[x] + 1; c <= last; c++) {
                max = spec.signed() ? farther(max, largest[c]) : Math.max(max, largest[c]);
            }
            if (max == Float.NEGATIVE_INFINITY) {
                continue;
            }
            int index = linear ? (int) (max * perLimit + 0.5f) : (int) (scale.place(max) * 1024 + 0.5);
            pixels[at + x] = palette[Math.max(0, Math.min(1024, index))];
        }
    }

    private static int clamp(double coordinate, int size) {
        return Math.max(0, Math.min(size - 1, (int) Math.floor(coordinate)));
    }
}
