package reclens.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/** A thin bar in a track: a share of a known whole. What it means stands beside it as a number. */
public final class Meter extends Region {
    private static final double HEIGHT = 8;

    private final Region bar = new Region();
    private final Region axis = new Region();
    private final boolean track;
    private double start;
    private double share;

    /** @param track whether the whole is drawn behind the bar */
    public Meter(boolean track) {
        this.track = track;
        getStyleClass().add(track ? "meter-track" : "meter");
        setAccessibleRole(AccessibleRole.NODE);
        setMinSize(24, HEIGHT);
        setPrefSize(80, HEIGHT);
        setMaxHeight(HEIGHT);
        axis.getStyleClass().add("meter-zero");
        axis.setVisible(false);
        getChildren().addAll(bar, axis);
    }

    /**
     * @param newShare 0 to 1; what is beyond is cut, NaN draws nothing
     * @param role style class of the bar: {@code meter-chosen}, {@code meter-recency} or {@code meter-other}
     */
    public void show(double newShare, String role) {
        show(0, newShare, role);
    }

    /**
     * A bar from zero to a value that may lie on either side of it; the zero line is drawn where there is room before it.
     *
     * @param zero where zero is, 0 to 1
     * @param newShare where the value is, 0 to 1
     */
    public void show(double zero, double newShare, String role) {
        start = zero;
        share = newShare;
        axis.setVisible(zero > 0);
        bar.getStyleClass().setAll(role);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double from = start * getWidth();
        double to = Double.isNaN(share) ? from : Math.max(0, Math.min(1, share)) * getWidth();
        bar.setVisible(to != from);
        double inset = track ? 0 : (getHeight() - HEIGHT) / 2;
        bar.resizeRelocate(Math.min(from, to), inset, Math.max(1, Math.abs(to - from)), getHeight() - 2 * inset);
        axis.resizeRelocate(snapPositionX(from), inset - 2, 1, getHeight() - 2 * inset + 4);
    }
}
