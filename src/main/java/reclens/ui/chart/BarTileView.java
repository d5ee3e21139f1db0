package reclens.ui.chart;

import javafx.beans.property.IntegerProperty;
import reclens.chart.BarChartSpec;

/** One small multiple of bars. The button around it takes mouse and keyboard. */
public final class BarTileView extends javafx.scene.layout.StackPane {
    private final BarChartView bars;

    public BarTileView(ChartTheme theme) {
        bars = new BarChartView(theme);
        bars.setFocusTraversable(false);
        setMouseTransparent(true);
        setMinSize(0, 0);
        getChildren().add(bars);
        setAlignment(javafx.geometry.Pos.TOP_CENTER);
    }

    /** Marks the selected event as the other panes do. */
    public void onEvent(IntegerProperty selected) {
        bars.onEvent(selected);
    }

    /** @param spec null to show nothing */
    public void show(BarChartSpec spec) {
        bars.show(spec);
    }

    /** The same bars in words. */
    public static String spoken(BarChartSpec spec) {
        return ChartWords.of(spec);
    }
}
