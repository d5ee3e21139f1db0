package reclens.inference;

import java.util.Arrays;
import reclens.domain.Padding;

/**
 * The rows that SASRec has to compute for one input.
 *
 * @param items item index of each row
 * @param firstSlot slot of the first row in the window; -1 for the padding slot of a position table that has a row for it
 * @param eventRow row of the first event
 * @param result row whose final state is the user's vector
 * @param padding number of padding slots that receive attention without being rows
 * @param hidden rows that no query may attend to; null when there is none
 * @param additive see {@link AttentionMask#additive()}
 */
record SasRecSequence(
        int[] items, int firstSlot, int eventRow, int result, int padding, boolean[] hidden, Float additive) {
    /** What the RecBole and ICLRec codes add to the score of a key that a query may not see. */
    private static final Float MASKED = -10000f;

    static SasRecSequence of(ModelInput input, SasRecVariant variant, int window) {
        int n = input.length();
        boolean masksPadding = !variant.isPmixer();
        if (n == 0 && variant.padding() == Padding.RIGHT) {
            return new SasRecSequence(new int[1], 0, 0, 0, 0, null, null);
        }
        if (n == 0 && !masksPadding) {
            return new SasRecSequence(new int[1], -1, 0, 0, 0, null, null);
        }
        if (masksPadding && (n == 0 || input.hidden() != null && input.hidden()[0])) {
            return wholeWindow(input, variant.padding(), window);
        }
        int padding = masksPadding ? 0 : window - n;
        int first = variant.padding().slot(0, n, window);
        return new SasRecSequence(input.items(), first, 0, n - 1, padding, input.hidden(), null);
    }

    /**
     * Some query sees no key at all. The originals then take the softmax over every slot of the window, padding and later
     * events included, of scores that are all lowered alike; so every slot becomes a row.
     */
    private static SasRecSequence wholeWindow(ModelInput input, Padding side, int window) {
        int n = input.length();
        int first = n == 0 ? 0 : side.slot(0, n, window);
        int[] items = new int[window];
        boolean[] hidden = new boolean[window];
        Arrays.fill(hidden, true);
        for (int i = 0; i < n; i++) {
            items[first + i] = input.items()[i];
            hidden[first + i] = input.hidden()[i];
        }
        int result = n == 0 ? window - 1 : first + n - 1;
        return new SasRecSequence(items, 0, first, result, 0, hidden, MASKED);
    }

    /** The first {@code count} events of {@code base}, in the slots that they have in a history of n events. */
    static SasRecSequence head(ModelInput base, int count, int n, SasRecVariant variant, int window) {
        int padding = variant.isPmixer() ? window - n : 0;
        int first = variant.padding().slot(0, n, window);
        return new SasRecSequence(
                Arrays.copyOf(base.items(), count), first, 0, count - 1, padding, base.hidden(), null);
    }

    /** The part from row {@code start} on, whose earlier rows are in {@code prefix}. */
    Segment segment(int start, float[][] prefix) {
        return new Segment(start, items.length - start, result, padding, hidden, additive, start == 0 ? null : prefix);
    }
}
