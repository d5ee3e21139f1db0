package reclens.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import reclens.ui.shell.Screen;

/**
 * From the Delete key in the timeline of What if to the frame with the new ranks, in milliseconds, and how much CPU time of
 * the window's thread that takes. Each edit is undone by the next press. Run on a display with {@code java -cp ...
 * reclens.bench.WhatIfResponse FOLDER [EDITS]}.
 */
public final class WhatIfResponse {
    private static final int EDITS = 100;
    private static final int WARM_UP = 20;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private WhatIfResponse() {}

    public static void main(String[] args) {
        Application.launch(Window.class, args);
    }

    /** The window of the application with a clock at its frames and tasks. */
    public static final class Window extends TimedWindow {
        private final List<Double> toRanks = new ArrayList<>();
        private final List<Double> busy = new ArrayList<>();
        private long layoutBegan;
        private double work;
        private double workUntilShown;
        private String before = "";
        private long shownAt;

        public Window() {
            super(EDITS);
        }

        @Override
        void timed(Runnable task) {
            long began = THREADS.getCurrentThreadCpuTime();
            task.run();
            work += (THREADS.getCurrentThreadCpuTime() - began) / 1e6;
        }

        @Override
        void frameBegins() {
            layoutBegan = THREADS.getCurrentThreadCpuTime();
        }

        @Override
        void frameEnds(Scene scene) {
            work += (THREADS.getCurrentThreadCpuTime() - layoutBegan) / 1e6;
            Node ranks = view.lookup(".drawn-pane");
            if (shownAt == 0 && ranks != null && !before.equals(ranks.getAccessibleText())) {
                shownAt = System.nanoTime();
                workUntilShown = work;
            }
        }

        @Override
        void script() {
            await(
                    "an explanation and its check",
                    () -> workbench.explanationProperty().get() != null
                            && !workbench.checkingProperty().get());
            FxThread.run(() -> view.model().screenProperty().set(Screen.WHAT_IF));
            FxThread.pause(2000);
            for (int i = 0; i < WARM_UP + times(); i++) {
                edit(i >= WARM_UP);
            }
        }

        private void edit(boolean counted) {
            FxThread.run(() -> {
                int size = timeline().getItems().size();
                timeline().getSelectionModel().clearAndSelect(size - 1 - random.nextInt(Math.min(20, size)));
            });
            FxThread.pause(100);
            long began = FxThread.get(() -> {
                before = view.lookup(".drawn-pane").getAccessibleText();
                shownAt = 0;
                work = 0;
                long now = System.nanoTime();
                timed(() -> timeline()
                        .fireEvent(new KeyEvent(
                                KeyEvent.KEY_PRESSED, "", "", KeyCode.DELETE, false, false, false, false)));
                return now;
            });
            await("the frame with new ranks", () -> shownAt != 0);
            if (counted) {
                FxThread.run(() -> {
                    toRanks.add((shownAt - began) / 1e6);
                    busy.add(workUntilShown);
                });
            }
            FxThread.pause(50);
        }

        private ListView<?> timeline() {
            return (ListView<?>) view.lookup(".edit-list");
        }

        @Override
        void print() {
            line("key to the frame with new ranks", toRanks);
            line("CPU time of the window's thread", busy);
        }

        private static void line(String name, List<Double> millis) {
            double[] sorted = TaskTimes.sorted(millis);
            System.out.printf(
                    Locale.ROOT,
                    "%-36s median %.1f ms, 95%% %.1f ms, largest %.1f ms%n",
                    name,
                    TaskTimes.at(sorted, 0.5),
                    TaskTimes.at(sorted, 0.95),
                    TaskTimes.at(sorted, 1));
        }
    }
}
