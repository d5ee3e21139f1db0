package reclens.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Dates of events, in UTC as the data is read. */
public final class Dates {
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayOfYear;
    private final DateTimeFormatter full;

    public Dates(Messages messages) {
        day = DateTimeFormatter.ofPattern(messages.get("date.day"), messages.locale());
        dayOfYear = DateTimeFormatter.ofPattern(messages.get("date.day.year"), messages.locale());
        full = DateTimeFormatter.ofPattern(messages.get("date.full"), messages.locale());
    }

    /** "10 May", with the year where it is not that of {@code reference}; empty when there is no time. */
    public String day(Instant time, Instant reference) {
        if (time == null) {
            return "";
        }
        LocalDate date = date(time);
        boolean sameYear = reference != null && date(reference).getYear() == date.getYear();
        return (sameYear ? day : dayOfYear).format(date);
    }

    /** "19 Apr 2025"; empty when there is no time. */
    public String dayAndYear(Instant time) {
        return time == null ? "" : dayOfYear.format(date(time));
    }

    /** "21 November 2026", for headings. */
    public String full(LocalDate date) {
        return full.format(date);
    }

    private static LocalDate date(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
