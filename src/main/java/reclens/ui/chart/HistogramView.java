package reclens.ui.chart;

import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import reclens.chart.ChartHit;
import reclens.chart.ChartNumbers;
import reclens.chart.ChartStyle;
import reclens.chart.Charts;
import reclens.chart.HistogramSpec;
import reclens.text.Numbers;
import reclens.ui.UiText;

/** How the values of a tensor are spread. The arrow keys move from bin to bin. */
public final class HistogramView extends SpecPane<HistogramSpec> {
    public HistogramView(ChartTheme theme) {
        super(theme);
    }

    @Override
    String spoken(HistogramSpec spec) {
        return UiText.format(
                "chart.histogram.spoken", spec.title(), spec.subtitle(), Integer.toString(spec.counts().length));
    }

    @Override
    JFreeChart chart(HistogramSpec spec, ChartStyle style, int selected) {
        return Charts.histogram(spec, style);
    }

    @Override
    List<List<String>> numbers(HistogramSpec spec, ChartNumbers numbers) {
        return numbers.of(spec);
    }

    @Override
    Optional<TipText> describe(HistogramSpec spec, ChartHit hit) {
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
