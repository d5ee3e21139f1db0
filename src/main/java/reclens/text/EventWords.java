package reclens.text;

import java.util.Locale;
import reclens.domain.Catalog;
import reclens.domain.Interaction;

/** Names an event in a sentence: "the purchase of X", "viewing X". */
final class EventWords {
    private final Messages messages;

    EventWords(Messages messages) {
        this.messages = messages;
    }

    /** As a thing, the title in bold: "the purchase of <b>X</b>". */
    RichText of(Interaction event, Catalog catalog) {
        return RichText.format(pattern(event, ".of"), title(event.item(), catalog), event.event());
    }

    /** As an activity: "buying X". */
    RichText doing(Interaction event, Catalog catalog) {
        return RichText.format(pattern(event, ".doing"), title(event.item(), catalog), event.event());
    }

    /** The title of an item; "item 12" where the catalogue has none. */
    String title(String id, Catalog catalog) {
        return ItemTitle.of(id, catalog, messages);
    }

    private String pattern(Interaction event, String form) {
        String type = event.event() == null ? "" : event.event().toLowerCase(Locale.ROOT);
        if (type.isBlank()) {
            return messages.pattern("event.none" + form);
        }
        String key = "event." + type + form;
        return messages.pattern(messages.has(key) ? key : "event.other" + form);
    }
}
