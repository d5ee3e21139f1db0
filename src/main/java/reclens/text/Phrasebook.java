package reclens.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Translates finished English texts from below the window, such as faults and notices, by a gettext catalogue of templates.
 * Whoever makes these texts knows no language: the command line prints them as they are.
 */
final class Phrasebook {
    private static final String ENGLISH = "msgid \"";
    private static final String TRANSLATION = "msgstr \"";
    private static final Pattern HOLE = Pattern.compile("\\{(\\d+)(,text)?}");

    private final List<Phrase> phrases;

    private Phrasebook(List<Phrase> phrases) {
        this.phrases = phrases;
    }

    /** A template, cut at its holes. Hundreds are made at once on the window's thread, so they are no regular expressions. */
    private record Phrase(String[] english, String translation) {
        int literal() {
            int literal = 0;
            for (String piece : english) {
                literal += piece.length();
            }
            return literal;
        }

        /** What stands in the holes, each value as short as can be; empty where the text is another. */
        Optional<String[]> values(String text) {
            int last = english.length - 1;
            if (last == 0) {
                return text.equals(english[0]) ? Optional.of(new String[0]) : Optional.empty();
            }
            int end = text.length() - english[last].length();
            int from = english[0].length();
            if (!text.startsWith(english[0]) || !text.endsWith(english[last])) {
                return Optional.empty();
            }
            String[] values = new String[last];
            for (int i = 1; i <= last; i++) {
                int to = i == last ? end : text.indexOf(english[i], from);
                if (to < from) {
                    return Optional.empty();
                }
                values[i - 1] = text.substring(from, to);
                from = to + english[i].length();
            }
            return Optional.of(values);
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

    static Phrasebook parse(String catalogue) {
        return new Phrasebook(entries(catalogue).entrySet().stream()
                .map(e -> new Phrase(HOLE.split(e.getKey(), -1), e.getValue()))
                .sorted(Comparator.comparingInt(Phrase::literal).reversed())
                .toList());
    }

    /** @param catalogue in the format of gettext; of it, entries of one line each */
    static Map<String, String> entries(String catalogue) {
        Map<String, String> entries = new LinkedHashMap<>();
        String english = "";
        for (String line : catalogue.split("\\R")) {
            if (line.startsWith(ENGLISH)) {
                english = text(line, ENGLISH);
            } else if (line.startsWith(TRANSLATION) && !english.isEmpty()) { // the first has the file's own header
                entries.put(english, text(line, TRANSLATION));
            }
        }
        return entries;
    }

    private static String text(String line, String start) {
        String quoted = line.substring(start.length(), line.lastIndexOf('"'));
        return quoted.indexOf('\\') < 0 ? quoted : quoted.replaceAll("\\\\(.)", "$1");
    }

    /** The translation by the template with the most literal text that fits; unknown texts stay as they are. */
    String say(String english) {
        for (Phrase phrase : phrases) {
            Optional<String[]> values = phrase.values(english);
            if (values.isPresent()) {
                return HOLE.matcher(phrase.translation)
                        .replaceAll(hole -> Matcher.quoteReplacement(filled(hole, values.get())));
            }
        }
        return english;
    }

    private String filled(MatchResult hole, String[] values) {
        String value = values[Integer.parseInt(hole.group(1))];
        return hole.group(2) == null ? value : say(value);
    }
}
