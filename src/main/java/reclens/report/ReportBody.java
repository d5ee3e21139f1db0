package reclens.report;

import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import reclens.chart.BarChartSpec;
import reclens.chart.BarRow;
import reclens.chart.ChartOptions;
import reclens.chart.Charts;
import reclens.chart.ExplanationCharts;
import reclens.chart.FeatureHeatmapSpec;
import reclens.chart.Icons;
import reclens.chart.Ink;

/** The charts of the middle of the page: behaviours, and beside them their split by product feature. */
final class ReportBody {
    private static final double HEADING = 400;
    private static final double ROWS_TOP = 446;
    private static final double ROW = 30;
    private static final double BARS_WIDTH = 664;
    private static final double SPLIT_X = 800;
    private static final double SPLIT_WIDTH = Page.RIGHT - SPLIT_X;
    private static final double LEGEND = 789;

    private final Page page;
    private final Graphics2D g;
    private final ExplanationCharts charts;
    private final ChartOptions options;

    ReportBody(Page page) {
        this.page = page;
        this.g = page.g();
        this.charts = new ExplanationCharts(page.explanation(), page.messages());
        this.options = ChartOptions.of(page.method());
    }

    void draw() {
        behaviours();
        split();
    }

    private void behaviours() {
        Optional<BarChartSpec> spec = page.explanation().window().isEmpty()
                ? Optional.empty()
                : charts.behaviours(options).map(this::worded);
        String axis = page.sentences().methodAxis(page.method());
        page.heading(page.text("chart.behaviours"), spec.isPresent() ? axis : "", Page.LEFT, HEADING, BARS_WIDTH);
        if (spec.isEmpty()) {
            boolean none = page.explanation().window().isEmpty();
            String method = page.sentences().methodInSentence(page.method());
            String text = none ? page.text("report.events.none") : page.text("report.method.none", method);
            page.note(text, Page.LEFT, ROWS_TOP + 20, BARS_WIDTH);
            return;
        }
        double height = Charts.height(spec.get(), page.style(), ROW);
        page.charts().bars(spec.get(), Page.LEFT, ROWS_TOP, BARS_WIDTH, height);
    }

    /** The report says "events the model sees" in its total and leaves the dots out, which need a tooltip. */
    private BarChartSpec worded(BarChartSpec spec) {
        int n = page.explanation().window().length();
        List<BarRow> rows = new ArrayList<>();
        for (BarRow row : spec.rows()) {
            boolean total = row.kind() == BarRow.Kind.TOTAL && spec.signed();
            String words = total ? page.messages().count("report.total", n) : "";
            rows.add(total ? row.withWords(words) : row.withoutAgreement());
        }
        return spec.withRows(rows).withoutAgreement();
    }

    private void split() {
        Optional<FeatureHeatmapSpec> spec = charts.matrix(options);
        String subtitle = spec.isPresent() ? page.text("report.split.subtitle") : "";
        page.heading(page.text("report.split"), subtitle, SPLIT_X, HEADING, SPLIT_WIDTH);
        if (spec.isEmpty()) {
            page.note(page.withoutFeatures("report.split.none"), SPLIT_X, ROWS_TOP + 20, SPLIT_WIDTH);
            return;
        }
        double header = Charts.headerHeight(spec.get(), page.style());
        double height = Charts.height(spec.get(), page.style(), ROW);
        page.charts().features(spec.get(), SPLIT_X, ROWS_TOP - header, SPLIT_WIDTH, height);
        legend(spec.get(), Math.min(LEGEND, ROWS_TOP - header + height + 16));
    }

    private void legend(FeatureHeatmapSpec spec, double y) {
        double x = SPLIT_X;
        if (spec.signed()) {
            x = entry(x, y, "supports", page.text("chart.supports"));
            x = entry(x, y, "against", page.text("chart.against"));
        }
        page.charts().hatchSample(x, y - 10, 16, 11);
        Ink.left(g, page.regular(12), page.color("text-second"), page.text("report.feature.absent"), x + 24, y);
    }

    private double entry(double x, double y, String token, String words) {
        g.setColor(page.color(token));
        g.fill(new RoundRectangle2D.Double(x, y - 10, 11, 11, 3, 3));
        return Ink.left(g, page.regular(12), page.color("text-second"), words, x + 18, y) + 20;
    }

    /** Names and icons of the event types among the events of the window, in the order of their first event. */
    static List<String> eventTypes(Page page) {
        return java.util.stream.IntStream.range(0, page.explanation().window().length())
                .mapToObj(i -> page.explanation().window().event(i).event())
                .filter(t -> t != null && !t.isBlank())
                .map(t -> t.toLowerCase(Locale.ROOT))
                .distinct()
                .sorted(java.util.Comparator.comparingInt(ReportBody::place))
                .limit(6)
                .toList();
    }

    private static int place(String type) {
        List<String> usual = List.of("view", "click", "cart", "purchase", "wishlist", "rating");
        int at = usual.indexOf(type);
        return at < 0 ? usual.size() : at;
    }

    /** A row of icons with the names of the event types; wraps at {@code width}. Returns the y below it. */
    static double eventLegend(Page page, double x, double y, double width) {
        double at = x;
        double line = y;
        for (String type : eventTypes(page)) {
            String name = page.sentences().eventName(type);
            double size = 24 + Ink.width(page.g(), page.regular(13), name) + 16;
            if (at + size - 16 > x + width && at > x) {
                at = x;
                line += 26;
            }
            Icons.drawEvent(page.g(), type, at + 9, line, 18, page.tokens());
            Ink.left(page.g(), page.regular(13), page.color("text-second"), name, at + 24, line + 4.5);
            at += size;
        }
        return line + 30;
    }
}
