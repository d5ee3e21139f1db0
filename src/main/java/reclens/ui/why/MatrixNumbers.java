package reclens.ui.why;

import java.util.ArrayList;
import java.util.List;
import reclens.chart.FeatureHeatmapSpec;
import reclens.text.Numbers;

/** The events x features matrix as text: headings, then one line a row, totals both ways. */
final class MatrixNumbers {
    private MatrixNumbers() {}

    static List<List<String>> of(FeatureHeatmapSpec spec) {
        List<List<String>> lines = new ArrayList<>();
        if (spec == null) {
            return lines;
        }
        List<String> head = new ArrayList<>(List.of(""));
        spec.columns().forEach(c -> head.add(c.label()));
        head.add(spec.totalColumn());
        lines.add(head);
        for (int r = 0; r < spec.rows().size(); r++) {
            List<String> line = new ArrayList<>(List.of(spec.rows().get(r).text()));
            for (double cell : spec.cells()[r]) {
                line.add(Double.isNaN(cell) ? "" : Numbers.value(cell, spec.signed()));
            }
            line.add(Numbers.value(spec.rowTotals()[r], spec.signed()));
            lines.add(line);
        }
        List<String> totals = new ArrayList<>(List.of(spec.totalRow()));
        for (double total : spec.columnTotals()) {
            totals.add(Numbers.value(total, spec.signed()));
        }
        totals.add(Numbers.value(spec.total(), spec.signed()));
        lines.add(totals);
        return lines;
    }
}
