package reclens.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import reclens.domain.Catalog;
import reclens.text.ItemTitle;
import reclens.text.Messages;

/** The words of the window, from {@code ui.properties} in the chosen language. */
public final class UiText {
    private static final String BUNDLE = "reclens.ui.ui";

    /** Before anything is shown, {@link #use} may choose another; nothing of the window outlives a change. */
    private static volatile Words words = Words.of(Locale.ENGLISH);

    private UiText() {}

    private record Words(Locale locale, ResourceBundle bundle, Messages messages) {
        static Words of(Locale locale) {
            return new Words(
                    locale,
                    ResourceBundle.getBundle(
                            BUNDLE,
                            locale,
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)),
                    Messages.of(locale));
        }
    }

    /** Chooses the language; call before the first view is made. */
    public static void use(Locale locale) {
        words = Words.of(locale);
    }

    /** The language of the window: the only place that knows it. */
    public static Locale locale() {
        return words.locale;
    }

    /** The sentences and numbers in the language of the window. */
    public static Messages messages() {
        return words.messages;
    }

    public static String get(String key) {
        return words.bundle.getString(key);
    }

    /** The text with {@code {0}}, {@code {1}}, ... replaced; pass numbers as finished strings. */
    public static String format(String key, Object... arguments) {
        return new MessageFormat(words.bundle.getString(key), Locale.ROOT).format(arguments);
    }

    /** What the program says in English below the window, such as a fault or a notice, in the language of the window. */
    public static String phrase(String english) {
        return words.messages.phrase(english);
    }

    /** The text, or {@code fallback} for keys that come from outside the window and may be new to it. */
    public static String orElse(String key, String fallback) {
        try {
            return words.bundle.getString(key);
        } catch (MissingResourceException e) {
            return fallback;
        }
    }

    /** What an item is called: its title, or "item 12" where the catalogue has none. */
    public static String title(String item, Catalog catalog) {
        return ItemTitle.of(item, catalog, words.messages);
    }

    /** Chooses between {@code key.one} and {@code key.other}. */
    public static String plural(String key, long count, String formatted) {
        return format(count == 1 ? key + ".one" : key + ".other", formatted);
    }
}
