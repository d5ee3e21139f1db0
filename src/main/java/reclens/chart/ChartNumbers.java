package reclens.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import reclens.text.Messages;
import reclens.text.Numbers;

/**
 * The numbers of a chart as lines of text, headings first: rounded as the chart shows them, or in full for other programs.
 * What does not exist or cannot be seen is empty.
 */
public final class ChartNumbers {
    private final Messages messages;
    private final boolean full;

    private ChartNumbers(Messages messages, boolean full) {
        this.messages = messages;
        this.full = full;
    }

    /** As in the chart, with a true minus. */
    public static ChartNumbers rounded(Messages messages) {
        return new ChartNumbers(messages, false);
    }

    /** In full, with the minus that spreadsheets read. */
    public static ChartNumbers full(Messages messages) {
        return new ChartNumbers(messages, true);
    }

    /** One line a row: label, value, and by which methods it is among the five strongest. */
    public List<List<String>> of(BarChartSpec spec) {
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("", spec.axis().isEmpty() ? spec.title() : spec.axis()));
        spec.agreementNames().forEach(name -> head.add(messages.get("table.top-five", name)));
        boolean ranges = spec.rows().stream().anyMatch(r -> r.range() != null);
        if (ranges) {
            head.add(messages.get("table.interval.low"));
            head.add(messages.get("table.interval.high"));
        }
        lines.add(head);
        for (BarRow row : spec.rows()) {
            List<String> line = new ArrayList<>(List.of(
                    row.label().text(), row.kind() == BarRow.Kind.HEADING ? "" : number(row.value(), spec.signed())));
            for (int i = 0; i < spec.agreementNames().size(); i++) {
                boolean known = i < row.agreement().size();
                line.add(known ? messages.get(row.agreement().get(i) ? "table.yes" : "table.no") : "");
            }
            if (ranges) {
                line.add(row.range() == null ? "" : number(row.range().low(), spec.signed()));
                line.add(row.range() == null ? "" : number(row.range().high(), spec.signed()));
            }
            lines.add(line);
        }
        return lines;
    }

    /** One line a bin: from, to, how many values. */
    public List<List<String>> of(HistogramSpec spec) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(messages.get("table.bin.from"), messages.get("table.bin.to"), spec.yAxis()));
        for (int b = 0; b < spec.counts().length; b++) {
            lines.add(List.of(
                    edge(spec.edges()[b]),
                    edge(spec.edges()[b + 1]),
                    full ? Long.toString(spec.counts()[b]) : Numbers.count(spec.counts()[b])));
        }
        return lines;
    }

    private String edge(double value) {
        return full ? Float.toString((float) value) : Numbers.significant(value);
    }

    /** Events by feature values, with totals both ways. */
    public List<List<String>> of(FeatureHeatmapSpec spec) {
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        spec.columns().forEach(c -> head.add(c.label()));
        head.add(spec.totalColumn());
        lines.add(head);
        for (int r = 0; r < spec.rows().size(); r++) {
            List<String> line = new ArrayList<>(List.of(spec.rows().get(r).text()));
            for (double cell : spec.cells()[r]) {
                line.add(number(cell, spec.signed()));
            }
            line.add(number(spec.rowTotals()[r], spec.signed()));
            lines.add(line);
        }
        List<String> totals = new ArrayList<>(List.of(spec.totalRow()));
        for (double total : spec.columnTotals()) {
            totals.add(number(total, spec.signed()));
        }
        totals.add(number(spec.total(), spec.signed()));
        lines.add(totals);
        return lines;
    }

    /** Queries by keys, and the share on padding. */
    public List<List<String>> of(AttentionHeatmapSpec spec) {
        return of(spec, 0, spec.rows().size(), 0, spec.columns().size());
    }

    /** Some rows and columns of it; the ends are left out. */
    public List<List<String>> of(AttentionHeatmapSpec spec, int top, int bottom, int left, int right) {
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(spec.words().query()));
        spec.columns().subList(left, right).stream().map(EventLabel::text).forEach(head::add);
        if (spec.showPadding()) {
            head.add(spec.words().padding());
        }
        lines.add(head);
        for (int r = top; r < bottom; r++) {
            List<String> line = new ArrayList<>(List.of(spec.rows().get(r).text()));
            for (int c = left; c < right; c++) {
                line.add(spec.masked(r, c) ? "" : number(spec.weight(r, c), spec.signed()));
            }
            if (spec.showPadding()) {
                line.add(number(spec.padding()[r], false));
            }
            lines.add(line);
        }
        return lines;
    }

    /** The points of the curves. */
    public List<List<String>> of(CurveSpec spec) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                spec.xAxis(),
                spec.names().chosen(),
                spec.names().recency(),
                spec.names().mean(),
                messages.get("table.random.low"),
                messages.get("table.random.high")));
        for (int i = 0; i < spec.x().length; i++) {
            List<String> line = new ArrayList<>(List.of(full ? number(spec.x()[i], false) : percent(spec.x()[i])));
            for (double[] curve :
                    List.of(spec.chosen(), spec.recency(), spec.randomMean(), spec.randomLow(), spec.randomHigh())) {
                double value = i < curve.length ? curve[i] : Double.NaN;
                line.add(full ? number(value, true) : Numbers.score(value));
            }
            lines.add(line);
        }
        return lines;
    }

    /** Points by series. */
    public List<List<String>> of(SharesSpec spec) {
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(spec.words().time()));
        spec.series().forEach(s -> head.add(s.name()));
        lines.add(head);
        for (int p = 0; p < spec.points().size(); p++) {
            List<String> line = new ArrayList<>(List.of(spec.points().get(p).text()));
            for (SharesSpec.Series series : spec.series()) {
                line.add(number(series.shares()[p], false));
            }
            lines.add(line);
        }
        return lines;
    }

    private static String percent(double share) {
        return Numbers.wholePercent(share);
    }

    /** Tab-separated; a tab or a line break in a label becomes a space. */
    public static String tsv(List<List<String>> lines) {
        return lines.stream()
                .map(line -> line.stream()
                        .map(cell -> cell.replaceAll("[\\t\\r\\n]", " "))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private String number(double value, boolean signed) {
        if (Double.isNaN(value)) {
            return "";
        }
        // A float carries seven digits; more would be noise.
        return full ? Float.toString((float) value) : Numbers.value(value, signed);
    }
}
