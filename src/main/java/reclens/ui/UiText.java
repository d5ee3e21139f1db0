package reclens.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The words of the window, from {@code ui.properties}. */
public final class UiText {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("reclens.ui.ui", Locale.ROOT);

    private UiText() {}

    public static String get(String key) {
        return BUNDLE.getString(key);
    }

    /** The text with {@code {0}}, {@code {1}}, ... replaced; pass numbers as finished strings. */
    public static String format(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(arguments);
    }

    /** The text, or {@code fallback} for keys that come from outside the window and may be new to it. */
    public static String orElse(String key, String fallback) {
        try {
            return BUNDLE.getString(key);
        } catch (MissingResourceException e) {
            return fallback;
        }
    }

    /** Chooses between {@code key.one} and {@code key.other}. */
    public static String plural(String key, long count, String formatted) {
        return format(count == 1 ? key + ".one" : key + ".other", formatted);
    }
}
