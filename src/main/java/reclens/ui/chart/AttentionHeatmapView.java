package reclens.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.jfree.chart.JFreeChart;
import reclens.chart.AttentionHeatmapSpec;
import reclens.chart.ChartHit;
import reclens.chart.ChartStyle;
import reclens.chart.Charts;
import reclens.chart.EventLabel;

/** What attends to what, for one layer and head. A click selects the key's event and lists the query's row. */
public final class AttentionHeatmapView extends ChartPane {
    /** Height of what stands above and below the cells. */
    private static final double FRAME = 176;

    private static final double HIGHEST_CELL = 48;

    private final IntegerProperty row = new SimpleIntegerProperty(-1);
    private AttentionHeatmapSpec spec;

    public AttentionHeatmapView(ChartTheme theme) {
        super(theme);
    }

    /** Row whose weights are listed beside; -1 for the last. */
    public void onRow(IntegerProperty listed) {
        row.bindBidirectional(listed);
    }

    /** @param newSpec null to show nothing */
    public void show(AttentionHeatmapSpec newSpec) {
        spec = newSpec;
        setAccessibleText(
                spec == null
                        ? ""
                        : ChartWords.size(
                                spec.name(), spec.rows().size(), spec.columns().size()));
        redraw();
    }

    @Override
    JFreeChart chart(ChartStyle style, int selected) {
        return spec == null ? null : Charts.attention(spec.withSelected(selected), style);
    }

    /** A matrix of a few rows stays low; stretched cells would look like bars. */
    @Override
    double drawnHeight(double height) {
        return spec == null
                ? height
                : Math.min(height, FRAME + HIGHEST_CELL * spec.rows().size());
    }

    @Override
    int eventOf(ChartHit hit) {
        return hit.column() >= 0 ? hit.columnEvent() : hit.rowEvent();
    }

    @Override
    void chosen(ChartHit hit) {
        boolean whole = spec.rows().size() > 1;
        if (whole && hit.row() >= 0 && hit.row() < spec.rows().size()) {
            row.set(hit.row());
        }
        super.chosen(hit);
    }

    @Override
    Optional<TipText> describe(ChartHit hit) {
        if (hit.row() < 0
                || hit.row() >= spec.rows().size()
                || hit.column() >= spec.columns().size()) {
            return Optional.empty();
        }
        EventLabel query = spec.rows().get(hit.row());
        List<String> lines = new ArrayList<>(List.of(query.text()));
        if (hit.column() < 0) {
            lines.add(ChartWords.event(query));
            double padding = spec.padding()[hit.row()];
            return Optional.of(
                    new TipText(ChartWords.exact(padding, false), spec.words().padding(), lines));
        }
        EventLabel key = spec.columns().get(hit.column());
        if (hit.masked()) {
            lines.add(key.text());
            return Optional.of(new TipText(spec.words().masked(), "", lines));
        }
        double weight = spec.weight(hit.row(), hit.column());
        lines.add(ChartWords.attendsTo());
        lines.add(key.text());
        lines.add(ChartWords.event(key));
        lines.add(spec.name());
        return Optional.of(new TipText(
                ChartWords.exact(weight, spec.signed()), ChartWords.timesUniform(weight, spec.uniform()), lines));
    }
}
