package reclens.text;

import java.util.Locale;

/** The kinds of event that have a mark of their own, by the names that data sets give to them. */
public final class EventKinds {
    private EventKinds() {}

    /** {@code view}, {@code cart}, {@code purchase} or {@code wishlist}; {@code other} for all other types. */
    public static String of(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "view", "click", "pv", "impression" -> "view";
            case "cart", "add_to_cart", "addtocart" -> "cart";
            case "purchase", "buy", "transaction", "order" -> "purchase";
            case "wishlist", "fav", "favourite", "favorite", "like" -> "wishlist";
            default -> "other";
        };
    }
}
