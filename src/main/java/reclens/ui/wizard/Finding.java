package reclens.ui.wizard;

/**
 * One line of what was found.
 *
 * @param kind how it stands
 * @param text what it is
 */
record Finding(Kind kind, String text) {
    enum Kind {
        GOOD("mdi2c-check-circle-outline", "icon-good"),
        CAUTION("mdi2a-alert-outline", "icon-caution"),
        MISSING("mdi2c-close-circle-outline", "icon-bad");

        private final String icon;
        private final String style;

        Kind(String icon, String style) {
            this.icon = icon;
            this.style = style;
        }

        String icon() {
            return icon;
        }

        String style() {
            return style;
        }
    }
}
