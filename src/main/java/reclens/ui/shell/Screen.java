package reclens.ui.shell;

/** The views of the rail, in its order. */
enum Screen {
    WHY("mdi2l-lightbulb-outline"),
    ATTENTION("mdi2g-grid");

    private final String icon;

    Screen(String icon) {
        this.icon = icon;
    }

    String icon() {
        return icon;
    }

    String key() {
        return "screen." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
