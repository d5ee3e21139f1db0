package reclens.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import reclens.session.Preferences;
import reclens.session.WorkspaceSource;
import reclens.ui.dialog.FxDialogService;
import reclens.ui.selection.SelectionModel;
import reclens.ui.shell.MainView;
import reclens.ui.shell.Screen;
import reclens.ui.task.TaskRunner;
import reclens.ui.theme.ThemeManager;
import reclens.ui.workbench.Workbench;

/**
 * From the Delete key in the timeline of What if to the frame with the new ranks, in milliseconds, and how much CPU time of
 * the window's thread that takes. Each edit is undone by the next press. Run on a display with {@code java -cp ...
 * reclens.bench.WhatIfResponse FOLDER [EDITS]}.
 */
public final class WhatIfResponse {
    private static final int WARM_UP = 20;
    private static final long PATIENCE_SECONDS = 60;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private WhatIfResponse() {}

    public static void main(String[] args) {
        Window.folder = Path.of(args[0]);
        Window.edits = args.length > 1 ? Integer.parseInt(args[1]) : 100;
        Application.launch(Window.class);
    }

    /** The window of the application with a clock at its frames and tasks. */
    public static final class Window extends Application {
        private static Path folder;
        private static int edits;

        private final SelectionModel selection = new SelectionModel();
        private final TaskRunner runner = new TaskRunner(action -> Platform.runLater(() -> timed(action)));
        private final Random random = new Random(1);
        private final List<Double> toRanks = new ArrayList<>();
        private final List<Double> busy = new ArrayList<>();
        private Workbench workbench;
        private MainView view;
        private long layoutBegan;
        private double work;
        private String before = "";
        private volatile long shownAt;

        @Override
        public void start(Stage stage) throws Exception {
            Preferences preferences = Preferences.load(Files.createTempDirectory("reclens-bench"));
            ThemeManager theme = new ThemeManager(preferences);
            workbench = new Workbench(runner, selection, fault -> {
                throw new IllegalStateException(fault);
            });
            view = new MainView(workbench, new FxDialogService(() -> stage, theme), preferences, theme);
            Scene scene = new Scene(view, 1440, 900);
            theme.follow(scene);
            stage.setScene(scene);
            scene.addPreLayoutPulseListener(() -> layoutBegan = THREADS.getCurrentThreadCpuTime());
            scene.addPostLayoutPulseListener(() -> {
                work += (THREADS.getCurrentThreadCpuTime() - layoutBegan) / 1e6;
                Node ranks = view.lookup(".drawn-pane");
                if (shownAt == 0 && ranks != null && !before.equals(ranks.getAccessibleText())) {
                    shownAt = System.nanoTime();
                }
            });
            stage.show();
            workbench.open(WorkspaceSource.folder(folder), opened -> {});
            Thread script = new Thread(this::script, "script");
            script.setDaemon(true);
            script.start();
        }

        private void timed(Runnable action) {
            long began = THREADS.getCurrentThreadCpuTime();
            action.run();
            work += (THREADS.getCurrentThreadCpuTime() - began) / 1e6;
        }

        private void script() {
            await(() -> workbench.explanationProperty().get() != null
                    && !workbench.checkingProperty().get());
            run(() -> view.model().screenProperty().set(Screen.WHAT_IF));
            rest(2000);
            for (int i = 0; i < WARM_UP + edits; i++) {
                edit(i >= WARM_UP);
            }
            print("key to the frame with new ranks", toRanks);
            print("CPU time of the window's thread", busy);
            Platform.exit();
        }

        private void edit(boolean counted) {
            long[] began = new long[1];
            run(() -> {
                ListView<?> list = (ListView<?>) view.lookup(".edit-list");
                int size = list.getItems().size();
                list.getSelectionModel().clearAndSelect(size - 1 - random.nextInt(Math.min(20, size)));
            });
            rest(100);
            run(() -> {
                ListView<?> list = (ListView<?>) view.lookup(".edit-list");
                before = view.lookup(".drawn-pane").getAccessibleText();
                shownAt = 0;
                work = 0;
                began[0] = System.nanoTime();
                timed(() -> list.fireEvent(
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DELETE, false, false, false, false)));
            });
            await(() -> shownAt != 0);
            if (counted) {
                toRanks.add((shownAt - began[0]) / 1e6);
                busy.add(work);
            }
            rest(50);
        }

        private static void print(String name, List<Double> millis) {
            millis.sort(null);
            System.out.printf(
                    Locale.ROOT,
                    "%-36s median %.1f ms, 95%% %.1f ms, largest %.1f ms%n",
                    name,
                    millis.get(millis.size() / 2),
                    millis.get((int) (millis.size() * 0.95)),
                    millis.get(millis.size() - 1));
        }

        private static void await(BooleanSupplier condition) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("waited " + PATIENCE_SECONDS + " s in vain");
                }
                rest(1);
            }
        }

        private static void rest(long millis) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void run(Runnable action) {
            CountDownLatch done = new CountDownLatch(1);
            Platform.runLater(() -> {
                action.run();
                done.countDown();
            });
            try {
                done.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
