package reclens.ui.control;

import javafx.scene.control.Label;
import reclens.ui.icon.Icons;

/** A verdict in a rounded frame, with an icon of its own so that colour is never alone. */
public final class Badge extends Label {
    /** How a verdict looks. */
    public enum Tone {
        GOOD("good", "mdi2s-shield-check"),
        CAUTION("caution", "mdi2a-alert-outline"),
        BAD("bad", "mdi2c-close-octagon-outline"),
        NONE("none", "mdi2r-ruler"),
        BUSY("none", "mdi2t-timer-sand");

        private final String styleClass;
        private final String icon;

        Tone(String styleClass, String icon) {
            this.styleClass = styleClass;
            this.icon = icon;
        }

        public String styleClass() {
            return styleClass;
        }

        public String icon() {
            return icon;
        }

        /** The tone of a verdict by the name of its token: good, caution, bad, busy; none for any other. */
        public static Tone of(String token) {
            return switch (token) {
                case "good" -> GOOD;
                case "caution" -> CAUTION;
                case "bad" -> BAD;
                case "busy" -> BUSY;
                default -> NONE;
            };
        }
    }

    public Badge() {
        getStyleClass().add("badge");
        setMinWidth(USE_PREF_SIZE);
        setGraphicTextGap(6);
    }

    public void show(Tone tone, String text) {
        if (!getStyleClass().contains("badge-" + tone.styleClass())) {
            getStyleClass().removeIf(c -> c.startsWith("badge-"));
            getStyleClass().add("badge-" + tone.styleClass());
            setGraphic(Icons.of(tone.icon, 14));
        }
        setText(text);
    }
}
