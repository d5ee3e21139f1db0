package reclens.chart;

import java.awt.geom.Rectangle2D;

/**
 * What lies under a point of a chart.
 *
 * @param row index of the row; -1 for none
 * @param column index of the column; -1 in bar charts
 * @param rowEvent position of the row's event in the history; {@link EventLabel#NONE} for none
 * @param columnEvent position of the column's event; {@link EventLabel#NONE} for none
 * @param feature field of the feature value; empty for none
 * @param featureValue the feature value; empty for none
 * @param value the number that is drawn; NaN where there is none or the cell is masked
 * @param masked whether the cell is one that the model cannot see, or the item does not have
 * @param bounds the row or cell in the coordinates of the chart
 */
public record ChartHit(
        int row,
        int column,
        int rowEvent,
        int columnEvent,
        String feature,
        String featureValue,
        double value,
        boolean masked,
        Rectangle2D bounds) {}
