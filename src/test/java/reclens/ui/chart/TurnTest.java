package reclens.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import reclens.ui.control.SharpCanvas;

class TurnTest {
    private final Region chart = new Region();
    private final Pane page = new Pane(chart);
    private final Turn turn = new Turn(chart, new SharpCanvas(), new SharpCanvas(), (width, height) -> true);

    @Test
    void whatChangedOutsideOfAWindowIsDrawnWhenTheChartComesBack() {
        Pane window = new Pane(page);
        new Scene(window);
        chart.resize(100, 50);
        assertThat(turn.getAsBoolean()).isTrue();
        window.getChildren().clear();
        turn.ask(); // as another theme does
        chart.layout();
        assertThat(chart.isNeedsLayout()).isFalse();
        window.getChildren().add(page);
        assertThat(chart.isNeedsLayout()).isTrue();
        assertThat(turn.getAsBoolean()).isTrue();
    }

    @Test
    void aPictureThatIsAsItShouldBeIsKept() {
        Pane window = new Pane(page);
        new Scene(window);
        chart.resize(100, 50);
        turn.getAsBoolean();
        assertThat(turn.getAsBoolean()).isFalse();
    }
}
