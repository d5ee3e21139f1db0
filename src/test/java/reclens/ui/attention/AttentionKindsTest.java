package reclens.ui.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reclens.chart.AttentionCharts;
import reclens.chart.AttentionHeatmapSpec;
import reclens.chart.AttentionOptions;
import reclens.chart.BarChartSpec;
import reclens.chart.BarRow;
import reclens.chart.FieldCharts;
import reclens.chart.ScaleMode;
import reclens.domain.AttentionMap;
import reclens.domain.AttentionTrace;
import reclens.domain.AxisKind;
import reclens.domain.HistoryWindow;
import reclens.session.Workspace;
import reclens.text.Messages;
import reclens.ui.SyntheticWorkspace;

/** What the axes of each kind of attention say. */
class AttentionKindsTest {
    private final Messages messages = Messages.of(java.util.Locale.ENGLISH);
    private final Workspace workspace = SyntheticWorkspace.of(3);
    private final HistoryWindow window = workspace.window(workspace.history("u0002"));

    private AttentionHeatmapSpec heatmap(AttentionTrace trace) {
        return charts(trace).heatmap(AttentionOptions.of(0, 0));
    }

    private AttentionCharts charts(AttentionTrace trace) {
        return new AttentionCharts(trace, window, workspace.catalog(), i -> "item " + i, messages);
    }

    private static AttentionTrace trace(
            AxisKind query, AxisKind key, int[] queries, int[] keys, float[] weights, String normalisation) {
        return new AttentionTrace(
                List.of(new AttentionMap(
                        "items",
                        0,
                        0,
                        query,
                        key,
                        queries,
                        keys,
                        weights,
                        new float[queries.length],
                        false,
                        normalisation)),
                0,
                List.of("genre", "year", "user"));
    }

    @Test
    void itemsThatAreShownAreSaidToBeAPartOfTheSoftmax() {
        AttentionHeatmapSpec spec = heatmap(trace(
                AxisKind.EVENT,
                AxisKind.CANDIDATE,
                new int[] {0, 1},
                new int[] {7, 3},
                new float[] {0.1f, 0.2f, 0.3f, 0.05f},
                "softmax"));
        assertThat(spec.subtitle()).isEqualTo("softmax over all items: the shown ones are a part of each row");
        assertThat(spec.columns().get(0).text()).isEqualTo("item 7");
        assertThat(spec.uniform()).isNaN();
    }

    @Test
    void theMaskSlotIsNamedAsWhatIsPredicted() {
        int[] axis = {0, 1, AttentionMap.MASK_SLOT};
        AttentionHeatmapSpec spec = heatmap(trace(AxisKind.EVENT, AxisKind.EVENT, axis, axis, new float[9], "softmax"));
        assertThat(spec.rows().get(2).text()).isEqualTo("[mask]: what is predicted");
        assertThat(spec.title()).isEqualTo("2 events and the mask \u00d7 2 events and the mask");
        assertThat(charts(trace(AxisKind.EVENT, AxisKind.EVENT, axis, axis, new float[9], "softmax"))
                        .row(spec, 2, 5)
                        .title())
                .isEqualTo("Row [mask] attends to");
    }

    @Test
    void weightsThatAreNotNormalisedHaveNoUniformBaselineAndSaySo() {
        AttentionHeatmapSpec spec = heatmap(trace(
                AxisKind.CANDIDATE, AxisKind.EVENT, new int[] {7}, new int[] {0, 1}, new float[] {0.5f, 2}, "none"));
        assertThat(spec.subtitle()).isEqualTo("not normalised: rows do not sum to 1, so there is no rollout");
        assertThat(spec.words().unit()).isEqualTo("attention weight, not normalised");
        assertThat(spec.uniform()).isNaN();
        assertThat(spec.signed()).isFalse();
        assertThat(spec.limit()).isEqualTo(2);
        assertThat(spec.words().query()).isEqualTo("query: the recommended item");
    }

    @Test
    void negativeWeightsGetASymmetricScaleAroundZero() {
        AttentionHeatmapSpec spec = heatmap(
                trace(AxisKind.EVENT, AxisKind.EVENT, new int[] {1}, new int[] {0, 1}, new float[] {-3, 2}, "none"));
        assertThat(spec.signed()).isTrue();
        assertThat(spec.normalised()).isFalse();
        assertThat(spec.limit()).isEqualTo(3);
        assertThat(spec.name()).contains("from negative to positive");
    }

    @Test
    void pairsOfFieldsStandOnceAndWithoutADiagonal() {
        int[] axis = {0, 1, 2};
        float[] weights = {0, 0.2f, 0.3f, 0, 0, 0.5f, 0, 0, 0};
        AttentionTrace trace = trace(AxisKind.FIELD, AxisKind.FIELD, axis, axis, weights, "softmax over pairs");
        AttentionHeatmapSpec spec = heatmap(trace);
        assertThat(spec.rows()).hasSize(2);
        assertThat(spec.weight(0, 0)).isEqualTo(0.2f);
        assertThat(spec.weight(1, 1)).isEqualTo(0.5f);
        assertThat(spec.masked(0, 1)).isTrue();
        assertThat(spec.subtitle()).isEqualTo("all pairs sum to 1, each pair once");
        BarChartSpec shares = FieldCharts.received(trace, messages);
        assertThat(shares.rows().get(0).featureValue()).isEqualTo("user");
        assertThat(shares.rows().stream().mapToDouble(BarRow::value).sum())
                .isEqualTo(1, org.assertj.core.data.Offset.offset(1e-6));
    }

    @Test
    void theShareOnPaddingIsShownAlsoWhereItIsZero() {
        int[] axis = IntStream.range(0, window.length()).toArray();
        AttentionTrace trace =
                trace(AxisKind.EVENT, AxisKind.EVENT, axis, axis, new float[axis.length * axis.length], "softmax");
        BarChartSpec row = charts(trace).row(heatmap(trace), 0, 5);
        BarRow padding = row.rows().stream()
                .filter(r -> r.kind() == BarRow.Kind.PADDING)
                .findFirst()
                .orElseThrow();
        assertThat(padding.number()).isEqualTo("0.000");
        assertThat(heatmap(trace).subtitle())
                .isEqualTo("each row sums to 1; "
                        + (window.length() < window.modelLength() ? "padding is masked" : "no padding slots"));
        assertThat(padding.label().text())
                .isEqualTo(window.length() < window.modelLength() ? "padding (masked)" : "padding (0 slots)");
    }

    @Test
    void clippedIsOfferedWhereWeightsCanBeToldApartByIt() {
        float[] weights = {0.2f, 0.2f, 0.2f, 0.2f, 0.2f};
        int[] five = {0, 1, 2, 3, 4};
        int[] one = {0};
        assertThat(ScaleMode.of(trace(AxisKind.EVENT, AxisKind.EVENT, one, five, weights, "softmax")))
                .contains(ScaleMode.CLIPPED);
        assertThat(ScaleMode.of(trace(AxisKind.EVENT, AxisKind.CANDIDATE, one, five, weights, "softmax")))
                .containsExactly(ScaleMode.RAW, ScaleMode.ROW_MAX, ScaleMode.LOG);
        assertThat(ScaleMode.of(trace(
                        AxisKind.EVENT, AxisKind.FIELD, one, new int[] {0, 1}, new float[] {0.5f, 0.5f}, "softmax")))
                .containsExactly(ScaleMode.RAW, ScaleMode.ROW_MAX, ScaleMode.LOG);
        assertThat(ScaleMode.of(trace(AxisKind.EVENT, AxisKind.EVENT, one, five, weights, "sigmoid")))
                .containsExactly(ScaleMode.RAW, ScaleMode.ROW_MAX);
    }
}
