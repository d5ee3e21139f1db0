package reclens.explanation;

import java.util.Locale;

/** How far the order of an attribution can be trusted, from the deletion curve. */
public enum Verdict {
    TOO_SHORT,
    NOT_SUPPORTED,
    RECENCY_SUFFICES,
    SUPPORTED;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
