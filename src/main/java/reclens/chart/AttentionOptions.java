package reclens.chart;

/**
 * What to show of an attention trace.
 *
 * @param layer 0-based
 * @param head 0-based; {@link #MEAN} or {@link #MAX} over the heads
 * @param scale how weights become colours
 * @param clip the end of the scale for {@link ScaleMode#CLIPPED}
 * @param limit the end of the scale for the other modes, shared between charts; 0 to take the largest weight
 * @param uniform whether the weight of an even spread is marked
 * @param selected position of the selected event; {@link EventLabel#NONE} for none
 */
public record AttentionOptions(
        int layer, int head, ScaleMode scale, double clip, double limit, boolean uniform, int selected) {
    public static final int MEAN = -1;
    public static final int MAX = -2;

    /** One head, from 0 to its largest weight, with the uniform baseline. */
    public static AttentionOptions of(int layer, int head) {
        return new AttentionOptions(layer, head, ScaleMode.RAW, 0.4, 0, true, EventLabel.NONE);
    }

    public AttentionOptions withScale(ScaleMode mode, double clipAt) {
        return new AttentionOptions(layer, head, mode, clipAt, limit, uniform, selected);
    }

    public AttentionOptions withLimit(double shared) {
        return new AttentionOptions(layer, head, scale, clip, shared, uniform, selected);
    }

    public AttentionOptions withSelected(int position) {
        return new AttentionOptions(layer, head, scale, clip, limit, uniform, position);
    }
}
