package reclens.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** How long the window's thread is kept busy by what is done, on the wall and in its processor time. On that thread only. */
final class TaskClock<A extends Enum<A>> {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** In milliseconds. */
    private record Times(List<Double> wall, List<Double> processor) {
        Times() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    private final Map<A, Times> busy;
    private A action;
    private long layoutWall;
    private long layoutProcessor;

    /** @param first what is done first */
    TaskClock(A first) {
        this.busy = new EnumMap<>(first.getDeclaringClass());
        this.action = first;
    }

    /** What follows, also on later tasks, belongs to {@code next}. */
    void doing(A next) {
        action = next;
    }

    void timed(Runnable task) {
        long wall = System.nanoTime();
        long processor = THREADS.getCurrentThreadCpuTime();
        task.run();
        record(wall, processor);
    }

    void layoutBegins() {
        layoutWall = System.nanoTime();
        layoutProcessor = THREADS.getCurrentThreadCpuTime();
    }

    void layoutEnds() {
        record(layoutWall, layoutProcessor);
    }

    private void record(long wall, long processor) {
        Times times = busy.computeIfAbsent(action, a -> new Times());
        times.wall.add((System.nanoTime() - wall) / 1e6);
        times.processor.add((THREADS.getCurrentThreadCpuTime() - processor) / 1e6);
    }

    /**
     * @param summed which actions the last line sums up
     * @param words of that line
     */
    void print(Predicate<A> summed, String words) {
        TaskTimes.head();
        Times all = new Times();
        busy.forEach((a, times) -> {
            TaskTimes.line(a.toString(), times.wall, times.processor);
            if (summed.test(a)) {
                all.wall.addAll(times.wall);
                all.processor.addAll(times.processor);
            }
        });
        TaskTimes.line(words, all.wall, all.processor);
    }
}
