package reclens.domain;

import java.util.Arrays;
import java.util.Locale;

/** Whether items of the history may be recommended again. */
public enum SeenPolicy {
    /** Every item of the user's whole history is left out. */
    EXCLUDE,
    /** Only the items that the model reads are left out. */
    EXCLUDE_WINDOW,
    /** Nothing is left out. */
    INCLUDE,
    /** The scores of the whole history's items are set to 0, as ICLRec's evaluation does. */
    ZERO;

    /** The name in files and options, such as {@code exclude-window}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws UsageException when there is no such policy */
    public static SeenPolicy parse(String key) {
        return Arrays.stream(values())
                .filter(p -> p.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new UsageException(Problem.of("unknown policy for seen items")
                        .expected("exclude, exclude-window, include or zero")
                        .found("'" + key + "'")));
    }
}
