package reclens.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Translates finished English texts from below the window, such as faults and notices, by a gettext catalogue of templates.
 * Whoever makes these texts knows no language: the command line prints them as they are.
 */
final class Phrasebook {
    private static final Pattern ENTRY =
            Pattern.compile("msgid \"((?:[^\"\\\\]|\\\\.)+)\"\\R+msgstr \"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern HOLE = Pattern.compile("\\{(\\d+)(,text)?}");

    private final List<Phrase> phrases;

    private Phrasebook(List<Phrase> phrases) {
        this.phrases = phrases;
    }

    /** A template; {@code literal} is the length of its text without the holes. */
    private record Phrase(Pattern english, int literal, String translation) {
        static Phrase of(String english, String translation) {
            StringBuilder pattern = new StringBuilder();
            int literal = 0;
            int end = 0;
            for (MatchResult hole : HOLE.matcher(english).results().toList()) {
                pattern.append(Pattern.quote(english.substring(end, hole.start())))
                        .append("(.*?)");
                literal += hole.start() - end;
                end = hole.end();
            }
            pattern.append(Pattern.quote(english.substring(end)));
            return new Phrase(
                    Pattern.compile(pattern.toString(), Pattern.DOTALL), literal + english.length() - end, translation);
        }
    }

    /** The phrases of a language, none where there is no catalogue of it. */
    static Phrasebook of(String language) {
        try (InputStream in = Phrasebook.class.getResourceAsStream("problems_" + language + ".po")) {
            return parse(in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param catalogue text in the format of gettext; of it, single-line {@code msgid} and {@code msgstr} */
    static Phrasebook parse(String catalogue) {
        return new Phrasebook(entries(catalogue).entrySet().stream()
                .map(e -> Phrase.of(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingInt(Phrase::literal).reversed())
                .toList());
    }

    static Map<String, String> entries(String catalogue) {
        Map<String, String> entries = new LinkedHashMap<>();
        ENTRY.matcher(catalogue).results().forEach(e -> entries.put(plain(e.group(1)), plain(e.group(2))));
        return entries;
    }

    private static String plain(String escaped) {
        return escaped.replaceAll("\\\\(.)", "$1");
    }

    /** The translation by the template with the most literal text that fits; unknown texts stay as they are. */
    String say(String english) {
        for (Phrase phrase : phrases) {
            Matcher matcher = phrase.english.matcher(english);
            if (matcher.matches()) {
                return HOLE.matcher(phrase.translation)
                        .replaceAll(hole -> Matcher.quoteReplacement(filled(hole, matcher)));
            }
        }
        return english;
    }

    private String filled(MatchResult hole, MatchResult values) {
        String value = values.group(Integer.parseInt(hole.group(1)) + 1);
        return hole.group(2) == null ? value : say(value);
    }
}
