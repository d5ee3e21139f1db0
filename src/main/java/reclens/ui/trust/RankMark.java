package reclens.ui.trust;

import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;

/** Where a rank stands on a line of ten ranks; what is further behind stands at its end. */
final class RankMark extends Region {
    private static final int PLACES = 10;
    private static final double STEP = 8;
    private static final double HEIGHT = 14;

    RankMark(int rank, int events) {
        int places = Math.max(1, Math.min(PLACES, events));
        setMinSize(PLACES * STEP + 8, HEIGHT);
        setMaxSize(PLACES * STEP + 8, HEIGHT);
        double middle = HEIGHT / 2;
        for (int p = 0; p < places; p++) {
            Line tick = new Line(x(p), middle - 2, x(p), middle + 2);
            tick.getStyleClass().add("rank-tick");
            getChildren().add(tick);
        }
        Line line = new Line(x(0), middle, x(places - 1), middle);
        line.getStyleClass().add("rank-tick");
        double at = x(Math.min(rank, places) - 1);
        Polygon diamond = new Polygon(at, middle - 6, at + 6, middle, at, middle + 6, at - 6, middle);
        diamond.getStyleClass().add(rank == 1 ? "planted-found" : "planted-mark");
        getChildren().addAll(line, diamond);
    }

    private static double x(int place) {
        return 7 + place * STEP;
    }
}
