package reclens.ui.chart;

import java.util.Optional;
import org.jfree.chart.JFreeChart;
import reclens.chart.AttentionHeatmapSpec;
import reclens.chart.ChartHit;
import reclens.chart.ChartStyle;
import reclens.chart.Charts;

/** One small multiple: cells only. The button around it takes mouse and keyboard. */
final class AttentionTileView extends ChartPane {
    private AttentionHeatmapSpec spec;

    AttentionTileView(ChartTheme theme) {
        super(theme);
        setFocusTraversable(false);
        setMouseTransparent(true);
    }

    void show(AttentionHeatmapSpec newSpec) {
        spec = newSpec;
        redraw();
    }

    @Override
    JFreeChart chart(ChartStyle style, int selected) {
        return spec == null ? null : Charts.attention(spec, style.asCompact());
    }

    @Override
    Optional<TipText> describe(ChartHit hit) {
        return Optional.empty();
    }
}
