package reclens.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import reclens.domain.HistoryWindow;
import reclens.explanation.Attribution;
import reclens.explanation.FeatureMatrix;
import reclens.text.Messages;
import reclens.text.Sentences;

/** Makes the heatmap of events x feature values: picks rows and columns, sums what is left out, adds totals both ways. */
final class MatrixFactory {
    private static final double MOST_OF_SUM = 2;

    private final Messages messages;
    private final HistoryWindow window;
    private final EventLabels labels;
    private final Sentences sentences;

    MatrixFactory(Messages messages, HistoryWindow window, EventLabels labels, Sentences sentences) {
        this.messages = messages;
        this.window = window;
        this.labels = labels;
        this.sentences = sentences;
    }

    FeatureHeatmapSpec spec(FeatureMatrix matrix, Attribution values, Attribution order, ChartOptions options) {
        EventSelection events =
                EventSelection.of(order, options.order(), options.topEvents(), window.indexOf(options.selected()));
        List<int[]> rowGroups = new ArrayList<>();
        List<EventLabel> rows = new ArrayList<>();
        for (int i : events.shown()) {
            rows.add(labels.at(i));
            rowGroups.add(new int[] {i});
        }
        if (events.rest().length > 0) {
            rows.add(EventLabel.words(messages.count("chart.other.events", events.rest().length)));
            rowGroups.add(events.rest());
        }
        List<FeatureHeatmapSpec.Column> columns = new ArrayList<>();
        List<List<Integer>> columnGroups = new ArrayList<>();
        columns(matrix, options, columns, columnGroups);

        double[][] cells = new double[rows.size()][columns.size()];
        double[] rowTotals = new double[rows.size()];
        for (int r = 0; r < cells.length; r++) {
            int[] members = rowGroups.get(r);
            rowTotals[r] = Arrays.stream(members)
                    .mapToDouble(i -> values.values()[i])
                    .filter(v -> !Double.isNaN(v))
                    .sum();
            for (int c = 0; c < cells[r].length; c++) {
                cells[r][c] = sum(matrix, members, columnGroups.get(c));
            }
        }
        double[] columnTotals = columnGroups.stream()
                .mapToDouble(
                        group -> group.stream().mapToDouble(matrix::columnTotal).sum())
                .toArray();
        boolean signed = matrix.method().signed();
        int single = events.shown().length;
        double largest = largest(cells, 0, single);
        double sums = largest(cells, single, cells.length);
        // Sums of many events may be far larger; the colour bar then says that its ends are clipped.
        largest = largest > 0 && sums > MOST_OF_SUM * largest ? largest : Math.max(largest, sums);
        double limit = Nice.above(largest);
        return new FeatureHeatmapSpec(
                messages.get("chart.matrix"),
                messages.get("chart.matrix.subtitle", sentences.methodName(matrix.method())),
                rows,
                columns,
                cells,
                rowTotals,
                columnTotals,
                values.total(),
                messages.count("chart.total.events", window.length()),
                messages.get("chart.total"),
                messages.get("chart.not.that.feature"),
                new Limits(signed ? -limit : 0, limit),
                signed,
                signed ? messages.get("chart.logits") : sentences.methodAxis(matrix.method()),
                options.selected());
    }

    private void columns(
            FeatureMatrix matrix,
            ChartOptions options,
            List<FeatureHeatmapSpec.Column> columns,
            List<List<Integer>> members) {
        for (FeatureSelection.Group group : FeatureSelection.of(matrix, options.fields(), options.topFeatures())
                .groups()) {
            for (int c : group.shown()) {
                String value = matrix.columns().get(c).value();
                String label = value.isEmpty() ? messages.get("chart.none") : value;
                columns.add(new FeatureHeatmapSpec.Column(group.heading(), group.field(), value, label, false));
                members.add(List.of(c));
            }
            if (!group.rest().isEmpty()) {
                String label = messages.get("chart.other.values", group.rest().size());
                columns.add(new FeatureHeatmapSpec.Column(group.heading(), group.field(), "", label, true));
                members.add(group.rest());
            }
        }
    }

    private static double largest(double[][] cells, int from, int to) {
        return Arrays.stream(cells, from, to)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    private static double sum(FeatureMatrix matrix, int[] events, List<Integer> columns) {
        double sum = 0;
        boolean any = false;
        for (int event : events) {
            for (int column : columns) {
                double value = matrix.cells()[event][column];
                if (!Double.isNaN(value)) {
                    sum += value;
                    any = true;
                }
            }
        }
        return any ? sum : Double.NaN;
    }
}
