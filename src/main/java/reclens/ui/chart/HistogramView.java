package reclens.ui.chart;

import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import reclens.chart.ChartHit;
import reclens.chart.ChartStyle;
import reclens.chart.Charts;
import reclens.chart.HistogramSpec;
import reclens.text.Numbers;
import reclens.ui.UiText;

/** How the values of a tensor are spread. The arrow keys move from bin to bin. */
public final class HistogramView extends ChartPane {
    private HistogramSpec spec;

    public HistogramView(ChartTheme theme) {
        super(theme);
    }

    /** @param newSpec null to show nothing */
    public void show(HistogramSpec newSpec) {
        spec = newSpec;
        setAccessibleText(
                spec == null
                        ? ""
                        : UiText.format(
                                "chart.histogram.spoken",
                                spec.title(),
                                spec.subtitle(),
                                Integer.toString(spec.counts().length)));
        redraw();
    }

    @Override
    JFreeChart chart(ChartStyle style, int selected) {
        return spec == null ? null : Charts.histogram(spec, style);
    }

    @Override
    String caption() {
        return spec == null ? "" : spec.title();
    }

    @Override
    String captionNote() {
        return spec == null ? "" : spec.subtitle();
    }

    @Override
    List<List<String>> numbers() {
        return spec == null ? List.of() : ChartWords.full().of(spec);
    }

    /** The rounded numbers, for the table beside. */
    public List<List<String>> lines() {
        return spec == null ? List.of() : ChartWords.rounded().of(spec);
    }

    @Override
    Optional<TipText> describe(ChartHit hit) {
        if (hit.column() < 0) {
            return Optional.empty();
        }
        long count = spec.counts()[hit.column()];
        long all = java.util.Arrays.stream(spec.counts()).sum();
        return Optional.of(new TipText(
                Numbers.count(count),
                spec.yAxis(),
                List.of(
                        UiText.format(
                                "chart.histogram.bin",
                                Numbers.significant(spec.edges()[hit.column()]),
                                Numbers.significant(spec.edges()[hit.column() + 1])),
                        UiText.format("chart.histogram.share", Numbers.percent(count / (double) all)))));
    }
}
