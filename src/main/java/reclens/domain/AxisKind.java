package reclens.domain;

import java.util.Locale;

/** What the rows or columns of an attention matrix stand for. */
public enum AxisKind {
    /** Events of the window; coordinates are indices into the window. */
    EVENT,
    /** The mask slot that a model appends to be predicted. */
    MASK,
    /** A sum over the history that no query asks for; its one coordinate is 0. */
    POOL,
    /** Recommended items; coordinates are item indices of the model. */
    CANDIDATE,
    /** Catalogue items; coordinates are item indices of the model. */
    ITEM,
    /** Feature fields; coordinates are indices into the model's list of fields. */
    FIELD;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
