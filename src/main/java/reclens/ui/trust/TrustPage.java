package reclens.ui.trust;

import java.util.Locale;

/** The pages of the view. */
public enum TrustPage {
    /** The selected recommendation. */
    USER,
    /** The recommendation before the held-out event, beside what followed. */
    HIT;

    String key() {
        return "trust.page." + name().toLowerCase(Locale.ROOT);
    }
}
