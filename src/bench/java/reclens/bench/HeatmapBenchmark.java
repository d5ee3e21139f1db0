package reclens.bench;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import reclens.chart.AttentionCharts;
import reclens.chart.AttentionHeatmapSpec;
import reclens.chart.AttentionOptions;
import reclens.chart.ChartStyle;
import reclens.chart.Charts;
import reclens.chart.Theme;
import reclens.domain.AttentionMap;
import reclens.domain.AttentionTrace;
import reclens.domain.AxisKind;
import reclens.domain.Catalog;
import reclens.domain.HistoryWindow;
import reclens.domain.Interaction;
import reclens.domain.Item;
import reclens.domain.Padding;
import reclens.domain.UserHistory;
import reclens.text.Messages;

/**
 * CPU time of one thread to draw the whole attention chart, labels and colour bar included, at several sizes and zoom steps. The aim is one
 * frame of 16 ms at 2,000 x 2,000. Run with {@code java -cp ... reclens.bench.HeatmapBenchmark [n ...]}.
 */
public final class HeatmapBenchmark {
    private static final int WARM_UP = 40;
    private static final int RUNS = 60;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private HeatmapBenchmark() {}

    public static void main(String[] arguments) {
        int[] sizes = arguments.length == 0
                ? new int[] {50, 200, 1000, 2000}
                : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        System.out.println("n      zoom   median ms   p95 ms   (CPU time, 760 x 680, redraw of the whole chart)");
        for (int n : sizes) {
            for (double zoom : new double[] {1, 2, 8}) {
                measure(n, zoom);
            }
        }
    }

    private static void measure(int n, double zoom) {
        JFreeChart chart = Charts.attention(spec(n), ChartStyle.screen(Theme.DARK));
        XYPlot plot = (XYPlot) chart.getPlot();
        double from = n * (1 - 1 / zoom) / 2;
        plot.getDomainAxis().setRange(from, from + n / zoom);
        plot.getRangeAxis().setRange(from, from + n / zoom);
        BufferedImage image = new BufferedImage(760, 680, BufferedImage.TYPE_INT_ARGB);
        Rectangle2D area = new Rectangle2D.Double(0, 0, 760, 680);
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < WARM_UP + RUNS; i++) {
            Graphics2D g = image.createGraphics();
            long start = THREADS.getCurrentThreadCpuTime();
            chart.draw(g, area);
            long end = THREADS.getCurrentThreadCpuTime();
            g.dispose();
            if (i >= WARM_UP) {
                times.add((end - start) / 1e6);
            }
        }
        times.sort(null);
        System.out.printf(Locale.ROOT, "%-6d %-6.0f %-11.2f %.2f%n", n, zoom, times.get(RUNS / 2), times.get((int)
                (RUNS * 0.95)));
    }

    private static AttentionHeatmapSpec spec(int n) {
        Random random = new Random(1);
        float[] weights = new float[n * n];
        for (int q = 0; q < n; q++) {
            for (int k = 0; k <= q; k++) {
                weights[q * n + k] = random.nextFloat() / (q + 1);
            }
        }
        int[] coordinates = IntStream.range(0, n).toArray();
        AttentionMap map = new AttentionMap(
                "items",
                0,
                0,
                AxisKind.EVENT,
                AxisKind.EVENT,
                coordinates,
                coordinates,
                weights,
                new float[n],
                true,
                "softmax");
        List<Interaction> events = IntStream.range(0, n)
                .mapToObj(i -> new Interaction(i, "item", "view", Instant.EPOCH))
                .toList();
        HistoryWindow window =
                new HistoryWindow(new UserHistory("u", events), coordinates, new int[n], n, Padding.RIGHT);
        Catalog catalog = new Catalog(
                List.of(new Item("item", "Kestrel Trail 3 Shoes", Map.of(), Map.of())), List.of(), List.of());
        return new AttentionCharts(
                        new AttentionTrace(List.of(map), 0), window, catalog, i -> "", Messages.of(Locale.ENGLISH))
                .heatmap(AttentionOptions.of(0, 0));
    }
}
