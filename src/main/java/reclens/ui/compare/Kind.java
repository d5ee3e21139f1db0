package reclens.ui.compare;

import java.util.Locale;

/** What is compared. */
enum Kind {
    ITEMS,
    USERS,
    MODELS,
    EDIT;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
