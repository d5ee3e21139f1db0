package reclens.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import reclens.chart.Ink;
import reclens.text.RichText;

/** Breaks a text of plain and bold pieces into lines of a given width and draws them. */
final class TextBlock {
    /** A piece of a line. */
    private record Piece(String text, Font font, double width) {}

    private final Graphics2D g;
    private final List<List<Piece>> lines = new ArrayList<>();

    TextBlock(Graphics2D g, RichText text, Font plain, Font bold, double width) {
        this.g = g;
        List<Piece> line = new ArrayList<>();
        double used = 0;
        for (RichText.Span span : text.spans()) {
            Font font = span.bold() ? bold : plain;
            for (String word : words(span.text(), font, width)) {
                double size = Ink.width(g, font, word);
                if (used + Ink.width(g, font, word.stripTrailing()) > width && used > 0 && !isPunctuation(word)) {
                    lines.add(line);
                    line = new ArrayList<>();
                    used = 0;
                }
                line.add(new Piece(word, font, size));
                used += size;
            }
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
    }

    int lineCount() {
        return lines.size();
    }

    /** Draws all lines, the first baseline at {@code y}; returns the baseline after the last line. */
    double draw(Color color, double x, double y, double lineHeight) {
        double baseline = y;
        for (List<Piece> line : lines) {
            double at = x;
            for (Piece piece : line) {
                Ink.left(g, piece.font(), color, piece.text(), at, baseline);
                at += piece.width();
            }
            baseline += lineHeight;
        }
        return baseline;
    }

    /** Draws at most {@code most} lines, the last of them cut with an ellipsis. */
    double draw(Color color, double x, double y, double lineHeight, int most, double width) {
        if (lines.size() <= most) {
            return draw(color, x, y, lineHeight);
        }
        StringBuilder rest = new StringBuilder();
        for (List<Piece> line : lines.subList(most - 1, lines.size())) {
            line.forEach(p -> rest.append(p.text()));
        }
        Font font = lines.get(most - 1).get(0).font();
        lines.subList(most - 1, lines.size()).clear();
        String cut = Ink.fit(g, font, rest.toString(), width);
        lines.add(List.of(new Piece(cut, font, width)));
        return draw(color, x, y, lineHeight);
    }

    /** Words with the space after them; single characters of scripts without spaces and of words that fit no line. */
    private List<String> words(String text, Font font, double width) {
        List<String> words = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int space = text.indexOf(' ', start);
            int end = space < 0 ? text.length() : space + 1;
            String word = text.substring(start, end);
            if (word.codePoints().anyMatch(Character::isIdeographic) || Ink.width(g, font, word) > width) {
                characters(word, words);
            } else {
                words.add(word);
            }
            start = end;
        }
        return words;
    }

    /** One by one, but an opening bracket stays with what it opens. */
    private static void characters(String word, List<String> words) {
        StringBuilder open = new StringBuilder();
        word.codePoints().forEach(c -> {
            open.appendCodePoint(c);
            if ("([\uFF08\u300A\u300C".indexOf(c) < 0) {
                words.add(open.toString());
                open.setLength(0);
            }
        });
        if (!open.isEmpty()) {
            words.add(open.toString());
        }
    }

    /** Punctuation that follows a bold piece must not open a line. */
    private static boolean isPunctuation(String word) {
        return !word.isBlank() && ",.;:)\u3002\uFF0C\uFF09\u300B\u300D".indexOf(word.charAt(0)) >= 0;
    }
}
