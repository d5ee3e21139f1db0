package reclens.ui.chart;

import javafx.beans.property.ReadOnlyObjectProperty;
import reclens.chart.Theme;

/**
 * What all charts follow beside their own spec.
 *
 * @param theme light or dark
 */
public record ChartTheme(ReadOnlyObjectProperty<Theme> theme) {}
