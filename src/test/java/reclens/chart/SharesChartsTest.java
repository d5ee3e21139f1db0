package reclens.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reclens.text.Messages;

class SharesChartsTest {
    private static final double[][] SIMULATIONS = {
        {1, 0, 0, 0, 1, 0, 0, 0, 1}, // then protan-, deuter- and tritanopia: Machado et al. 2009
        {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
        {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
        {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900}
    };

    /** Two values, the rest, and padding. */
    private static SharesSpec spec(int points) {
        return new SharesSpec(
                "Attended to, by theme",
                "share of attention",
                "attention",
                IntStream.range(0, points)
                        .mapToObj(p -> new EventLabel(p, "like", "3 Jan", "Item " + p))
                        .toList(),
                List.of(
                        series("Crime", SharesSpec.Kind.VALUE, 0, points, 0.4),
                        series("Comedy", SharesSpec.Kind.VALUE, 1, points, 0.3),
                        series("other", SharesSpec.Kind.OTHER, -1, points, 0.2),
                        series("padding", SharesSpec.Kind.NO_ITEM, -1, points, 0.1)),
                new int[points],
                new SharesSpec.Words("the event itself", "after event"));
    }

    private static SharesSpec.Series series(String name, SharesSpec.Kind kind, int color, int points, double share) {
        double[] shares = new double[points];
        Arrays.fill(shares, share);
        return new SharesSpec.Series(name, kind, color, shares);
    }

    private static Set<Integer> colours(JFreeChart chart, ChartRenderingInfo info) {
        BufferedImage image = chart.createBufferedImage(800, 320, info);
        return IntStream.range(0, 800 * 320)
                .map(i -> image.getRGB(i % 800, i / 800))
                .boxed()
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource
    void areasHaveTheColoursOfTheirSeries(Theme theme) {
        ChartStyle style = ChartStyle.screen(theme);
        assertThat(colours(Charts.shareAreas(spec(12), style), new ChartRenderingInfo()))
                .contains(
                        style.color("category-0").getRGB(),
                        style.color("category-1").getRGB(),
                        style.color("other").getRGB());
    }

    @Test
    void theMapIsColouredUpToItsLargestShare() {
        ChartStyle style = ChartStyle.screen(Theme.LIGHT);
        assertThat(colours(Charts.shareMap(spec(12), style), new ChartRenderingInfo()))
                .contains(
                        style.tokens().sequential().argb(1),
                        style.tokens().sequential().argb(0.5));
    }

    @Test
    void thePointsOfBothChartsLineUp() {
        ChartStyle style = ChartStyle.screen(Theme.LIGHT);
        ChartGeometry areas = drawn(Charts.shareAreas(spec(12), style));
        ChartGeometry map = drawn(Charts.shareMap(spec(12), style));
        for (int p = 0; p < 12; p++) {
            assertThat(areas.column(p).getCenterX()).isCloseTo(map.column(p).getCenterX(), within(0.01));
        }
    }

    @Test
    void aPlaceInTheAreasIsItsPoint() {
        ChartGeometry areas = drawn(Charts.shareAreas(spec(12), ChartStyle.screen(Theme.LIGHT)));
        ChartHit hit = areas.at(areas.column(7).getCenterX(), areas.dataArea().getCenterY())
                .orElseThrow();
        assertThat(hit.column()).isEqualTo(7);
        assertThat(hit.columnEvent()).isEqualTo(7);
    }

    @Test
    void aCellOfTheMapIsItsSeriesAndShare() {
        ChartGeometry map = drawn(Charts.shareMap(spec(12), ChartStyle.screen(Theme.LIGHT)));
        assertThat(map.hit(3, 5).featureValue()).isEqualTo("Crime");
        assertThat(map.hit(3, 5).value()).isEqualTo(0.4);
    }

    @Test
    void onePointAndNoPointDraw() {
        ChartStyle style = ChartStyle.screen(Theme.LIGHT);
        assertThat(drawn(Charts.shareAreas(spec(1), style)).columns()).isEqualTo(1);
        assertThat(drawn(Charts.shareAreas(spec(0), style)).columns()).isZero();
        assertThat(drawn(Charts.shareMap(spec(0), style)).columns()).isZero();
    }

    @Test
    void theTableHasALineForEachPoint() {
        List<List<String>> lines =
                ChartNumbers.rounded(Messages.of(Locale.ENGLISH)).of(spec(2));
        assertThat(lines)
                .containsExactly(
                        List.of("after event", "Crime", "Comedy", "other", "padding"),
                        List.of("#0 Item 0", "0.400", "0.300", "0.200", "0.100"),
                        List.of("#1 Item 1", "0.400", "0.300", "0.200", "0.100"));
    }

    @ParameterizedTest
    @EnumSource
    void coloursAreToldApartByColourBlindEyes(Theme theme) {
        Tokens tokens = Tokens.of(theme);
        List<Color> colours = IntStream.rangeClosed(0, SharesSpec.COLORS)
                .mapToObj(i -> tokens.color(i == SharesSpec.COLORS ? "other" : "category-" + i))
                .toList();
        for (double[] simulation : SIMULATIONS) {
            for (int a = 0; a < colours.size(); a++) {
                for (int b = 0; b < a; b++) {
                    assertThat(distance(lab(colours.get(a), simulation), lab(colours.get(b), simulation)))
                            .as("%d and %d, %s", a, b, theme)
                            .isGreaterThan(16);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesReadOnEveryColour(Theme theme) {
        Tokens tokens = Tokens.of(theme);
        for (int i = 0; i < SharesSpec.COLORS; i++) {
            Color ground = tokens.color("category-" + i);
            double a = Tokens.luminance(ground) + 0.05;
            double b = Tokens.luminance(tokens.strongerInk(ground)) + 0.05;
            assertThat(Math.max(a, b) / Math.min(a, b)).isGreaterThan(4.5);
        }
    }

    private static ChartGeometry drawn(JFreeChart chart) {
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        chart.createBufferedImage(800, 320, info);
        return ChartGeometry.of(chart, info);
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(IntStream.range(0, 3)
                .mapToDouble(i -> (a[i] - b[i]) * (a[i] - b[i]))
                .sum());
    }

    /** CIE L*a*b* of a colour as the simulated eye sees it. */
    private static double[] lab(Color color, double[] simulation) {
        double[] rgb = {linear(color.getRed()), linear(color.getGreen()), linear(color.getBlue())};
        double[] seen = times(simulation, rgb);
        for (int i = 0; i < 3; i++) {
            seen[i] = Math.max(0, Math.min(1, seen[i]));
        }
        double[] xyz = times(
                new double[] {
                    0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522, 0.0721750, 0.0193339, 0.1191920, 0.9503041
                },
                seen);
        double x = root(xyz[0] / 0.95047);
        double y = root(xyz[1]);
        double z = root(xyz[2] / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double[] times(double[] matrix, double[] vector) {
        double[] product = new double[3];
        for (int i = 0; i < 9; i++) {
            product[i / 3] += matrix[i] * vector[i % 3];
        }
        return product;
    }

    private static double root(double value) {
        return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116.0;
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
