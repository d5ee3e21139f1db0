package reclens.text;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A text of plain and bold pieces, to be set by the window and the report alike. */
public record RichText(List<Span> spans) {
    public RichText {
        spans = List.copyOf(spans);
    }

    /** One piece of a text. */
    public record Span(String text, boolean bold) {}

    public static RichText plain(String text) {
        return new RichText(List.of(new Span(text, false)));
    }

    /** All pieces as one string. */
    public String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }

    RichText then(RichText more) {
        List<Span> all = new ArrayList<>(spans);
        all.addAll(more.spans);
        return new RichText(all);
    }

    /** The same with its first letter in upper case. */
    RichText sentence() {
        if (spans.isEmpty() || spans.get(0).text().isEmpty() || spans.get(0).bold()) {
            return this;
        }
        List<Span> all = new ArrayList<>(spans);
        String first = all.get(0).text();
        all.set(0, new Span(first.substring(0, 1).toUpperCase(Locale.ROOT) + first.substring(1), false));
        return new RichText(all);
    }

    /** Fills a pattern in which {@code **} switches bold on and off; arguments may be rich themselves. */
    static RichText format(String pattern, Object... arguments) {
        List<Span> spans = new ArrayList<>();
        boolean bold = false;
        for (String piece : pattern.split("\\*\\*", -1)) {
            append(spans, piece, bold, arguments);
            bold = !bold;
        }
        return new RichText(spans);
    }

    private static void append(List<Span> spans, String piece, boolean bold, Object[] arguments) {
        // Rich arguments are cut out of the pattern before the rest is formatted, so that titles are never parsed.
        int rich = -1;
        int at = -1;
        for (int i = 0; i < arguments.length; i++) {
            int found = arguments[i] instanceof RichText ? piece.indexOf("{" + i + "}") : -1;
            if (found >= 0 && (at < 0 || found < at)) {
                at = found;
                rich = i;
            }
        }
        if (rich < 0) {
            String text = new MessageFormat(piece, Locale.ROOT).format(arguments);
            if (!text.isEmpty()) {
                spans.add(new Span(text, bold));
            }
            return;
        }
        append(spans, piece.substring(0, at), bold, arguments);
        spans.addAll(((RichText) arguments[rich]).spans());
        append(spans, piece.substring(at + ("{" + rich + "}").length()), bold, arguments);
    }
}
