package reclens.chart;

import java.awt.Color;
import java.awt.Font;

/**
 * How a chart is drawn; what is drawn is in its spec.
 *
 * @param tokens colours of the theme
 * @param fontScale 1 on the screen; larger on wide screens and for presentations
 * @param dates whether rows show the date of their event
 * @param rules whether a quiet line stands between rows, as on reports
 * @param compact whether all labels are left out, for small multiples
 * @param labelWidth pixels for the labels of rows; 0 to take what they need, at most 46%
 */
public record ChartStyle(
        Tokens tokens, double fontScale, boolean dates, boolean rules, boolean compact, double labelWidth) {

    /** For the window. */
    public static ChartStyle screen(Theme theme) {
        return screen(Tokens.of(theme));
    }

    public static ChartStyle screen(Tokens tokens) {
        return new ChartStyle(tokens, 1, false, false, false, 0);
    }

    /** For reports: dates and rules. */
    public static ChartStyle report(Tokens tokens) {
        return new ChartStyle(tokens, 1, true, true, false, 0);
    }

    public ChartStyle withFontScale(double scale) {
        return new ChartStyle(tokens, scale, dates, rules, compact, labelWidth);
    }

    public ChartStyle withDates(boolean shown) {
        return new ChartStyle(tokens, fontScale, shown, rules, compact, labelWidth);
    }

    public ChartStyle withLabelWidth(double pixels) {
        return new ChartStyle(tokens, fontScale, dates, rules, compact, pixels);
    }

    /** Without labels, axes and colour bar. */
    public ChartStyle asCompact() {
        return new ChartStyle(tokens, fontScale, dates, rules, true, labelWidth);
    }

    Color color(String token) {
        return tokens.color(token);
    }

    Font regular(String size) {
        return Fonts.get().regular(tokens.size(size) * fontScale);
    }

    Font bold(String size) {
        return Fonts.get().bold(tokens.size(size) * fontScale);
    }

    double px(double pixels) {
        return pixels * fontScale;
    }
}
