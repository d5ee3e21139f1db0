package reclens.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.scene.Scene;
import reclens.domain.InteractionLog;
import reclens.domain.Recommendation;
import reclens.explanation.Method;
import reclens.inference.ModelCard;
import reclens.ui.chart.DrawingTurns;
import reclens.ui.selection.HeadChoice;
import reclens.ui.shell.Screen;
import reclens.ui.task.Lane;

/**
 * How long the window's thread is kept busy, in milliseconds per task: what an action does itself, what a result brings, and
 * the layout of each frame with the charts drawn in it; and the time from a selection to the frame with its explanation. Run
 * on a display with {@code java -cp ... reclens.bench.Responsiveness FOLDER [ROUNDS]}.
 */
public final class Responsiveness {
    private static final int ROUNDS = 60;
    /** In which a list is scrolled from its first row to its last. */
    private static final int SCROLL_FRAMES = 240;

    private static final long REST_MILLIS = 60;

    private Responsiveness() {}

    public static void main(String[] args) {
        Application.launch(Window.class, args);
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

        @Override
        public String toString() {
            return words;
        }
    }

    /** The window of the application with a clock at its tasks. */
    public static final class Window extends TimedWindow {
        private final TaskClock<Action> clock = new TaskClock<>(Action.OPEN);
        private final List<Double> toExplanation = new ArrayList<>();
        private final List<Double> toCancel = new ArrayList<>();
        private Hand hand;
        private long explainedAt;

        public Window() {
            super(ROUNDS);
        }

        @Override
        void timed(Runnable task) {
            clock.timed(task);
        }

        @Override
        void frameBegins() {
            clock.layoutBegins();
        }

        @Override
        void frameEnds(Scene scene) {
            clock.layoutEnds();
            boolean explained = workbench.explanationProperty().get() != null && !DrawingTurns.waiting(scene);
            if (explained && explainedAt == 0) {
                explainedAt = System.nanoTime();
            }
        }

        @Override
        void script() {
            awaitExplained();
            hand = new Hand(view, random);
            rest();
            for (int round = 0; round < times(); round++) {
                round(round);
                if (round % 5 == 0) {
                    cancel();
                }
            }
            scrollThrough(Action.ALL_USERS, "user-list");
            longestHistory();
            scrollThrough(Action.ALL_EVENTS, "event-list");
        }

        private void round(int round) {
            user(round);
            act(Action.ITEM, this::selectItem);
            await("an explanation", () -> workbench.explanationProperty().get() != null);
            act(Action.EVENT, () -> selection.toggleEvent(latest()));
            act(Action.HOVER, hand::hover);
            act(Action.SCREEN, () -> view.model().screenProperty().set(Screen.ATTENTION));
            for (int h = 0; h < 3; h++) {
                act(Action.HEAD, this::selectHead);
            }
            for (int z = 0; z < 3; z++) {
                act(Action.ZOOM, () -> hand.heatmap().zoomIn());
            }
            act(Action.HOVER, hand::hover);
            act(Action.ZOOM, () -> hand.heatmap().zoomToAll());
            act(Action.SCREEN, () -> view.model().screenProperty().set(Screen.WHY));
            act(Action.SCROLL, () -> hand.jump("user-list"));
            act(Action.SCROLL, () -> hand.jump("event-list"));
        }

        private void user(int round) {
            List<String> users = workbench.workspace().log().users();
            int step = Math.max(1, users.size() / (times() + 1));
            long[] began = new long[1];
            act(Action.USER, () -> {
                began[0] = System.nanoTime();
                selection.userProperty().set(users.get((round + 1) * step % users.size()));
                explainedAt = 0; // the explanation of the user before is gone by now
            });
            awaitExplained();
            toExplanation.add((FxThread.get(() -> explainedAt) - began[0]) / 1e6);
            awaitChecked();
            rest();
        }

        private void selectItem() {
            List<Recommendation> items =
                    workbench.recommendationsProperty().get().items();
            selection.itemProperty().set(items.get(random.nextInt(items.size())).index());
        }

        private void selectHead() {
            ModelCard card = workbench.workspace().model().card();
            selection.layerProperty().set(random.nextInt(Math.max(1, card.layers())));
            selection.headProperty().set(HeadChoice.of(random.nextInt(Math.max(1, card.heads()))));
        }

        private int latest() {
            return Math.max(0, workbench.historyProperty().get().size() - 1 - random.nextInt(5));
        }

        /** Time from the cancelling of a long computation until its thread is free for the next. */
        private void cancel() {
            FxThread.run(() -> selection.methodProperty().set(Method.SHAPLEY));
            FxThread.pause(300);
            CountDownLatch free = new CountDownLatch(1);
            long began = System.nanoTime();
            boolean running = FxThread.get(() -> {
                boolean runs = workbench.further().runningProperty().get() != null;
                workbench.further().cancel();
                runner.startQuietly(Lane.MODEL, "", (p, c) -> free, CountDownLatch::countDown, fault -> {});
                return runs;
            });
            await(free);
            if (running) { // or it was done already
                toCancel.add((System.nanoTime() - began) / 1e6);
            }
            FxThread.run(() -> selection.methodProperty().set(Method.LEAVE_ONE_OUT));
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void longestHistory() {
            InteractionLog log = workbench.workspace().log();
            int longest = IntStream.range(0, log.userCount())
                    .boxed()
                    .max(Comparator.comparingInt(log::eventCount))
                    .orElse(0);
            System.out.printf(
                    Locale.ROOT, "%d users, longest history %d events%n", log.userCount(), log.eventCount(longest));
            act(Action.USER, () -> {
                explainedAt = 0;
                selection.userProperty().set(log.users().get(longest));
            });
            awaitExplained();
            awaitChecked();
        }

        /** A step on each frame, like a wheel that is spun. */
        private void scrollThrough(Action action, String list) {
            Runnable step = FxThread.get(() -> hand.fromTheTop(list, SCROLL_FRAMES));
            rest();
            for (int frame = 0; frame < SCROLL_FRAMES; frame++) {
                start(action, step);
                FxThread.pause((long) TaskTimes.FRAME_MILLIS);
            }
            rest();
        }

        /** Does something on the window's thread and lets two frames pass. */
        private void act(Action action, Runnable what) {
            start(action, what);
            rest();
        }

        private void start(Action action, Runnable what) {
            FxThread.run(() -> {
                clock.doing(action);
                clock.timed(what);
            });
        }

        private static void rest() {
            FxThread.pause(REST_MILLIS);
            FxThread.run(() -> {});
        }

        private void awaitExplained() {
            await("the frame with an explanation", () -> explainedAt != 0);
        }

        private void awaitChecked() {
            await(
                    "the check of an explanation",
                    () -> !workbench.checkingProperty().get());
        }

        @Override
        void print() {
            clock.print(action -> !action.apart(), "all but opening, scrolling");
            double[] cancelled = TaskTimes.sorted(toCancel);
            if (cancelled.length > 0) {
                System.out.printf(
                        Locale.ROOT,
                        "cancel of Shapley values until its thread is free: median %.0f ms, most %.0f ms, %d times%n",
                        TaskTimes.at(cancelled, 0.5),
                        TaskTimes.at(cancelled, 1),
                        cancelled.length);
            }
            double[] times = TaskTimes.sorted(toExplanation);
            System.out.printf(
                    Locale.ROOT,
                    "selection to explanation laid out: median %.0f ms, 95%% %.0f ms, most %.0f ms%n",
                    TaskTimes.at(times, 0.5),
                    TaskTimes.at(times, 0.95),
                    TaskTimes.at(times, 1));
            System.out.println("in order, the first of them with cold code: "
                    + toExplanation.stream()
                            .map(millis -> String.format(Locale.ROOT, "%.0f", millis))
                            .collect(Collectors.joining(" ")));
        }
    }
}
