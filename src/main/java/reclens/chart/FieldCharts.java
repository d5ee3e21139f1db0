package reclens.chart;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import reclens.domain.AttentionMap;
import reclens.domain.AttentionTrace;
import reclens.domain.AxisKind;
import reclens.text.Messages;
import reclens.text.Numbers;

/** How the attention of a model that reads fields instead of events spreads over them. */
public final class FieldCharts {
    private FieldCharts() {}

    /**
     * The share of attention that each field gets: of each pair's weight, half for either field; else the mean weight as key
     * over all rows of all heads and layers. Adds up to 1.
     *
     * @param trace of fields by fields
     */
    public static BarChartSpec received(AttentionTrace trace, Messages messages) {
        double[] shares = new double[trace.fields().size()];
        double sum = 0;
        for (AttentionMap map : trace.maps()) {
            if (map.queryKind() != AxisKind.FIELD || map.keyKind() != AxisKind.FIELD) {
                continue;
            }
            boolean pairs = AttentionMaps.isPairs(map);
            for (int q = 0; q < map.rows(); q++) {
                for (int k = 0; k < map.columns(); k++) {
                    double weight = map.weight(q, k);
                    shares[map.keys()[k]] += pairs ? weight / 2 : weight;
                    shares[map.queries()[q]] += pairs ? weight / 2 : 0;
                    sum += weight;
                }
            }
        }
        double whole = sum > 0 ? sum : 1;
        List<BarRow> rows = IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer f) -> -shares[f]))
                .map(f -> row(trace.fields().get(f), shares[f] / whole))
                .toList();
        return new BarChartSpec(
                messages.get("chart.fields"),
                "",
                messages.get("chart.fields.axis"),
                false,
                ExplanationCharts.limits(rows).high(),
                rows,
                ExplanationCharts.limits(rows),
                List.of(),
                List.of(),
                "",
                EventLabel.NONE);
    }

    private static BarRow row(String field, double share) {
        return new BarRow(
                BarRow.Kind.FEATURE,
                EventLabel.words(FeatureSelection.heading(field)),
                "field",
                field,
                share,
                Numbers.attention(share),
                List.of());
    }
}
