package reclens.ui.settings;

import reclens.chart.Theme;

/** Which theme the user wants. */
public enum ThemeChoice {
    LIGHT,
    DARK,
    /** That of the operating system. */
    SYSTEM;

    /** @param system theme of the operating system */
    public Theme theme(Theme system) {
        return switch (this) {
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
            case SYSTEM -> system;
        };
    }
}
