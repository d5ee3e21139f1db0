package reclens.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DrawingTurnsTest {
    private final Pane charts = new Pane();
    private final List<Integer> frames = new ArrayList<>();
    private final List<String> drawn = new ArrayList<>();
    private final List<BooleanSupplier> slow = List.of(slow("a"), slow("b"), slow("c"));
    private int frame;

    @Start
    void start(Stage stage) {
        Scene scene = new Scene(charts, 100, 100);
        scene.addPreLayoutPulseListener(() -> frame++);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void theFirstPictureComesWhole(FxRobot robot) throws Exception {
        askAll(robot);
        assertThat(frames).hasSize(3);
        assertThat(frames.stream().distinct()).hasSize(1);
    }

    @Test
    void laterPicturesLeaveTheFrameBetweenThem(FxRobot robot) throws Exception {
        askAll(robot);
        frames.clear();
        askAll(robot);
        assertThat(frames).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void chartsComeInTheOrderInWhichTheyAsk(FxRobot robot) throws Exception {
        askAll(robot);
        assertThat(drawn).containsExactly("a", "b", "c");
    }

    @Test
    void aChartThatAsksTwiceIsDrawnOnce(FxRobot robot) throws Exception {
        robot.interact(() -> {
            DrawingTurns.ask(charts, slow.get(0));
            DrawingTurns.ask(charts, slow.get(0));
        });
        untilNoneWaits();
        assertThat(drawn).containsExactly("a");
    }

    @Test
    void aFrameThatIsLateAnywayDrawsNothingButTheNextDoes(FxRobot robot) throws Exception {
        askAll(robot);
        drawn.clear();
        robot.interact(() -> {
            charts.getScene().addPreLayoutPulseListener(DrawingTurnsTest::busy); // after the clock of the frame
            askFirst();
        });
        untilNoneWaits();
        assertThat(drawn).containsExactly("a");
    }

    private void askFirst() {
        DrawingTurns.ask(charts, slow.get(0));
    }

    private void askAll(FxRobot robot) throws Exception {
        robot.interact(() -> slow.forEach(drawing -> DrawingTurns.ask(charts, drawing)));
        untilNoneWaits();
    }

    private void untilNoneWaits() throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !DrawingTurns.waiting(charts.getScene()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private BooleanSupplier slow(String name) {
        return () -> {
            frames.add(frame);
            drawn.add(name);
            busy();
            return true;
        };
    }

    private static void busy() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(12);
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
    }
}
