package reclens.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import reclens.ui.control.SharpCanvas;

@ExtendWith(ApplicationExtension.class)
class TurnTest {
    private final Region chart = new Region();
    private final Pane page = new Pane(chart);
    private final Pane window = new Pane(page);
    private int pictures;
    private final Turn turn = new Turn(chart, new SharpCanvas(), new SharpCanvas(), (width, height) -> ++pictures > 0);

    @Start
    void start(Stage stage) {
        chart.setPrefSize(100, 50);
        stage.setScene(new Scene(window, 200, 100));
        stage.show();
    }

    @Test
    void whatChangedOutsideOfAWindowIsDrawnWhenTheChartComesBack(FxRobot robot) {
        robot.interact(turn::getAsBoolean);
        robot.interact(() -> {
            window.getChildren().clear();
            turn.ask(); // as another theme does
            chart.layout();
            window.getChildren().add(page);
            assertThat(chart.isNeedsLayout()).isTrue();
            assertThat(turn.getAsBoolean()).isTrue();
        });
    }

    @Test
    void aPictureThatIsAsItShouldBeIsKept(FxRobot robot) {
        robot.interact(turn::getAsBoolean);
        int before = pictures;
        robot.interact(() -> assertThat(turn.getAsBoolean()).isFalse());
        assertThat(pictures).isEqualTo(before).isPositive();
    }
}
