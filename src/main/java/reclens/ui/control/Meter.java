package reclens.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/** A thin bar in a track: a share of a known whole. What it means stands beside it as a number. */
public final class Meter extends Region {
    private static final double HEIGHT = 8;

    private final Region bar = new Region();
    private final boolean track;
    private double share;

    /** @param track whether the whole is drawn behind the bar */
    public Meter(boolean track) {
        this.track = track;
        getStyleClass().add(track ? "meter-track" : "meter");
        setAccessibleRole(AccessibleRole.NODE);
        setMinSize(24, HEIGHT);
        setPrefSize(80, HEIGHT);
        setMaxHeight(HEIGHT);
        getChildren().add(bar);
    }

    /**
     * @param newShare 0 to 1; what is beyond is cut, NaN draws nothing
     * @param role style class of the bar: {@code meter-chosen}, {@code meter-recency} or {@code meter-other}
     */
    public void show(double newShare, String role) {
        share = newShare;
        bar.getStyleClass().setAll(role);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = Double.isNaN(share) ? 0 : Math.max(0, Math.min(1, share)) * getWidth();
        bar.setVisible(width > 0);
        double inset = track ? 0 : (getHeight() - HEIGHT) / 2;
        bar.resizeRelocate(0, inset, Math.max(1, width), getHeight() - 2 * inset);
    }
}
