package reclens.text;

import reclens.domain.Catalog;

/** What an item is called, in lists, charts and sentences alike. */
public final class ItemTitle {
    private ItemTitle() {}

    /** The title of an item; "item 12" where the catalogue has none, so that an id is not read as a count or a score. */
    public static String of(String id, Catalog catalog, Messages messages) {
        String title = catalog.item(id).title();
        boolean named = title != null && !title.isBlank() && !(title.equals(id) && isNumber(id));
        return named && catalog.lists(id) ? title : messages.get("item.unlisted", id);
    }

    private static boolean isNumber(String id) {
        return id.chars().allMatch(Character::isDigit);
    }
}
