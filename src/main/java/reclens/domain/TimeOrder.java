package reclens.domain;

import java.util.Arrays;
import java.util.Locale;

/** How finely times are told apart when a user's events are sorted; events of the same time stay in the order of the file. */
public enum TimeOrder {
    /** To the millisecond. */
    EXACT,
    /**
     * As RecBole sorts where its setting {@code normalize_all} holds, which is its default: times are first scaled to 0..1 over
     * the whole file and rounded to single precision. Over seven months, times a second apart may become one.
     */
    RECBOLE;

    /** The name in files and options. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws UsageException when there is no such order */
    public static TimeOrder parse(String key) {
        return Arrays.stream(values())
                .filter(o -> o.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new UsageException(Problem.of("unknown order of events")
                        .expected("exact or recbole")
                        .found("'" + key + "'")));
    }
}
