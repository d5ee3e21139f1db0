package reclens.inference;

import java.util.Arrays;

/**
 * What a model is run on: the events of its window, oldest first, without padding.
 *
 * @param items the model's item indices [n]; 1 to I - 1, never padding
 * @param hidden events whose key is masked out while their slot stays [n]; null when none is
 * @param user the model's index of the user, for models that read features of users; 0 when there is none
 * @param tokens the model's token of each event [n], for models that read "viewed A" and "bought A" as two things; null for
 *     models that read items
 */
public record ModelInput(int[] items, boolean[] hidden, int user, int[] tokens) {
    public ModelInput(int[] items, boolean[] hidden, int user) {
        this(items, hidden, user, null);
    }

    public ModelInput(int[] items, boolean[] hidden) {
        this(items, hidden, 0);
    }

    /** What the model looks up for each event [n]: the tokens where it reads tokens, else the items. */
    public int[] lookups() {
        return tokens == null ? items : tokens;
    }

    /** The same history with a token for each event [n]; null where the model reads items. */
    public ModelInput withTokens(int[] eventTokens) {
        return new ModelInput(items, hidden, user, eventTokens);
    }

    /** The same history of the user with this index. */
    public ModelInput withUser(int userIndex) {
        return new ModelInput(items, hidden, userIndex, tokens);
    }

    public static ModelInput of(int... items) {
        return new ModelInput(items, null);
    }

    public int length() {
        return items.length;
    }

    /** The history with event {@code index} deleted; the others close up. */
    public ModelInput without(int index) {
        boolean[] keep = new boolean[items.length];
        Arrays.fill(keep, true);
        keep[index] = false;
        return keeping(keep);
    }

    /** The history with event {@code index} masked: its slot stays, no query may attend to it. */
    public ModelInput hiding(int index) {
        boolean[] mask = hidden == null ? new boolean[items.length] : hidden.clone();
        mask[index] = true;
        return new ModelInput(items, mask, user, tokens);
    }

    /** Only the events with {@code keep[i]}; the others are deleted. */
    public ModelInput keeping(boolean[] keep) {
        return new ModelInput(kept(items, keep), null, user, tokens == null ? null : kept(tokens, keep));
    }

    private static int[] kept(int[] values, boolean[] keep) {
        int[] rest = new int[values.length];
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            if (keep[i]) {
                rest[n++] = values[i];
            }
        }
        return Arrays.copyOf(rest, n);
    }
}
