package reclens.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;

class PictureFootTest {
    private final Pane chart = new Pane();
    private final Pane view = new Pane(chart);
    private final Pane window = new Pane(view);

    @Test
    void theNearestViewSaysWhatStandsBelow() {
        PictureFoot.set(window, () -> "window");
        assertThat(PictureFoot.of(chart)).isEqualTo("window");
        PictureFoot.set(view, () -> "view");
        assertThat(PictureFoot.of(chart)).isEqualTo("view");
    }

    @Test
    void aChartOfNoViewHasNone() {
        assertThat(PictureFoot.of(chart)).isEmpty();
    }
}
