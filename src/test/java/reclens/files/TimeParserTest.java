package reclens.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeParserTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01T00:00:00Z",
        "978300760, 2000-12-31T22:12:40Z",
        "978300760.5, 2000-12-31T22:12:40.500Z",
        "8.78887116e8, 1997-11-07T07:18:36Z",
        "99999999999, 5138-11-16T09:46:39Z",
        "100000000000, 1973-03-03T09:46:40Z",
        "1659304800025, 2022-07-31T22:00:00.025Z",
        "-5, 1969-12-31T23:59:55Z",
        "2019-10-01, 2019-10-01T00:00:00Z",
        "2019-10-01 00:00:01 UTC, 2019-10-01T00:00:01Z",
        "2019-10-01 07:08:09, 2019-10-01T07:08:09Z",
        "2019-10-01T07:08, 2019-10-01T07:08:00Z",
        "2019-10-01T07:08:09.123456Z, 2019-10-01T07:08:09.123Z",
        "2019-10-01T07:08:09+02:00, 2019-10-01T05:08:09Z",
        "2019-10-01T07:08:09-0530, 2019-10-01T12:38:09Z",
        "2019-10-01T07:08:09+02, 2019-10-01T05:08:09Z",
        "2019-10-01T07:08:09+02:00[Europe/Paris], 2019-10-01T05:08:09Z",
        "'  2019-10-01  ', 2019-10-01T00:00:00Z",
    })
    void readsTimes(String text, Instant expected) {
        assertThat(Instant.ofEpochMilli(TimeParser.parse(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "x",
                "12x",
                "2019-13-01",
                "2019-02-29",
                "2019-10-01T25:00",
                "2019-10-01T07:61",
                "2019-10-01x",
                "2019-10-01T",
                "2019-10-01T07",
                "2019-10-01T07:08:",
                "2019-10-01T07:08:09.",
                "2019-10-01T07:08:09+2",
                "2019-10-01T07:08:09+99:00",
                "2019/10/01",
                "1e99",
                "0x10",
                "NaN",
                "2019-10-01 07:08:09 CETX"
            })
    void refusesWhatIsNoTime(String text) {
        assertThat(TimeParser.parse(text)).isEqualTo(TimeParser.BAD);
    }

    @Property
    void agreesWithJavaTime(
            @ForAll @LongRange(min = -62_000_000_000_000L, max = 250_000_000_000_000L) long millis,
            @ForAll @IntRange(min = -17, max = 17) int hours) {
        OffsetDateTime time = Instant.ofEpochMilli(millis).atOffset(ZoneOffset.ofHours(hours));
        String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
        assertThat(TimeParser.parse(text)).as(text).isEqualTo(millis);
    }
}
