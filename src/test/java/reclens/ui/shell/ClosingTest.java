package reclens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import reclens.session.Workspace;
import reclens.ui.MainWindow;
import reclens.ui.SyntheticWorkspace;
import reclens.ui.selection.SelectionModel;
import reclens.ui.workbench.Workbench;

@ExtendWith(ApplicationExtension.class)
class ClosingTest {
    private static final int TIMES = 100;
    private static final int USERS = 20;

    private MainWindow window;
    private Workbench workbench;
    private SelectionModel selection;
    private MainView view;

    @Start
    void start(Stage stage) {
        window = new MainWindow(stage).sized(1440, 900).show();
        workbench = window.workbench();
        selection = workbench.selection();
        view = window.view();
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
    }

    @Test
    void aClosedWorkspaceIsFreedWithItsViewsAHundredTimes(FxRobot robot) throws Exception {
        List<WeakReference<Workspace>> opened = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            Screen screen = Screen.values()[i % Screen.values().length];
            robot.interact(() -> {
                Workspace next = SyntheticWorkspace.of(USERS);
                opened.add(new WeakReference<>(next));
                workbench.show(next);
                view.model().screenProperty().set(screen);
            });
            if (i % 10 == 0) {
                WaitForAsyncUtils.waitFor(
                        60,
                        TimeUnit.SECONDS,
                        () -> workbench.explanationProperty().get() != null);
            }
            robot.interact(() -> workbench.show(null));
        }
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(left(opened)).isZero();
    }

    private static long left(List<WeakReference<Workspace>> opened) throws InterruptedException {
        long left = opened.size();
        for (int i = 0; i < 50 && left > 0; i++) {
            System.gc();
            Thread.sleep(100);
            left = opened.stream().filter(r -> r.get() != null).count();
        }
        return left;
    }
}
