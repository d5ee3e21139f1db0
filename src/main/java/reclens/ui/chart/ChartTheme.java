package reclens.ui.chart;

import javafx.beans.value.ObservableNumberValue;
import javafx.beans.value.ObservableValue;
import reclens.chart.SequentialMap;
import reclens.chart.Theme;
import reclens.chart.Tokens;
import reclens.ui.theme.ThemeManager;

/**
 * What all charts follow beside their own spec.
 *
 * @param theme light or dark
 * @param map colours of values without a sign
 * @param scale how much larger the window shows everything
 */
public record ChartTheme(
        ObservableValue<Theme> theme, ObservableValue<SequentialMap> map, ObservableNumberValue scale) {

    public static ChartTheme of(ThemeManager theme) {
        return new ChartTheme(theme.themeProperty(), theme.settings().colourMapProperty(), theme.scaleProperty());
    }

    public Tokens tokens() {
        return Tokens.of(theme.getValue(), map.getValue());
    }

    /** @param action run when a chart has to be drawn anew */
    public void onChange(Runnable action) {
        theme.addListener((p, was, now) -> action.run());
        map.addListener((p, was, now) -> action.run());
        scale.addListener((p, was, now) -> action.run());
    }
}
