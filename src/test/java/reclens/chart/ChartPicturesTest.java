package reclens.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Locale;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reclens.SampleExplanation;
import reclens.domain.AttentionTrace;
import reclens.explanation.Explanation;
import reclens.explanation.Method;
import reclens.text.Messages;

class ChartPicturesTest {
    private static final Messages ENGLISH = Messages.of(Locale.ENGLISH);

    private final Explanation explanation = SampleExplanation.sample().build();
    private final ExplanationCharts charts = new ExplanationCharts(explanation, ENGLISH);
    private final ChartOptions options = ChartOptions.of(Method.LEAVE_ONE_OUT).withSelected(59);

    @ParameterizedTest
    @EnumSource
    void drawsBehaviours(Theme theme) {
        ChartStyle style = ChartStyle.screen(theme);
        BarChartSpec spec = charts.behaviours(options).orElseThrow();
        JFreeChart chart = Charts.bars(spec, style);
        BufferedImage image = picture("behaviours", theme, chart, 500, (int) Charts.height(spec, style, 20) + 24);

        assertThat(colours(image)).contains(style.tokens().color("supports").getRGB());
        assertThat(colours(image)).contains(style.tokens().color("against").getRGB());
        assertThat(colours(image)).contains(style.tokens().color("selected").getRGB());
    }

    @ParameterizedTest
    @EnumSource
    void drawsFeatures(Theme theme) {
        ChartStyle style = ChartStyle.screen(theme);
        BarChartSpec spec = charts.features(options).orElseThrow();
        BufferedImage image =
                picture("features", theme, Charts.bars(spec, style), 300, (int) Charts.height(spec, style, 19) + 24);

        assertThat(colours(image)).contains(style.tokens().color("supports").getRGB());
    }

    @ParameterizedTest
    @EnumSource
    void drawsTheMatrix(Theme theme) {
        ChartStyle style = ChartStyle.screen(theme);
        FeatureHeatmapSpec spec = charts.matrix(options).orElseThrow();
        BufferedImage image =
                picture("matrix", theme, Charts.features(spec, style), 820, (int) Charts.height(spec, style, 21) + 24);

        assertThat(colours(image))
                .contains(style.tokens()
                        .diverging()
                        .signedArgb(1.84, spec.limits().magnitude()));
    }

    @ParameterizedTest
    @EnumSource
    void drawsTheCurve(Theme theme) {
        ChartStyle style = ChartStyle.screen(theme);
        CurveSpec spec = charts.curve(Method.LEAVE_ONE_OUT).orElseThrow();
        BufferedImage image = picture("curve", theme, Charts.curve(spec, style), 680, 360);

        assertThat(colours(image)).contains(style.tokens().color("accent").getRGB());
    }

    @ParameterizedTest
    @EnumSource
    void drawsAttention(Theme theme) {
        ChartStyle style = ChartStyle.screen(theme);
        AttentionHeatmapSpec spec = attention(28, 22)
                .heatmap(AttentionOptions.of(1, 0)
                        .withScale(ScaleMode.CLIPPED, 0.4)
                        .withSelected(55));
        BufferedImage image = picture("attention", theme, Charts.attention(spec, style), 760, 680);

        assertThat(colours(image)).contains(style.tokens().sequential().argb(1));
    }

    @Test
    void drawsSmallMultiplesWithoutLabels() {
        AttentionOverviewSpec overview = attention(28, 22).overview(AttentionOptions.of(0, 0));
        assertThat(overview.tiles())
                .hasSize(4)
                .allSatisfy(t -> assertThat(t.map().limit()).isEqualTo(overview.limit()));
        ChartStyle style = ChartStyle.screen(Theme.DARK).asCompact();
        BufferedImage image = picture(
                "small", Theme.DARK, Charts.attention(overview.tiles().get(2).map(), style), 120, 120);

        assertThat(colours(image)).isNotEmpty();
    }

    @Test
    void drawsARowOfAttention() {
        AttentionCharts attention = attention(28, 22);
        AttentionHeatmapSpec map = attention.heatmap(AttentionOptions.of(1, 0).withSelected(55));
        BarChartSpec spec = attention.row(map, 27, 5);
        ChartStyle style = ChartStyle.screen(Theme.DARK);
        picture("row", Theme.DARK, Charts.bars(spec, style), 288, (int) Charts.height(spec, style, 24) + 24);

        assertThat(spec.total().orElseThrow().number()).isEqualTo("1.000");
    }

    static AttentionCharts attention(int n, int padding) {
        Explanation explanation = SampleExplanation.sample().events(n).build();
        AttentionTrace trace = SampleExplanation.trace(n, padding);
        return new AttentionCharts(trace, explanation.window(), explanation.catalog(), i -> "item " + i, ENGLISH);
    }

    private static BufferedImage picture(String name, Theme theme, JFreeChart chart, int width, int height) {
        BufferedImage image = Pictures.draw(chart, new ChartRenderingInfo(), width, height, Tokens.of(theme));
        Pictures.save(image, name + "-" + theme.name().toLowerCase(Locale.ROOT));
        return image;
    }

    private static java.util.Set<Integer> colours(BufferedImage image) {
        java.util.Set<Integer> colours = new java.util.HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }
}
