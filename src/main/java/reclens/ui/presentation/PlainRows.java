package reclens.ui.presentation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import reclens.chart.BarChartSpec;
import reclens.chart.BarRow;
import reclens.chart.EventLabel;
import reclens.domain.Interaction;
import reclens.explanation.Explanation;
import reclens.text.Dates;
import reclens.text.Sentences;
import reclens.ui.UiText;

/** Bars in words that need no introduction: no event numbers, no dates to compare, no total. */
final class PlainRows {
    private static final int DAYS_IN_WEEK = 7;
    private static final int DAYS_IN_MONTH = 30;
    private static final int DAYS_IN_YEAR = 365;
    /** Up to here the smaller unit is easier to grasp. */
    private static final int TWICE = 2;

    private final List<Interaction> events;
    private final Sentences sentences = new Sentences(UiText.messages());

    PlainRows(Explanation explanation) {
        events = explanation.window().history().events();
    }

    BarChartSpec of(BarChartSpec bars, String title, String axis) {
        return bars.withoutAgreement()
                .withSelected(EventLabel.NONE)
                .withAxis(title, axis)
                .withRows(bars.rows().stream()
                        .filter(row -> row.kind() != BarRow.Kind.TOTAL)
                        .map(this::of)
                        .toList());
    }

    private BarRow of(BarRow row) {
        return switch (row.kind()) {
            case EVENT -> row.withLabel(label(row.label())).withoutAgreement();
            case OTHER -> row.withWords(UiText.get("present.other"));
            default -> row;
        };
    }

    private EventLabel label(EventLabel known) {
        return EventLabel.unnumbered(known.event(), when(events.get(known.position())), known.title());
    }

    /** "bought 3 days ago"; less where type or time are not known. */
    private String when(Interaction event) {
        String type = event.event() == null ? "" : event.event();
        String did = type.isBlank()
                ? ""
                : UiText.orElse("present.did." + type.toLowerCase(Locale.ROOT), sentences.eventName(type));
        String ago = event.time() == null || last() == null ? "" : ago(event.time());
        return did.isEmpty() || ago.isEmpty() ? did + ago : UiText.format("present.when", did, ago);
    }

    /** The day from which is counted back; empty without times. */
    String lastDay() {
        return last() == null ? "" : new Dates(UiText.messages()).dayAndYear(last());
    }

    private Instant last() {
        return events.isEmpty() ? null : events.get(events.size() - 1).time();
    }

    private String ago(Instant time) {
        long days = ChronoUnit.DAYS.between(
                time.atZone(ZoneOffset.UTC).toLocalDate(),
                last().atZone(ZoneOffset.UTC).toLocalDate());
        if (days <= 0) {
            return UiText.get("present.ago.last");
        }
        if (days < TWICE * DAYS_IN_WEEK) {
            return counted("days", days);
        }
        if (days < TWICE * DAYS_IN_MONTH) {
            return counted("weeks", days / DAYS_IN_WEEK);
        }
        return days < TWICE * DAYS_IN_YEAR
                ? counted("months", days / DAYS_IN_MONTH)
                : counted("years", days / DAYS_IN_YEAR);
    }

    private static String counted(String unit, long count) {
        return UiText.plural("present.ago." + unit, count, Long.toString(count));
    }
}
