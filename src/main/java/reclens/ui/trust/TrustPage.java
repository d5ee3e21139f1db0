package reclens.ui.trust;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The pages of the view. */
public enum TrustPage {
    /** The selected recommendation. */
    USER,
    /** The recommendation before the held-out event, beside what followed. */
    HIT,
    /** The methods over many users. */
    MANY;

    /** Its name in sessions; empty for the first. */
    public String id() {
        return this == USER ? "" : name().toLowerCase(Locale.ROOT);
    }

    /** The page of a name of {@link #id()}; empty for other names. */
    public static Optional<TrustPage> of(String id) {
        return Arrays.stream(values()).filter(page -> page.id().equals(id)).findFirst();
    }

    String key() {
        return "trust.page." + name().toLowerCase(Locale.ROOT);
    }
}
