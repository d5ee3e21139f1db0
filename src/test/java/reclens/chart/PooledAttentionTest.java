package reclens.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.ChartRenderingInfo;
import org.junit.jupiter.api.Test;
import reclens.SampleExplanation;
import reclens.domain.AttentionMap;
import reclens.domain.AttentionTrace;
import reclens.domain.AxisKind;
import reclens.explanation.Explanation;
import reclens.text.Messages;

/** Attention that weighs events in one sum has no query and one head. */
class PooledAttentionTest {
    private static final Messages ENGLISH = Messages.of(Locale.ENGLISH);

    private final AttentionHeatmapSpec pooled = charts(AxisKind.POOL, 1).heatmap(AttentionOptions.of(0, -1));

    private static AttentionCharts charts(AxisKind queries, int rows) {
        Explanation explanation = SampleExplanation.sample().events(3).build();
        int[] axis = java.util.stream.IntStream.range(0, rows).toArray();
        float[] weights = new float[rows * 3];
        java.util.Arrays.fill(weights, 1f / 3);
        AttentionMap map = new AttentionMap(
                "items",
                0,
                0,
                queries,
                AxisKind.EVENT,
                axis,
                new int[] {0, 1, 2},
                weights,
                new float[rows],
                false,
                "softmax");
        return new AttentionCharts(
                new AttentionTrace(List.of(map), 0), explanation.window(), explanation.catalog(), i -> "", ENGLISH);
    }

    @Test
    void saysThatNoEventAsks() {
        assertThat(pooled.words().query()).isEqualTo("no query: one sum");
        assertThat(pooled.words().key()).isEqualTo("the event that is weighed");
        assertThat(pooled.title()).isEqualTo("one sum \u00D7 3 events");
    }

    @Test
    void aSingleHeadIsNoMean() {
        assertThat(pooled.name()).isEqualTo("Layer 1, softmax, from 0");
    }

    @Test
    void itsBarsAreWeightsOfEvents() {
        assertThat(charts(AxisKind.POOL, 1).row(pooled, 0, 5).title()).isEqualTo("Weights of the events");
    }

    @Test
    void featuresWithWeightsOfTheirOwnDoNotAttend() {
        AttentionHeatmapSpec features = charts(AxisKind.FIELD, 2).heatmap(AttentionOptions.of(0, 0));

        assertThat(features.words().query()).isEqualTo("the feature that is summed");
        assertThat(features.title()).isEqualTo("2 features \u00D7 3 events");
        assertThat(charts(AxisKind.FIELD, 2).row(features, 1, 5).title()).startsWith("Weights of the events for ");
    }

    @Test
    void aLastEventThatAsksIsStillNamed() {
        AttentionHeatmapSpec last = charts(AxisKind.EVENT, 1).heatmap(AttentionOptions.of(0, 0));

        assertThat(last.words().query()).isEqualTo("query: the last event");
    }

    private AttentionHeatmapSpec withColumns(String title) {
        return new AttentionHeatmapSpec(
                pooled.title(),
                pooled.subtitle(),
                pooled.name(),
                pooled.layer(),
                pooled.head(),
                pooled.rows(),
                Collections.nCopies(3, EventLabel.words(title)),
                pooled.weights(),
                pooled.padding(),
                pooled.showPadding(),
                pooled.causal(),
                pooled.signed(),
                pooled.normalised(),
                pooled.scale(),
                pooled.limit(),
                pooled.clipped(),
                pooled.uniform(),
                pooled.words(),
                null,
                pooled.selected());
    }

    @Test
    void aSingleRowMakesRoomForWholeLabelsAndStaysLow() {
        ChartStyle style = ChartStyle.screen(Theme.LIGHT);
        AttentionHeatmapSpec spec = withColumns("Adventures of Priscilla, Queen of the Desert");
        double height = Charts.height(spec, style, 48);
        assertThat(height).isGreaterThan(Charts.height(withColumns("Kolya"), style, 48) + 100);

        ChartRenderingInfo info = new ChartRenderingInfo();
        Graphics2D g = new BufferedImage(600, 600, BufferedImage.TYPE_INT_RGB).createGraphics();
        Charts.attention(spec, style).draw(g, new Rectangle2D.Double(0, 0, 600, height), info);
        assertThat(info.getPlotInfo().getDataArea().getHeight()).isCloseTo(48, within(1.0));
    }
}
