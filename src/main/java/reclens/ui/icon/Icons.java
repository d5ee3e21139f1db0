package reclens.ui.icon;

import org.kordamp.ikonli.IkonResolverProvider;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.javafx.JavaFXFontLoader;

/** Material Design 2 icons by name. Colours come from the style sheet. */
public final class Icons {
    private Icons() {}

    /** Finds the icon fonts, which the first icon would otherwise wait for. On any thread. */
    public static void warmUp() {
        IkonResolverProvider.getInstance(JavaFXFontLoader.getInstance());
    }

    /** @param name such as {@code mdi2l-lightbulb-outline} */
    public static FontIcon of(String name, int size) {
        FontIcon icon = new FontIcon(name);
        icon.setIconSize(size);
        // Inline, or the base theme would set its own size; appended, since the icon font stands in the same style.
        icon.setStyle(icon.getStyle() + " -fx-icon-size: " + size + "px;");
        return icon;
    }

    public static FontIcon of(String name, int size, String styleClass) {
        FontIcon icon = of(name, size);
        icon.getStyleClass().add(styleClass);
        return icon;
    }
}
