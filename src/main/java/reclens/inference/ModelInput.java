package reclens.inference;

/**
 * What a model is run on: the events of its window, oldest first, without padding.
 *
 * @param items the model's item indices [n]; 1 to I - 1, never padding
 * @param hidden events whose key is masked out while their slot stays [n]; null when none is
 * @param user the model's index of the user, for models that read features of users; 0 when there is none
 */
public record ModelInput(int[] items, boolean[] hidden, int user) {
    public ModelInput(int[] items, boolean[] hidden) {
        this(items, hidden, 0);
    }

    /** The same history of the user with this index. */
    public ModelInput withUser(int userIndex) {
        return new ModelInput(items, hidden, userIndex);
    }

    public static ModelInput of(int... items) {
        return new ModelInput(items, null);
    }

    public int length() {
        return items.length;
    }

    /** The history with event {@code index} deleted; the others close up. */
    public ModelInput without(int index) {
        int[] rest = new int[items.length - 1];
        System.arraycopy(items, 0, rest, 0, index);
        System.arraycopy(items, index + 1, rest, index, rest.length - index);
        return new ModelInput(rest, null, user);
    }

    /** The history with event {@code index} masked: its slot stays, no query may attend to it. */
    public ModelInput hiding(int index) {
        boolean[] mask = hidden == null ? new boolean[items.length] : hidden.clone();
        mask[index] = true;
        return new ModelInput(items, mask, user);
    }

    /** Only the events with {@code keep[i]}; the others are deleted. */
    public ModelInput keeping(boolean[] keep) {
        int[] rest = new int[items.length];
        int n = 0;
        for (int i = 0; i < items.length; i++) {
            if (keep[i]) {
                rest[n++] = items[i];
            }
        }
        return new ModelInput(java.util.Arrays.copyOf(rest, n), null, user);
    }
}
