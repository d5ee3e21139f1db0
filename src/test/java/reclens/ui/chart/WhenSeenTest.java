package reclens.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhenSeenTest {
    private final Pane chart = new Pane();
    private final Pane card = new Pane(chart);
    private final Pane view = new Pane(card);
    private final WhenSeen whenSeen = new WhenSeen(chart);

    @BeforeEach
    void layOut() {
        view.layout();
    }

    @Test
    void drawsAtOnceWhatNothingHides() {
        assertThat(whenSeen.now()).isTrue();
    }

    @Test
    void doesNotDrawInAHiddenView() {
        view.setVisible(false);
        assertThat(whenSeen.now()).isFalse();
    }

    @Test
    void isLaidOutAgainWhenTheViewIsShown() {
        view.setVisible(false);
        whenSeen.now();
        assertThat(chart.isNeedsLayout()).isFalse();
        view.setVisible(true);
        assertThat(chart.isNeedsLayout()).isTrue();
        assertThat(whenSeen.now()).isTrue();
    }

    @Test
    void waitsForTheLastThatHidesIt() {
        view.setVisible(false);
        card.setVisible(false);
        whenSeen.now();
        card.setVisible(true);
        assertThat(whenSeen.now()).isFalse();
        view.setVisible(true);
        assertThat(whenSeen.now()).isTrue();
    }
}
