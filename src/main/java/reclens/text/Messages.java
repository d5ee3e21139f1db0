package reclens.text;

import java.text.MessageFormat;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The words of the application in one language. Patterns are those of {@link MessageFormat}; numbers arrive formatted. */
public final class Messages {
    /** The languages that there are words in. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private static final String BUNDLE = "reclens.text.messages";

    private final ResourceBundle bundle;
    private final Locale locale;
    private Phrasebook phrases;

    private Messages(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The words in {@code locale}'s language, English where there is no bundle of it. */
    public static Messages of(Locale locale) {
        return new Messages(locale);
    }

    public Locale locale() {
        return locale;
    }

    /** @throws MissingResourceException when there is no such key */
    public String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(texts(arguments));
    }

    /** The pattern of {@code key + ".one"} where {@code count} is 1, else that of {@code key}; {0} is the count. */
    public String count(String key, long count) {
        String singular = key + ".one";
        return get(count == 1 && has(singular) ? singular : key, Numbers.count(count));
    }

    /** As {@link #count(String, long)}, with more to name after the number. */
    public String count(String key, long count, String more) {
        String singular = key + ".one";
        return get(count == 1 && has(singular) ? singular : key, Numbers.count(count), more);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** The name of an event type; types that are not known stand as the data has them, nothing for none. */
    public String eventName(String type) {
        if (type == null || type.isBlank()) {
            return "";
        }
        String key = "event." + type.toLowerCase(Locale.ROOT) + ".name";
        return has(key) ? get(key) : type;
    }

    /** Things one after the other: "a, b, c". */
    public String list(Collection<String> things) {
        return joined("text.list", things);
    }

    /** Things that may have commas in them: "a: 1, 2; b: 3". */
    public String longList(Collection<String> things) {
        return joined("text.list.long", things);
    }

    /** Two whole sentences; Chinese has no space between them. */
    public String sentences(String first, String second) {
        return get("text.sentences", first, second);
    }

    private String joined(String key, Collection<String> things) {
        return things.stream().reduce((before, next) -> get(key, before, next)).orElse("");
    }

    /** A finished English text of a fault, a notice or the like in this language; as it is where that is English or unknown. */
    public String phrase(String english) {
        return locale.getLanguage().equals("en") ? english : phrases().say(english);
    }

    /** Read when first needed: most sessions meet no fault. */
    private synchronized Phrasebook phrases() {
        if (phrases == null) {
            phrases = Phrasebook.of(locale.getLanguage());
        }
        return phrases;
    }

    String pattern(String key) {
        return bundle.getString(key);
    }

    private static Object[] texts(Object[] arguments) {
        Object[] texts = new Object[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i] instanceof Number n && !(n instanceof Double || n instanceof Float)
                    ? Numbers.count(n.longValue())
                    : String.valueOf(arguments[i]);
        }
        return texts;
    }
}
