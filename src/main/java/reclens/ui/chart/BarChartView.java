package reclens.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import reclens.chart.BarChartSpec;
import reclens.chart.BarRow;
import reclens.chart.ChartHit;
import reclens.chart.ChartStyle;
import reclens.chart.Charts;
import reclens.chart.EventLabel;

/** Horizontal bars: behaviours, product features, one attention row. */
public final class BarChartView extends ChartPane {
    /** A row is never higher than this, whatever room there is. */
    public static final double HIGHEST_ROW = 34;

    private BarChartSpec spec;
    private double highestRow = HIGHEST_ROW;

    public BarChartView(ChartTheme theme) {
        super(theme);
    }

    /** @param newSpec null to show nothing */
    public void show(BarChartSpec newSpec) {
        spec = newSpec;
        setAccessibleText(spec == null ? "" : ChartWords.of(spec));
        redraw();
    }

    /** Higher rows than those of the window, for presentations. */
    public void setHighestRow(double pixels) {
        highestRow = pixels;
        requestLayout();
    }

    /** Few rows in a high card would become blocks. Asked for with every layout, as type and window grow. */
    @Override
    protected double computeMaxHeight(double width) {
        return spec == null
                ? Double.MAX_VALUE
                : Charts.height(spec, style(), highestRow * Math.max(1, style().fontScale()));
    }

    @Override
    JFreeChart chart(ChartStyle style, int selected) {
        return spec == null ? null : Charts.bars(spec.withSelected(selected), style);
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

    @Override
    Optional<TipText> describe(ChartHit hit) {
        BarRow bar = spec.rows().get(hit.row());
        if (bar.kind() == BarRow.Kind.HEADING) {
            return Optional.empty();
        }
        boolean total = bar.kind() == BarRow.Kind.TOTAL;
        String note = spec.signed() && !total ? ChartWords.direction(bar.value()) : "";
        return Optional.of(new TipText(ChartWords.exact(bar.value(), spec.signed()), note, lines(bar)));
    }

    private List<String> lines(BarRow bar) {
        List<String> lines = new ArrayList<>();
        EventLabel label = bar.label();
        lines.add(bar.feature().isEmpty() ? label.text() : ChartWords.feature(bar.feature(), label.title()));
        if (label.isEvent()) {
            lines.add(ChartWords.event(label));
        }
        List<String> methods = new ArrayList<>();
        for (int i = 0; i < bar.agreement().size(); i++) {
            if (bar.agreement().get(i)) {
                methods.add(spec.agreementNames().get(i));
            }
        }
        if (!methods.isEmpty()) {
            lines.add(ChartWords.topFive(methods));
        }
        return lines;
    }
}
