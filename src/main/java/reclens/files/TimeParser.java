package reclens.files;

import java.time.DateTimeException;
import java.time.OffsetDateTime;

/**
 * Times as data sets write them: epoch seconds or milliseconds (1e11 and more), ISO 8601, {@code yyyy-MM-dd HH:mm:ss[ UTC]}.
 * A time without a zone is UTC. Works on slices of characters, since a file has one a line.
 */
final class TimeParser {
    /** The result for text that is no time. */
    static final long BAD = Long.MAX_VALUE;

    private static final long DAY = 86_400_000L;
    private static final double MILLIS_FROM = 1e11;

    private TimeParser() {}

    /** Epoch milliseconds, or {@link #BAD}. */
    static long parse(char[] text, int offset, int length) {
        int from = offset;
        int to = offset + length;
        while (from < to && text[from] <= ' ') {
            from++;
        }
        while (to > from && text[to - 1] <= ' ') {
            to--;
        }
        if (to - from >= 8 && to - from <= 48 && text[from + 4] == '-') {
            return date(text, from, to);
        }
        return number(text, from, to);
    }

    static long parse(String text) {
        return parse(text.toCharArray(), 0, text.length());
    }

    /** Whether a value is a date or a number too large for an id of a small catalogue. */
    static boolean looksLikeTime(String text) {
        boolean number = text.matches("\\d{9,13}(\\.\\d+)?");
        return number || text.length() >= 10 && text.charAt(4) == '-' && parse(text) != BAD;
    }

    private static long number(char[] text, int from, int to) {
        if (from == to || to - from > 32) {
            return BAD;
        }
        long value = 0;
        int at = text[from] == '-' ? from + 1 : from;
        boolean whole = to - at > 0 && to - at <= 18;
        for (int i = at; i < to && whole; i++) {
            int digit = text[i] - '0';
            whole = digit >= 0 && digit <= 9;
            value = value * 10 + digit;
        }
        if (whole) {
            long signed = at > from ? -value : value;
            return value >= (long) MILLIS_FROM ? signed : signed * 1000;
        }
        return decimal(new String(text, from, to - from));
    }

    private static long decimal(String text) {
        if (!text.matches("-?\\d+\\.?\\d*([eE]\\+?\\d{1,2})?")) {
            return BAD;
        }
        double value = Double.parseDouble(text);
        double millis = Math.abs(value) >= MILLIS_FROM ? value : value * 1000;
        return Math.abs(millis) < 1e17 ? Math.round(millis) : BAD;
    }

    private static long date(char[] text, int from, int to) {
        int year = digits(text, from, 4, to);
        int month = digits(text, from + 5, 2, to);
        int day = digits(text, from + 8, 2, to);
        if (year < 0 || month < 1 || month > 12 || day < 1 || day > days(year, month) || text[from + 7] != '-') {
            return BAD;
        }
        long millis = epochDay(year, month, day) * DAY;
        int at = from + 10;
        if (at == to) {
            return millis;
        }
        if (text[at] != 'T' && text[at] != 't' && text[at] != ' ') {
            return BAD;
        }
        int hour = digits(text, at + 1, 2, to);
        int minute = digits(text, at + 4, 2, to);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || text[at + 3] != ':') {
            return BAD;
        }
        millis += hour * 3_600_000L + minute * 60_000L;
        at += 6;
        if (at < to && text[at] == ':') {
            int second = digits(text, at + 1, 2, to);
            if (second < 0 || second > 60) {
                return BAD;
            }
            millis += second * 1000L;
            at += 3;
            if (at < to && (text[at] == '.' || text[at] == ',')) {
                int unit = 100;
                at++;
                int start = at;
                while (at < to && text[at] >= '0' && text[at] <= '9') {
                    millis += (long) unit * (text[at] - '0');
                    unit /= 10;
                    at++;
                }
                if (at == start) {
                    return BAD;
                }
            }
        }
        return zone(text, from, at, to, millis);
    }

    private static long zone(char[] text, int from, int start, int to, long millis) {
        int at = start;
        while (at < to && text[at] == ' ') {
            at++;
        }
        int left = to - at;
        if (left == 0 || left == 1 && (text[at] == 'Z' || text[at] == 'z')) {
            return millis;
        }
        if (left == 3 && (is(text, at, "UTC") || is(text, at, "GMT"))) {
            return millis;
        }
        if (text[at] == '+' || text[at] == '-') {
            int hours = digits(text, at + 1, 2, to);
            int minutes = left == 3 ? 0 : digits(text, text[to - 3] == ':' ? to - 2 : at + 3, 2, to);
            boolean shape = left == 3 || left == 5 || left == 6 && text[at + 3] == ':';
            if (shape && hours >= 0 && hours <= 18 && minutes >= 0 && minutes < 60) {
                long shift = hours * 3_600_000L + minutes * 60_000L;
                return text[at] == '+' ? millis - shift : millis + shift;
            }
        }
        return withJavaTime(new String(text, from, to - from));
    }

    /** Rare forms, such as an offset with seconds or a region in brackets. */
    private static long withJavaTime(String text) {
        try {
            return java.time.format.DateTimeFormatter.ISO_ZONED_DATE_TIME
                    .parse(text.replace(' ', 'T'), OffsetDateTime::from)
                    .toInstant()
                    .toEpochMilli();
        } catch (DateTimeException e) {
            return BAD;
        }
    }

    private static boolean is(char[] text, int at, String word) {
        return text[at] == word.charAt(0) && text[at + 1] == word.charAt(1) && text[at + 2] == word.charAt(2);
    }

    /** The number that {@code count} digits make, or -1. */
    private static int digits(char[] text, int at, int count, int to) {
        if (at + count > to) {
            return -1;
        }
        int value = 0;
        for (int i = at; i < at + count; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static int days(int year, int month) {
        if (month == 2) {
            boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            return leap ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** Days since 1970-01-01 in the Gregorian calendar (Hinnant's days_from_civil). */
    private static long epochDay(int year, int month, int day) {
        int y = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(y, 400);
        int yearOfEra = y - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468;
    }
}
