package reclens.ui.icon;

import javafx.css.PseudoClass;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import reclens.text.EventKinds;

/**
 * The disc of an event type: shape and colour both tell it apart. View, cart, purchase and wishlist have marks of their
 * own; every other type has a neutral one.
 */
public final class EventMark extends StackPane {
    private static final double ICON_SHARE = 0.64;

    private final FontIcon icon;
    private final int size;
    private String shown = "none";

    public EventMark(double diameter) {
        size = (int) Math.round(diameter * ICON_SHARE);
        icon = Icons.of(symbol("other"), size);
        getStyleClass().add("event-mark");
        setMinSize(diameter, diameter);
        setPrefSize(diameter, diameter);
        setMaxSize(diameter, diameter);
        getChildren().add(icon);
        show("");
    }

    public void show(String type) {
        String kind = EventKinds.of(type);
        if (kind.equals(shown)) {
            return;
        }
        // States rather than style classes, for which the rules would be looked up again.
        pseudoClassStateChanged(PseudoClass.getPseudoClass(shown), false);
        shown = kind;
        pseudoClassStateChanged(PseudoClass.getPseudoClass(shown), true);
        icon.setIconLiteral(symbol(shown));
    }

    private static String symbol(String kind) {
        return switch (kind) {
            case "view" -> "mdi2e-eye-outline";
            case "cart" -> "mdi2c-cart-outline";
            case "purchase" -> "mdi2s-shopping-outline";
            case "wishlist" -> "mdi2h-heart";
            default -> "mdi2c-circle-medium";
        };
    }
}
