package reclens.explanation;

import java.util.List;

/**
 * Events x feature values: each event's signed contribution in the columns of the values it has. An item with several values
 * in one field has its contribution split evenly between them, so that each field adds up to the same total.
 *
 * @param method the method whose attributions are shown
 * @param columns feature values, grouped by field
 * @param cells [n][columns]; NaN where the event's item does not have the value
 */
public record FeatureMatrix(Method method, List<Column> columns, double[][] cells) {
    /**
     * @param feature field name
     * @param value feature value; empty for "none"
     */
    public record Column(String feature, String value) {}

    public double columnTotal(int column) {
        double sum = 0;
        for (double[] row : cells) {
            if (!Double.isNaN(row[column])) {
                sum += row[column];
            }
        }
        return sum;
    }
}
