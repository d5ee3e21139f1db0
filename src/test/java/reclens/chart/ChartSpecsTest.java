package reclens.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reclens.SampleExplanation;
import reclens.explanation.Explanation;
import reclens.explanation.Method;
import reclens.text.Messages;

class ChartSpecsTest {
    private static final Messages ENGLISH = Messages.of(Locale.ENGLISH);
    private static final ChartOptions OPTIONS = ChartOptions.of(Method.LEAVE_ONE_OUT);

    private final Explanation explanation = SampleExplanation.sample().build();
    private final ExplanationCharts charts = new ExplanationCharts(explanation, ENGLISH);

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 9, 48, 49, 50, 200})
    void barsOfShownEventsAndOthersAddUpToTheTotal(int top) {
        BarChartSpec spec = charts.behaviours(OPTIONS.withTop(top, 10)).orElseThrow();
        double bars = spec.rows().stream()
                .filter(BarRow::hasBar)
                .mapToDouble(BarRow::value)
                .sum();

        assertThat(bars).isCloseTo(spec.total().orElseThrow().value(), within(1e-9));
    }

    @Test
    void sumsTheEventsThatAreNotShown() {
        BarChartSpec spec = charts.behaviours(OPTIONS).orElseThrow();

        assertThat(words(spec)).contains("other (41 events)", "Total of 50 events");
        assertThat(words(spec).get(0)).isEqualTo("Halden Ridge 2 Tent");
        assertThat(spec.rows().get(0).number()).isEqualTo("+1.84");
    }

    @Test
    void neverSumsOneEventAlone() {
        BarChartSpec spec = charts.behaviours(OPTIONS.withTop(49, 10)).orElseThrow();

        assertThat(words(spec)).noneMatch(w -> w.startsWith("other"));
    }

    @Test
    void keepsTheSameEventsInTimeOrder() {
        BarChartSpec spec =
                charts.behaviours(OPTIONS.withOrder(ChartOptions.Order.IN_TIME)).orElseThrow();

        assertThat(spec.rows().stream()
                        .filter(r -> r.kind() == BarRow.Kind.EVENT)
                        .map(r -> r.label().position()))
                .containsExactly(50, 54, 57, 58, 59, 60, 61, 62, 63);
    }

    @Test
    void marksTheFiveStrongestOfEachMethod() {
        BarChartSpec spec = charts.behaviours(OPTIONS.withTop(60, 10)).orElseThrow();

        assertThat(spec.agreement()).containsExactly("L", "A", "R");
        for (int method = 0; method < 3; method++) {
            int dot = method;
            assertThat(spec.rows().stream()
                            .filter(r -> r.kind() == BarRow.Kind.EVENT)
                            .filter(r -> r.agreement().get(dot)))
                    .hasSize(5);
        }
    }

    @Test
    void everyGroupOfFeaturesAddsUpToTheSameTotal() {
        BarChartSpec spec = charts.features(OPTIONS).orElseThrow();
        double total = explanation.attributions().get(Method.LEAVE_ONE_OUT).total();
        double sum = 0;
        int groups = 0;
        for (BarRow row : spec.rows()) {
            if (row.kind() == BarRow.Kind.HEADING && groups++ > 0) {
                assertThat(sum).isCloseTo(total, within(1e-9));
                sum = 0;
            }
            sum += row.hasBar() ? row.value() : 0;
        }
        assertThat(groups).isEqualTo(2);
        assertThat(sum).isCloseTo(total, within(1e-9));
    }

    @Test
    void repeatsTheOrderOfTheBarsInTheMatrix() {
        List<Integer> bars = charts.behaviours(OPTIONS).orElseThrow().rows().stream()
                .map(r -> r.label().position())
                .limit(9)
                .toList();
        List<Integer> rows = charts.matrix(OPTIONS).orElseThrow().rows().stream()
                .map(EventLabel::position)
                .limit(9)
                .toList();

        assertThat(rows).isEqualTo(bars);
    }

    @Test
    void carriesTotalsBothWays() {
        FeatureHeatmapSpec spec = charts.matrix(OPTIONS).orElseThrow();
        double category = 0;
        for (int c = 0; c < spec.columns().size(); c++) {
            int column = c;
            double cells = Arrays.stream(spec.cells())
                    .mapToDouble(row -> row[column])
                    .filter(Double::isFinite)
                    .sum();
            assertThat(cells).isCloseTo(spec.columnTotals()[c], within(1e-9));
            category += spec.columns().get(c).feature().equals("category") ? spec.columnTotals()[c] : 0;
        }
        assertThat(category).isCloseTo(spec.total(), within(1e-9));
        assertThat(Arrays.stream(spec.rowTotals()).sum()).isCloseTo(spec.total(), within(1e-9));
    }

    @Test
    void hasSymmetricLimitsForSignedValues() {
        Limits limits = charts.matrix(OPTIONS).orElseThrow().limits();

        assertThat(limits.low()).isEqualTo(-limits.high());
        assertThat(limits.high()).isEqualTo(2);
    }

    @Test
    void comparesSingleEventsWhereTheSumOfTheOthersIsFarLarger() {
        double[] many = new double[50];
        Arrays.fill(many, 0.5);
        many[49] = 0.6;
        ExplanationCharts diffuse =
                new ExplanationCharts(SampleExplanation.sample().drops(many).build(), ENGLISH);

        assertThat(diffuse.behaviours(OPTIONS).orElseThrow().limits().high()).isCloseTo(0.72, within(1e-9));
        assertThat(diffuse.matrix(OPTIONS).orElseThrow().limits().high()).isEqualTo(1);
        assertThat(diffuse.matrix(OPTIONS).orElseThrow().clipped()).isTrue();
        assertThat(charts.matrix(OPTIONS).orElseThrow().clipped()).isFalse();
    }

    @Test
    void hasNoFeatureChartsWhereTheCatalogueHasNoFeatures() {
        ExplanationCharts bare = new ExplanationCharts(
                SampleExplanation.sample().withoutFeatures().build(), ENGLISH);

        assertThat(bare.features(OPTIONS)).isEmpty();
        assertThat(bare.matrix(OPTIONS)).isEmpty();
    }

    @Test
    void marksTheUniformWeightOfAllSlots() {
        AttentionHeatmapSpec spec = ChartPicturesTest.attention(28, 22).heatmap(AttentionOptions.of(0, 0));

        assertThat(spec.uniform()).isEqualTo(0.02);
        assertThat(spec.words().uniform()).isEqualTo("uniform, 1/50 = 0.02");
        assertThat(spec.subtitle()).isEqualTo("each row sums to 1 with its padding");
        assertThat(spec.name()).isEqualTo("Layer 1, head 1, softmax, from 0");
    }

    @Test
    void masksLaterKeysOnly() {
        AttentionHeatmapSpec spec = ChartPicturesTest.attention(10, 0).heatmap(AttentionOptions.of(0, 0));

        assertThat(spec.masked(3, 4)).isTrue();
        assertThat(spec.masked(3, 3)).isFalse();
        assertThat(spec.showPadding()).isFalse();
    }

    @Test
    void saysWhenWeightsLieAboveTheScale() {
        AttentionCharts attention = ChartPicturesTest.attention(28, 22);

        assertThat(attention
                        .heatmap(AttentionOptions.of(0, 0).withScale(ScaleMode.CLIPPED, 0.4))
                        .clipped())
                .isTrue();
        assertThat(attention.heatmap(AttentionOptions.of(0, 0)).clipped()).isFalse();
    }

    @Test
    void averagesTheHeadsWithoutChangingTheSumOfARow() {
        AttentionHeatmapSpec mean =
                ChartPicturesTest.attention(12, 8).heatmap(AttentionOptions.of(1, AttentionOptions.MEAN));
        double sum = mean.padding()[11];
        for (int c = 0; c < 12; c++) {
            sum += mean.weight(11, c);
        }

        assertThat(sum).isCloseTo(1, within(1e-5));
        assertThat(mean.name()).startsWith("Layer 2, head mean");
    }

    private static List<String> words(BarChartSpec spec) {
        return spec.rows().stream().map(r -> r.label().title()).toList();
    }
}
