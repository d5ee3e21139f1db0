package reclens.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import reclens.explanation.Method;
import reclens.session.Preferences;
import reclens.session.WorkspaceSource;
import reclens.ui.chart.AttentionHeatmapView;
import reclens.ui.chart.DrawingTurns;
import reclens.ui.dialog.FxDialogService;
import reclens.ui.selection.HeadChoice;
import reclens.ui.selection.SelectionModel;
import reclens.ui.shell.MainView;
import reclens.ui.shell.Screen;
import reclens.ui.task.Lane;
import reclens.ui.task.TaskRunner;
import reclens.ui.theme.ThemeManager;
import reclens.ui.workbench.Workbench;

/**
 * How long the window's thread is kept busy, in milliseconds per task: what an action does itself, what a result brings, and
 * the layout of each frame with the charts drawn in it; and the time from a selection to the frame with its explanation. Run
 * on a display with {@code java -cp ... reclens.bench.Responsiveness FOLDER [ROUNDS]}.
 */
public final class Responsiveness {
    private static final long PATIENCE_SECONDS = 60;
    /** In which a list is scrolled from its first row to its last. */
    private static final int SCROLL_FRAMES = 240;

    private Responsiveness() {}

    public static void main(String[] args) {
        Window.folder = Path.of(args[0]);
        Window.rounds = args.length > 1 ? Integer.parseInt(args[1]) : 60;
        Application.launch(Window.class);
    }

    /** What is done. */
    private enum Action {
        OPEN("open"),
        USER("select a user"),
        ITEM("select a recommendation"),
        EVENT("select an event"),
        HOVER("hover a chart"),
        SCREEN("change the view"),
        HEAD("switch layer or head"),
        ZOOM("zoom the heatmap"),
        SCROLL("jump in users and history"),
        ALL_USERS("scroll through all users"),
        ALL_EVENTS("scroll through a history");

        private final String words;

        Action(String words) {
            this.words = words;
        }

        /** Opening happens once, and the many short frames of the scrolling would hide the others. */
        private boolean apart() {
            return this == OPEN || this == ALL_USERS || this == ALL_EVENTS;
        }
    }

    /** Now, on the wall and in processor time of the calling thread, in nanoseconds. */
    private static final class Clock {
        private final long wall = System.nanoTime();
        private final long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** The window of the application with a clock at its tasks. */
    public static final class Window extends Application {
        private static Path folder;
        private static int rounds;

        private final Map<Action, List<Double>> busy = new EnumMap<>(Action.class);
        private final Map<Action, List<Double>> processor = new EnumMap<>(Action.class);
        private final List<Double> toExplanation = new ArrayList<>();
        private final List<Double> toCancel = new ArrayList<>();
        private final SelectionModel selection = new SelectionModel();
        private final TaskRunner runner = new TaskRunner(action -> Platform.runLater(() -> timed(action)));
        private final Random random = new Random(1);
        private Action now = Action.OPEN;
        private Clock layout = new Clock();
        private Workbench workbench;
        private MainView view;
        private volatile long explainedAt;

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
            Runnable end = () -> endOfFrame(scene);
            scene.addPreLayoutPulseListener(() -> {
                layout = new Clock();
                scene.removePostLayoutPulseListener(end); // to come again after whatever draws there
                scene.addPostLayoutPulseListener(end);
            });
            stage.show();
            workbench.open(WorkspaceSource.folder(folder), opened -> {});
            Thread script = new Thread(this::script, "script");
            script.setDaemon(true);
            script.start();
        }

        private void endOfFrame(Scene scene) {
            record(layout);
            boolean explained = workbench.explanationProperty().get() != null && !DrawingTurns.waiting(scene);
            if (explained && explainedAt == 0) {
                explainedAt = System.nanoTime();
            }
        }

        private void script() {
            await(() -> explainedAt != 0);
            rest();
            for (int i = 0; i < rounds; i++) {
                user(i);
                act(Action.ITEM, () -> {
                    var items = workbench.recommendationsProperty().get().items();
                    selection
                            .itemProperty()
                            .set(items.get(random.nextInt(items.size())).index());
                });
                await(() -> workbench.explanationProperty().get() != null);
                act(Action.EVENT, () -> selection.toggleEvent(latest()));
                act(Action.HOVER, this::hover);
                act(Action.SCREEN, () -> view.model().screenProperty().set(Screen.ATTENTION));
                int layers = workbench.workspace().model().card().layers();
                int heads = workbench.workspace().model().card().heads();
                for (int h = 0; h < 3; h++) {
                    act(Action.HEAD, () -> {
                        selection.layerProperty().set(random.nextInt(Math.max(1, layers)));
                        selection.headProperty().set(HeadChoice.of(random.nextInt(Math.max(1, heads))));
                    });
                }
                for (int z = 0; z < 3; z++) {
                    act(Action.ZOOM, () -> heatmap().zoomIn());
                }
                act(Action.HOVER, this::hover);
                act(Action.ZOOM, () -> heatmap().zoomToAll());
                act(Action.SCREEN, () -> view.model().screenProperty().set(Screen.WHY));
                act(Action.SCROLL, () -> scroll("user-list"));
                act(Action.SCROLL, () -> scroll("event-list"));
                if (i % 5 == 0) {
                    cancel();
                }
            }
            scrollThrough(Action.ALL_USERS, "user-list");
            longestHistory();
            scrollThrough(Action.ALL_EVENTS, "event-list");
            print();
            Platform.exit();
        }

        /** Time from the cancelling of a long computation until its thread is free for the next. */
        private void cancel() {
            run(() -> workbench.selection().methodProperty().set(Method.SHAPLEY));
            pause(300);
            CountDownLatch free = new CountDownLatch(1);
            long began = System.nanoTime();
            run(() -> {
                boolean running = workbench.further().runningProperty().get() != null;
                workbench.further().cancel();
                if (!running) {
                    free.countDown(); // it was done already
                    return;
                }
                runner.startQuietly(Lane.MODEL, "", (p, c) -> free, CountDownLatch::countDown, fault -> {});
            });
            try {
                if (free.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    toCancel.add((System.nanoTime() - began) / 1e6);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            run(() -> workbench.selection().methodProperty().set(Method.LEAVE_ONE_OUT));
        }

        private void user(int round) {
            explainedAt = 0;
            long began = System.nanoTime();
            List<String> users = workbench.workspace().log().users();
            int step = Math.max(1, users.size() / (rounds + 1));
            ChangeListener<Object> dropped = (p, was, is) -> explainedAt = 0;
            run(() -> workbench.explanationProperty().addListener(dropped));
            act(Action.USER, () -> selection.userProperty().set(users.get((round + 1) * step % users.size())));
            await(() -> explainedAt != 0);
            toExplanation.add((explainedAt - began) / 1e6);
            run(() -> workbench.explanationProperty().removeListener(dropped));
            await(() -> !workbench.checkingProperty().get());
            rest();
        }

        private int latest() {
            return Math.max(0, workbench.historyProperty().get().size() - 1 - random.nextInt(5));
        }

        private AttentionHeatmapView heatmap() {
            return (AttentionHeatmapView) view.lookupAll(".chart-pane").stream()
                    .filter(AttentionHeatmapView.class::isInstance)
                    .findFirst()
                    .orElseThrow();
        }

        private void hover() {
            for (Node chart : view.lookupAll(".chart-pane")) {
                if (!seen(chart)) {
                    continue;
                }
                double x = chart.getLayoutBounds().getWidth() * random.nextDouble();
                double y = chart.getLayoutBounds().getHeight() * random.nextDouble();
                var at = chart.localToScreen(x, y);
                if (at != null) {
                    chart.fireEvent(new MouseEvent(
                            MouseEvent.MOUSE_MOVED,
                            x,
                            y,
                            at.getX(),
                            at.getY(),
                            javafx.scene.input.MouseButton.NONE,
                            0,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            true,
                            false,
                            true,
                            null));
                }
            }
        }

        private static boolean seen(Node node) {
            return node.getScene() != null
                    && Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
        }

        private void scroll(String list) {
            if (view.lookup("." + list) instanceof ListView<?> rows
                    && !rows.getItems().isEmpty()) {
                rows.scrollTo(random.nextInt(rows.getItems().size()));
            }
        }

        private void longestHistory() {
            var log = workbench.workspace().log();
            int longest = IntStream.range(0, log.userCount())
                    .boxed()
                    .max(Comparator.comparingInt(log::eventCount))
                    .orElse(0);
            System.out.printf(
                    Locale.ROOT, "%d users, longest history %d events%n", log.userCount(), log.eventCount(longest));
            explainedAt = 0;
            act(Action.USER, () -> selection.userProperty().set(log.users().get(longest)));
            await(() -> explainedAt != 0 && !workbench.checkingProperty().get());
        }

        /** A step on each frame, like a wheel that is spun. */
        private void scrollThrough(Action action, String list) {
            ListView<?> rows = (ListView<?>) view.lookup("." + list);
            VirtualFlow<?> flow = (VirtualFlow<?>) rows.lookup(".virtual-flow");
            run(() -> rows.scrollTo(0));
            rest();
            double step = rows.getItems().size() * rows.getFixedCellSize() / SCROLL_FRAMES;
            for (int frame = 0; frame < SCROLL_FRAMES; frame++) {
                run(() -> {
                    now = action;
                    timed(() -> flow.scrollPixels(step));
                });
                pause((long) TaskTimes.FRAME_MILLIS);
            }
            rest();
        }

        /** Does something on the window's thread and lets two frames pass. */
        private void act(Action action, Runnable what) {
            run(() -> {
                now = action;
                timed(what);
            });
            rest();
        }

        private void timed(Runnable what) {
            Clock began = new Clock();
            what.run();
            record(began);
        }

        private void record(Clock began) {
            Clock ended = new Clock();
            busy.computeIfAbsent(now, a -> new ArrayList<>()).add((ended.wall - began.wall) / 1e6);
            processor.computeIfAbsent(now, a -> new ArrayList<>()).add((ended.processor - began.processor) / 1e6);
        }

        private static void run(Runnable what) {
            CountDownLatch done = new CountDownLatch(1);
            AtomicReference<RuntimeException> fault = new AtomicReference<>();
            Platform.runLater(() -> {
                try {
                    what.run();
                } catch (RuntimeException e) {
                    fault.set(e);
                } finally {
                    done.countDown();
                }
            });
            try {
                done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (fault.get() != null) {
                throw fault.get();
            }
        }

        private static void rest() {
            pause(60);
            run(() -> {});
        }

        private static void pause(long millis) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static void await(BooleanSupplier condition) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!condition.getAsBoolean() && System.nanoTime() < end) {
                pause(1);
            }
        }

        private void print() {
            TaskTimes.head();
            List<Double> all = new ArrayList<>();
            List<Double> allProcessor = new ArrayList<>();
            busy.forEach((action, times) -> {
                if (!action.apart()) {
                    all.addAll(times);
                    allProcessor.addAll(processor.get(action));
                }
                TaskTimes.line(action.words, times, processor.get(action));
            });
            TaskTimes.line("all but opening, scrolling", all, allProcessor);
            double[] cancelled = TaskTimes.sorted(toCancel);
            System.out.printf(
                    Locale.ROOT,
                    "cancel of Shapley values until its thread is free: median %.0f ms, most %.0f ms, %d times%n",
                    TaskTimes.at(cancelled, 0.5),
                    TaskTimes.at(cancelled, 1),
                    cancelled.length);
            double[] times = TaskTimes.sorted(toExplanation);
            System.out.printf(
                    Locale.ROOT,
                    "selection to explanation laid out: median %.0f ms, 95%% %.0f ms, most %.0f ms%n",
                    TaskTimes.at(times, 0.5),
                    TaskTimes.at(times, 0.95),
                    TaskTimes.at(times, 1));
        }

        @Override
        public void stop() {
            workbench.close();
            runner.close();
        }
    }
}
