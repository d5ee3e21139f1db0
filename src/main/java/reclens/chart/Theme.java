package reclens.chart;

/** The two looks of the window; reports are light unless asked otherwise. */
public enum Theme {
    LIGHT,
    DARK
}
