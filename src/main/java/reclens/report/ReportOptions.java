package reclens.report;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import reclens.chart.SequentialMap;
import reclens.chart.Theme;
import reclens.chart.Tokens;

/**
 * How a report is drawn.
 *
 * @param scale 1 to 3: pixels per unit of the 1600 x 1200 page
 * @param theme light unless asked otherwise
 * @param date shown in heading and footer; given, so that a report can be made again to the byte
 * @param locale language of the words
 * @param map colours of values without a sign
 * @param userLabel what is known of the user, such as a segment; may be empty
 */
public record ReportOptions(
        int scale, Theme theme, LocalDate date, Locale locale, SequentialMap map, String userLabel) {
    public static final int LARGEST_SCALE = 3;

    public ReportOptions {
        Objects.requireNonNull(theme, "theme");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(locale, "locale");
        Objects.requireNonNull(map, "map");
        userLabel = userLabel == null ? "" : userLabel;
        if (scale < 1 || scale > LARGEST_SCALE) {
            throw new IllegalArgumentException("scale " + scale + " is not 1, 2 or 3");
        }
    }

    /** Light, in English. */
    public static ReportOptions of(int scale, LocalDate date) {
        return new ReportOptions(scale, Theme.LIGHT, date, Locale.ENGLISH, SequentialMap.CIVIDIS, "");
    }

    public ReportOptions withUserLabel(String label) {
        return new ReportOptions(scale, theme, date, locale, map, label);
    }

    public ReportOptions withLocale(Locale other) {
        return new ReportOptions(scale, theme, date, other, map, userLabel);
    }

    public ReportOptions withTheme(Theme other) {
        return new ReportOptions(scale, other, date, locale, map, userLabel);
    }

    public ReportOptions withMap(SequentialMap other) {
        return new ReportOptions(scale, theme, date, locale, other, userLabel);
    }

    Tokens tokens() {
        return Tokens.of(theme, map);
    }
}
