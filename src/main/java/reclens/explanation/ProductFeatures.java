package reclens.explanation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reclens.domain.Catalog;
import reclens.domain.HistoryWindow;

/**
 * Product features from the behaviours: attributions of the events that share a feature value, summed. An item with m
 * values in a field gives each of them 1/m, so that every field adds up to the total of the events.
 */
final class ProductFeatures {
    private ProductFeatures() {}

    /** @return the matrix, its columns grouped by field, strongest value first; null when the catalogue has no features */
    static FeatureMatrix matrix(HistoryWindow window, Catalog catalog, Attribution attribution) {
        if (catalog.features().isEmpty()) {
            return null;
        }
        int n = window.length();
        List<FeatureMatrix.Column> columns = new ArrayList<>();
        List<double[]> byColumn = new ArrayList<>();
        for (String field : catalog.features()) {
            Map<String, double[]> values = new LinkedHashMap<>();
            for (int i = 0; i < n; i++) {
                List<String> has = valuesOf(window, catalog, field, i);
                for (String value : has) {
                    double[] cells = values.computeIfAbsent(value, v -> empty(n));
                    double before = Double.isNaN(cells[i]) ? 0 : cells[i];
                    cells[i] = before + attribution.values()[i] / has.size();
                }
            }
            values.entrySet().stream()
                    .sorted((a, b) -> Double.compare(Math.abs(sum(b.getValue())), Math.abs(sum(a.getValue()))))
                    .forEach(e -> {
                        columns.add(new FeatureMatrix.Column(field, e.getKey()));
                        byColumn.add(e.getValue());
                    });
        }
        double[][] cells = new double[n][columns.size()];
        for (int c = 0; c < byColumn.size(); c++) {
            for (int i = 0; i < n; i++) {
                cells[i][c] = byColumn.get(c)[i];
            }
        }
        return new FeatureMatrix(attribution.method(), List.copyOf(columns), cells);
    }

    /**
     * The value of a field whose events add up to the most; ties go to the value of the later event. Empty for a window without
     * events.
     *
     * @param attributions of the events [n]; NaN counts as 0
     */
    static Optional<String> strongest(HistoryWindow window, Catalog catalog, String field, double[] attributions) {
        Map<String, Double> sums = new LinkedHashMap<>();
        for (int i = window.length() - 1; i >= 0; i--) {
            List<String> has = valuesOf(window, catalog, field, i);
            double part = Double.isNaN(attributions[i]) ? 0 : attributions[i] / has.size();
            has.forEach(value -> sums.merge(value, part, Double::sum));
        }
        String strongest = null;
        for (Map.Entry<String, Double> entry : sums.entrySet()) {
            if (strongest == null || entry.getValue() > sums.get(strongest)) {
                strongest = entry.getKey();
            }
        }
        return Optional.ofNullable(strongest);
    }

    /** How many values of a field the events have. */
    static int countValues(HistoryWindow window, Catalog catalog, String field) {
        Set<String> values = new HashSet<>();
        for (int i = 0; i < window.length(); i++) {
            values.addAll(valuesOf(window, catalog, field, i));
        }
        return values.size();
    }

    static List<FeatureContribution> contributions(FeatureMatrix matrix) {
        List<FeatureContribution> contributions =
                new ArrayList<>(matrix.columns().size());
        for (int c = 0; c < matrix.columns().size(); c++) {
            int column = c;
            int events = (int) Arrays.stream(matrix.cells())
                    .filter(row -> !Double.isNaN(row[column]))
                    .count();
            contributions.add(new FeatureContribution(
                    matrix.columns().get(c).feature(),
                    matrix.columns().get(c).value(),
                    FeatureContribution.AGGREGATED,
                    matrix.method(),
                    matrix.columnTotal(c),
                    events));
        }
        return List.copyOf(contributions);
    }

    private static List<String> valuesOf(HistoryWindow window, Catalog catalog, String field, int index) {
        List<String> values =
                catalog.item(window.event(index).item()).features().getOrDefault(field, List.of());
        return values.isEmpty() ? List.of("") : values;
    }

    private static double[] empty(int n) {
        double[] cells = new double[n];
        Arrays.fill(cells, Double.NaN);
        return cells;
    }

    private static double sum(double[] cells) {
        return Arrays.stream(cells).filter(v -> !Double.isNaN(v)).sum();
    }
}
