package reclens.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Times of tasks as lines of a table. */
final class TaskTimes {
    static final double FRAME_MILLIS = 16;

    private TaskTimes() {}

    static void head() {
        System.out.printf(
                Locale.ROOT,
                "%-28s %7s %8s %8s %8s %9s %8s %8s %9s%n",
                "task, ms",
                "count",
                "median",
                "99%",
                "most",
                "<16 ms",
                "CPU 99%",
                "CPU most",
                "CPU <16");
    }

    static void line(String words, List<Double> onTheWall, List<Double> ofTheProcessor) {
        double[] times = sorted(onTheWall);
        double[] cpu = sorted(ofTheProcessor);
        System.out.printf(
                Locale.ROOT,
                "%-28s %7d %8.2f %8.2f %8.2f %8.2f%% %8.2f %8.2f %8.2f%%%n",
                words,
                times.length,
                at(times, 0.5),
                at(times, 0.99),
                at(times, 1),
                quick(times),
                at(cpu, 0.99),
                at(cpu, 1),
                quick(cpu));
    }

    static double quick(double[] times) {
        return 100.0 * Arrays.stream(times).filter(t -> t < FRAME_MILLIS).count() / times.length;
    }

    static double[] sorted(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    static double at(double[] sorted, double q) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(q * (sorted.length - 1)))];
    }
}
