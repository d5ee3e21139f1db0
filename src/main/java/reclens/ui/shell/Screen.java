package reclens.ui.shell;

import java.util.Arrays;
import java.util.Optional;

/** The views of the rail, in its order. */
public enum Screen {
    WHY("mdi2l-lightbulb-outline"),
    ATTENTION("mdi2g-grid"),
    WHAT_IF("mdi2p-pencil-outline", true),
    COMPARE("mdi2c-compare", true),
    TRUST("mdi2s-shield-check-outline", true),
    EVOLUTION("mdi2c-chart-areaspline", true);

    private final String icon;
    private final boolean alone;

    Screen(String icon) {
        this(icon, false);
    }

    Screen(String icon, boolean alone) {
        this.icon = icon;
        this.alone = alone;
    }

    /** Whether it takes the whole width: users, history and recommendations do not stand beside it. */
    boolean alone() {
        return alone;
    }

    String icon() {
        return icon;
    }

    /** The screen of a name of {@link #id()}; empty for other names. */
    static Optional<Screen> of(String id) {
        return Arrays.stream(values()).filter(s -> s.id().equals(id)).findFirst();
    }

    /** Its name in sessions. */
    String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    String key() {
        return "screen." + id();
    }
}
