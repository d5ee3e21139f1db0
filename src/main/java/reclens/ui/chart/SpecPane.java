package reclens.ui.chart;

import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import reclens.chart.ChartHit;
import reclens.chart.ChartNumbers;
import reclens.chart.ChartSpec;
import reclens.chart.ChartStyle;

/** A chart of one spec, or nothing while there is none. The methods that take a spec are called with one. */
abstract class SpecPane<S extends ChartSpec> extends ChartPane {
    private S spec;

    SpecPane(ChartTheme theme) {
        super(theme);
    }

    abstract JFreeChart chart(S shown, ChartStyle style, int selected);

    /** The chart in words, for those who do not see it. */
    abstract String spoken(S shown);

    abstract List<List<String>> numbers(S shown, ChartNumbers numbers);

    abstract Optional<TipText> describe(S shown, ChartHit hit);

    /** Null while there is none. */
    final S spec() {
        return spec;
    }

    /** @param newSpec null to show nothing */
    public void show(S newSpec) {
        spec = newSpec;
        setAccessibleText(spec == null ? "" : spoken(spec));
        redraw();
    }

    @Override
    final JFreeChart chart(ChartStyle style, int selected) {
        return spec == null ? null : chart(spec, style, selected);
    }

    @Override
    final String caption() {
        return spec == null ? "" : spec.title();
    }

    @Override
    String captionNote() {
        return spec == null ? "" : spec.subtitle();
    }

    @Override
    final List<List<String>> numbers() {
        return spec == null ? List.of() : numbers(spec, ChartWords.full());
    }

    /** The rounded numbers, for the table beside. */
    public final List<List<String>> lines() {
        return spec == null ? List.of() : numbers(spec, ChartWords.rounded());
    }

    @Override
    final Optional<TipText> describe(ChartHit hit) {
        return spec == null ? Optional.empty() : describe(spec, hit);
    }
}
