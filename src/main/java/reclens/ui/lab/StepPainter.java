package reclens.ui.lab;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import reclens.chart.ColorMap;
import reclens.chart.Tokens;
import reclens.ui.UiText;

/**
 * Draws one matrix: indices, cells, colour bar; and on a canvas of their own the marks.
 *
 * @param numbers whether cells are wide enough for their numbers
 */
record StepPainter(StepMatrix matrix, boolean numbers) {
    static final double INDEX = 30;
    static final double HEAD = 16;
    private static final double CELL_WIDTH = 52;
    private static final double CELL_HEIGHT = 22;
    private static final double NARROW = 14;
    private static final double BAR = 30;
    private static final double BAR_LENGTH = 110;
    private static final double BAR_WORDS = 84;
    /** The largest texture that every graphics pipeline has. */
    private static final double MOST_PIXELS = 4000;
    /** Ink is dark on grounds brighter than this. */
    private static final double BRIGHT = 0.28;

    double cellWidth() {
        return Math.min(numbers ? CELL_WIDTH : NARROW, (MOST_PIXELS - INDEX) / matrix.columns());
    }

    double cellHeight() {
        return Math.min(numbers ? CELL_HEIGHT : NARROW, (MOST_PIXELS - HEAD - BAR) / matrix.rows());
    }

    double width() {
        return Math.max(INDEX + matrix.columns() * cellWidth() + 2, INDEX + BAR_LENGTH + BAR_WORDS);
    }

    double height() {
        return HEAD + matrix.rows() * cellHeight() + BAR;
    }

    /** Row under y; -1 outside. */
    int row(double y) {
        int row = (int) Math.floor((y - HEAD) / cellHeight());
        return row >= 0 && row < matrix.rows() ? row : -1;
    }

    /** Column under x; -1 outside. */
    int column(double x) {
        int column = (int) Math.floor((x - INDEX) / cellWidth());
        return column >= 0 && column < matrix.columns() ? column : -1;
    }

    void draw(GraphicsContext g, Tokens tokens) {
        g.setTextBaseline(VPos.CENTER);
        double limit = matrix.limit();
        ColorMap map = matrix.unsigned() ? tokens.sequential() : tokens.diverging();
        int everyRow = cellHeight() >= NARROW ? 1 : 5;
        int everyColumn = cellWidth() >= 24 ? 1 : 5;
        for (int r = 0; r < matrix.rows(); r++) {
            if (r % everyRow == 0) {
                index(g, tokens, r, INDEX - 6, HEAD + (r + 0.5) * cellHeight(), TextAlignment.RIGHT);
            }
            for (int c = 0; c < matrix.columns(); c++) {
                cell(g, tokens, map, limit, r, c);
            }
        }
        for (int c = 0; c < matrix.columns(); c += everyColumn) {
            index(g, tokens, c, INDEX + (c + 0.5) * cellWidth(), HEAD / 2, TextAlignment.CENTER);
        }
        colourBar(g, tokens, map, limit);
    }

    private static void index(GraphicsContext g, Tokens tokens, int i, double x, double y, TextAlignment alignment) {
        g.setFont(Font.font("Roboto", 11));
        g.setTextAlign(alignment);
        g.setFill(Color.web(tokens.hex("text-third")));
        g.fillText(Integer.toString(i), x, y);
    }

    private void cell(GraphicsContext g, Tokens tokens, ColorMap map, double limit, int r, int c) {
        double value = matrix.value(r, c);
        double width = cellWidth();
        double height = cellHeight();
        double x = INDEX + c * width;
        double y = HEAD + r * height;
        boolean shown = Double.isFinite(value) && !matrix.hidden(r, c);
        Color ground = Color.web(tokens.hex("inset"));
        Color ink = Color.web(tokens.hex("text-second"));
        if (shown) {
            int argb = matrix.unsigned() ? map.argb(limit > 0 ? value / limit : 0) : map.signedArgb(value, limit);
            ground = colour(argb);
            ink = Color.web(tokens.hex(luminance(ground) > BRIGHT ? "ink-dark" : "ink-light"));
        }
        double gap = Math.min(1, width / 8);
        g.setFill(ground);
        g.fillRect(x + gap / 2, y + gap / 2, width - gap, height - gap);
        if (!shown) {
            hatch(g, Color.web(tokens.hex("hatch")), x + 1, y + 1, width - 2, height - 2);
        }
        if (width >= CELL_WIDTH) {
            g.setFont(Font.font("Roboto", 12));
            g.setTextAlign(TextAlignment.CENTER);
            g.setFill(ink);
            g.fillText(StepWords.brief(value), x + width / 2, y + height / 2);
        }
    }

    private static Color colour(int argb) {
        return Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255);
    }

    /** Relative luminance of WCAG 2; java.awt's colours, which the tokens compute with, stay out of this package. */
    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static void hatch(GraphicsContext g, Color colour, double x, double y, double width, double height) {
        g.save();
        g.beginPath();
        g.rect(x, y, width, height);
        g.clip();
        g.setStroke(colour);
        g.setLineWidth(1);
        for (double at = x - height; at < x + width; at += 6) {
            g.strokeLine(at, y + height, at + height, y);
        }
        g.restore();
    }

    /** A frame around the marked row, the marked column, and the cell of the keyboard's cursor; -1 for none. */
    void mark(GraphicsContext g, Tokens tokens, int row, int column, int cursorRow, int cursorColumn) {
        g.setStroke(Color.web(tokens.hex("accent")));
        g.setLineWidth(2);
        if (row >= 0 && row < matrix.rows()) {
            g.strokeRect(INDEX, HEAD + row * cellHeight(), matrix.columns() * cellWidth(), cellHeight());
        }
        if (column >= 0 && column < matrix.columns()) {
            g.strokeRect(INDEX + column * cellWidth(), HEAD, cellWidth(), matrix.rows() * cellHeight());
        }
        if (cursorRow >= 0) {
            g.setStroke(Color.web(tokens.hex("text")));
            g.strokeRect(
                    INDEX + cursorColumn * cellWidth() + 1,
                    HEAD + cursorRow * cellHeight() + 1,
                    cellWidth() - 2,
                    cellHeight() - 2);
        }
    }

    private void colourBar(GraphicsContext g, Tokens tokens, ColorMap map, double limit) {
        double y = HEAD + matrix.rows() * cellHeight() + 10;
        for (int i = 0; i < BAR_LENGTH; i++) {
            g.setFill(colour(map.argb((i + 0.5) / BAR_LENGTH)));
            g.fillRect(INDEX + i, y, 1, 6);
        }
        g.setFont(Font.font("Roboto", 11));
        g.setFill(Color.web(tokens.hex("text-second")));
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(
                UiText.format(matrix.unsigned() ? "lab.range.unsigned" : "lab.range.signed", StepWords.brief(limit)),
                INDEX + BAR_LENGTH + 8,
                y + 3);
    }
}
