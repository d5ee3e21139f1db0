package reclens.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reclens.SampleExplanation;
import reclens.explanation.Explanation;
import reclens.explanation.Method;
import reclens.text.Messages;

/** Data at the edges draws without an exception, and something of it can be seen. */
class EdgeDataTest {
    private static final ChartStyle STYLE = ChartStyle.screen(Theme.LIGHT);

    static Stream<Arguments> drops() {
        return Stream.of(
                Arguments.of("constant", filled(20, 0.3)),
                Arguments.of("zero", filled(20, 0)),
                Arguments.of("missing", filled(20, Double.NaN)),
                Arguments.of("some missing", new double[] {1, Double.NaN, -2}),
                Arguments.of("one event", new double[] {0.4}),
                Arguments.of("two events", new double[] {-0.4, 0.1}),
                Arguments.of("tiny", filled(5, 1e-12)),
                Arguments.of("huge", new double[] {1e9, -1e8, 3}),
                Arguments.of("a thousand", filled(1000, 0.01)),
                Arguments.of("none", new double[0]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drops")
    void drawsBarsMatrixAndFeatures(String name, double[] values) {
        Explanation explanation = SampleExplanation.sample().drops(values).build();
        ExplanationCharts charts = new ExplanationCharts(explanation, Messages.of(Locale.ENGLISH));
        for (int top : new int[] {1, 9, 2000}) {
            ChartOptions options = ChartOptions.of(Method.LEAVE_ONE_OUT).withTop(top, top);
            charts.behaviours(options).ifPresent(s -> draw(Charts.bars(s, STYLE), 500, 300));
            charts.features(options).ifPresent(s -> draw(Charts.bars(s, STYLE), 300, 300));
            charts.matrix(options).ifPresent(s -> draw(Charts.features(s, STYLE), 700, 300));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 28, 1000})
    void drawsAttentionOfAnySize(int n) {
        for (ScaleMode mode : ScaleMode.values()) {
            AttentionHeatmapSpec spec = ChartPicturesTest.attention(n, 5)
                    .heatmap(AttentionOptions.of(0, 0).withScale(mode, 0.4).withSelected(63));

            assertThat(draw(Charts.attention(spec, STYLE), 600, 500)).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void drawsAttentionThatIsConstantZeroOrMissing(ScaleMode mode) {
        for (float value : new float[] {0, 0.25f, Float.NaN}) {
            AttentionHeatmapSpec sample = ChartPicturesTest.attention(4, 0)
                    .heatmap(AttentionOptions.of(0, 0).withScale(mode, 0.4));
            Arrays.fill(sample.weights(), value);

            assertThat(draw(Charts.attention(sample, STYLE), 400, 400)).isNotNull();
            assertThat(draw(Charts.attention(sample, STYLE), 60, 60)).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 3.5, Double.NaN})
    void drawsACurveThatIsConstantOrMissing(double value) {
        double[] flat = filled(3, value);
        CurveSpec spec = new CurveSpec(
                "",
                "",
                "",
                "",
                new double[] {0, 0.5, 1},
                java.util.List.of("0%", "50%", "100%"),
                flat,
                flat,
                flat,
                flat,
                flat,
                new CurveSpec.Names("chosen", "recency", "band", "mean"),
                java.util.List.of());

        assertThat(draw(Charts.curve(spec, STYLE), 400, 300)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 40})
    void drawsIntoNoRoomAtAll(int size) {
        ExplanationCharts charts =
                new ExplanationCharts(SampleExplanation.sample().build(), Messages.of(Locale.ENGLISH));
        ChartOptions options = ChartOptions.of(Method.LEAVE_ONE_OUT);

        draw(Charts.bars(charts.behaviours(options).orElseThrow(), STYLE), size, size);
        draw(Charts.features(charts.matrix(options).orElseThrow(), STYLE), size, size);
        draw(Charts.curve(charts.curve(Method.LEAVE_ONE_OUT).orElseThrow(), STYLE), size, size);
        draw(
                Charts.attention(ChartPicturesTest.attention(28, 3).heatmap(AttentionOptions.of(0, 0)), STYLE),
                size,
                size);
    }

    private static BufferedImage draw(JFreeChart chart, int width, int height) {
        return Pictures.draw(chart, new ChartRenderingInfo(), width + 24, height + 24, Tokens.of(Theme.LIGHT));
    }

    private static double[] filled(int n, double value) {
        double[] values = new double[n];
        Arrays.fill(values, value);
        return values;
    }
}
