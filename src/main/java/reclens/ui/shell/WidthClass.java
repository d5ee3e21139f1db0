package reclens.ui.shell;

/**
 * The three widths the layout is made for.
 *
 * @see reclens.ui.shell.Panes
 */
enum WidthClass {
    NARROW(216, 288, 264),
    MEDIUM(216, 304, 272),
    WIDE(264, 400, 400);

    private final double users;
    private final double context;
    private final double attentionContext;

    WidthClass(double users, double context, double attentionContext) {
        this.users = users;
        this.context = context;
        this.attentionContext = attentionContext;
    }

    static WidthClass of(double width) {
        return width < 1400 ? NARROW : width < 2000 ? MEDIUM : WIDE;
    }

    double users() {
        return users;
    }

    double context(Screen screen) {
        return screen == Screen.WHY ? context : attentionContext;
    }

    /** Whether users stand in a column of their own, or folded into a chooser. */
    boolean usersUnfolded(Screen screen) {
        return this != NARROW && screen == Screen.WHY;
    }

    String key(Screen screen, String pane) {
        return "pane." + screen.name().toLowerCase(java.util.Locale.ROOT) + "."
                + name().toLowerCase(java.util.Locale.ROOT) + "." + pane;
    }
}
