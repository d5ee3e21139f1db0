package reclens.ui.compare;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is compared. */
enum Kind {
    ITEMS,
    USERS,
    MODELS,
    EDIT;

    static Optional<Kind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
