package reclens.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.stage.Window;
import reclens.ui.ReclensApplication;

/**
 * Milliseconds from the start of the JVM until the first explained recommendation is on screen, and the CPU time spent until
 * then, which says on a busy machine what an idle one would do. Starts the window like {@code Main}. Run with {@code java -cp
 * ... reclens.bench.StartUp [FOLDER]} on a display.
 */
public final class StartUp {
    private StartUp() {}

    public static void main(String[] args) {
        Thread watcher = new Thread(StartUp::watch, "watch");
        watcher.setDaemon(true);
        watcher.start();
        ReclensApplication.launchWith(args);
    }

    private static void watch() {
        boolean started = false;
        while (!started) {
            try {
                Thread.sleep(20);
                Platform.runLater(() -> new Watch().start());
                started = true;
            } catch (IllegalStateException e) {
                started = false; // the toolkit is not up yet
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Looks at every frame. */
    private static final class Watch extends AnimationTimer {
        private boolean window;
        private boolean users;
        private boolean explained;

        @Override
        public void handle(long now) {
            for (Window open : List.copyOf(Window.getWindows())) {
                if (open.getScene() == null || open.getScene().getRoot() == null) {
                    continue;
                }
                if (explained) {
                    print("first explanation on screen"); // the frame after the one that drew it
                    stop();
                    Platform.exit();
                    return;
                }
                if (!window) {
                    window = true;
                    print("window");
                }
                if (!users && open.getScene().lookup(".user-list .list-cell:filled") != null) {
                    users = true;
                    print("workspace open");
                }
                explained = open.getScene().lookup(".breadcrumb") instanceof Label label
                        && !label.getText().isEmpty();
            }
        }

        private static void print(String what) {
            long wall = System.currentTimeMillis()
                    - ManagementFactory.getRuntimeMXBean().getStartTime();
            long cpu = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                            .getProcessCpuTime()
                    / 1_000_000;
            long own = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
            System.out.printf("%-28s %5d ms, CPU %5d ms, of it the window's thread %5d ms%n", what, wall, cpu, own);
        }
    }
}
