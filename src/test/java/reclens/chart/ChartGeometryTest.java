package reclens.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Locale;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;
import reclens.SampleExplanation;
import reclens.explanation.Method;
import reclens.text.Messages;

class ChartGeometryTest {
    private static final ChartStyle STYLE = ChartStyle.screen(Theme.LIGHT);
    private static final ChartOptions OPTIONS = ChartOptions.of(Method.LEAVE_ONE_OUT);

    private final ExplanationCharts charts =
            new ExplanationCharts(SampleExplanation.sample().build(), Messages.of(Locale.ENGLISH));
    private final ChartRenderingInfo info = new ChartRenderingInfo();

    @Test
    void findsTheEventOfABarAndOfItsLabel() {
        ChartGeometry geometry = drawn(Charts.bars(charts.behaviours(OPTIONS).orElseThrow(), STYLE));
        Rectangle2D third = geometry.row(2);

        assertThat(geometry.rows()).isEqualTo(11);
        assertThat(geometry.at(third.getMinX() + 5, third.getCenterY())
                        .orElseThrow()
                        .rowEvent())
                .isEqualTo(62);
        assertThat(geometry.at(third.getMaxX() - 5, third.getCenterY())
                        .orElseThrow()
                        .value())
                .isEqualTo(0.71);
    }

    @Test
    void findsTheFeatureValueOfABar() {
        ChartGeometry geometry = drawn(Charts.bars(charts.features(OPTIONS).orElseThrow(), STYLE));
        Rectangle2D second = geometry.row(1);
        ChartHit hit = geometry.at(second.getCenterX(), second.getCenterY()).orElseThrow();

        assertThat(hit.feature()).isEqualTo("category");
        assertThat(hit.featureValue()).isEqualTo("Tents");
    }

    @Test
    void findsACellOfTheMatrixWithItsValue() {
        FeatureHeatmapSpec spec = charts.matrix(OPTIONS).orElseThrow();
        ChartGeometry geometry = drawn(Charts.features(spec, STYLE));
        Rectangle2D cell = geometry.cell(1, 1);
        ChartHit hit = geometry.at(cell.getCenterX(), cell.getCenterY()).orElseThrow();

        assertThat(hit.rowEvent()).isEqualTo(60);
        assertThat(hit.featureValue()).isEqualTo("Sleeping");
        assertThat(hit.value()).isEqualTo(0.92);
        assertThat(geometry.at(
                                geometry.cell(0, 1).getCenterX(),
                                geometry.cell(0, 1).getCenterY())
                        .orElseThrow()
                        .masked())
                .isTrue();
    }

    @Test
    void drawsEveryCellOfAttentionInTheColourOfItsWeight() {
        AttentionHeatmapSpec spec = ChartPicturesTest.attention(28, 22).heatmap(AttentionOptions.of(1, 0));
        JFreeChart chart = Charts.attention(spec, STYLE);
        BufferedImage image = Pictures.draw(chart, info, 760, 700, Tokens.of(Theme.LIGHT));
        ChartGeometry geometry = ChartGeometry.of(chart, info);

        for (int r = 0; r < 28; r++) {
            for (int c = 0; c <= r; c++) {
                Rectangle2D cell = geometry.cell(r, c);
                Color seen = new Color(image.getRGB((int) cell.getCenterX(), (int) cell.getCenterY()));
                assertThat(seen).isEqualTo(STYLE.tokens().sequential().color(spec.weight(r, c) / spec.limit()));
            }
        }
    }

    @Test
    void findsQueryAndKeyOfAnAttentionCell() {
        ChartGeometry geometry =
                drawn(Charts.attention(ChartPicturesTest.attention(28, 22).heatmap(AttentionOptions.of(1, 0)), STYLE));
        Rectangle2D cell = geometry.cell(27, 19);
        ChartHit hit = geometry.at(cell.getCenterX(), cell.getCenterY()).orElseThrow();

        assertThat(hit.rowEvent()).isEqualTo(63);
        assertThat(hit.columnEvent()).isEqualTo(55);
        assertThat(hit.masked()).isFalse();
        assertThat(geometry.hit(3, 9).masked()).isTrue();
    }

    @Test
    void findsCellsAfterZooming() {
        JFreeChart chart =
                Charts.attention(ChartPicturesTest.attention(28, 22).heatmap(AttentionOptions.of(1, 0)), STYLE);
        ((XYPlot) chart.getPlot()).getDomainAxis().setRange(10, 14);
        ((XYPlot) chart.getPlot()).getRangeAxis().setRange(20, 24);
        ChartGeometry geometry = drawn(chart);
        Rectangle2D area = geometry.dataArea();
        ChartHit hit = geometry.at(area.getMinX() + 3, area.getMinY() + 3).orElseThrow();

        assertThat(hit.row()).isEqualTo(20);
        assertThat(hit.column()).isEqualTo(10);
        Pictures.save(Pictures.draw(chart, info, 760, 700, Tokens.of(Theme.LIGHT)), "attention-zoomed");
    }

    @Test
    void keepsTheLargestWhereCellsShareAPixel() {
        AttentionHeatmapSpec spec = ChartPicturesTest.attention(1000, 0).heatmap(AttentionOptions.of(0, 0));
        java.util.Arrays.fill(spec.weights(), 0);
        spec.weights()[777 * 1000 + 333] = (float) spec.limit();
        JFreeChart chart = Charts.attention(spec, STYLE.asCompact());
        BufferedImage image = Pictures.draw(chart, info, 224, 224, Tokens.of(Theme.LIGHT));
        Rectangle2D cell = ChartGeometry.of(chart, info).cell(777, 333);

        assertThat(image.getRGB((int) cell.getCenterX(), (int) cell.getCenterY()))
                .isEqualTo(STYLE.tokens().sequential().argb(1));
    }

    @Test
    void findsNothingBesideTheRows() {
        ChartGeometry geometry = drawn(Charts.bars(charts.behaviours(OPTIONS).orElseThrow(), STYLE));

        assertThat(geometry.at(100, 5)).isEmpty();
        assertThat(geometry.at(-5, 100)).isEmpty();
    }

    private ChartGeometry drawn(JFreeChart chart) {
        Pictures.draw(chart, info, 800, 400, Tokens.of(Theme.LIGHT));
        return ChartGeometry.of(chart, info);
    }
}
