package reclens.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import reclens.chart.ChartHit;
import reclens.chart.ChartNumbers;
import reclens.chart.ChartStyle;
import reclens.chart.Charts;
import reclens.chart.EventLabel;
import reclens.chart.FeatureHeatmapSpec;
import reclens.ui.UiText;

/** Events x feature values. */
public final class FeatureHeatmapView extends SpecPane<FeatureHeatmapSpec> {
    public FeatureHeatmapView(ChartTheme theme) {
        super(theme);
    }

    @Override
    String spoken(FeatureHeatmapSpec spec) {
        return ChartWords.size(spec.title(), spec.rows().size(), spec.columns().size());
    }

    /** The hatch is explained beside the chart in the window. */
    @Override
    String captionNote() {
        return spec() == null ? "" : UiText.format("chart.hatched", super.captionNote(), spec().hatched());
    }

    @Override
    JFreeChart chart(FeatureHeatmapSpec spec, ChartStyle style, int selected) {
        return Charts.features(spec.withSelected(selected), style);
    }

    @Override
    List<List<String>> numbers(FeatureHeatmapSpec spec, ChartNumbers numbers) {
        return numbers.of(spec);
    }

    @Override
    Optional<TipText> describe(FeatureHeatmapSpec spec, ChartHit hit) {
        boolean totals = hit.row() >= spec.rows().size();
        if (hit.column() < 0 || hit.column() > spec.columns().size()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        EventLabel label =
                totals ? EventLabel.words(spec.totalRow()) : spec.rows().get(hit.row());
        lines.add(label.text());
        if (label.isEvent()) {
            lines.add(ChartWords.event(label));
        }
        boolean totalColumn = hit.column() == spec.columns().size();
        if (totalColumn) {
            lines.add(spec.totalColumn());
        } else {
            FeatureHeatmapSpec.Column column = spec.columns().get(hit.column());
            lines.add(ChartWords.feature(column.feature(), column.label()));
        }
        String value = hit.masked() ? spec.hatched() : ChartWords.exact(hit.value(), spec.signed());
        return Optional.of(
                new TipText(value, hit.masked() || !spec.signed() ? "" : ChartWords.direction(hit.value()), lines));
    }
}
