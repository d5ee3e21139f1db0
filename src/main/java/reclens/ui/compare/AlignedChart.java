package reclens.ui.compare;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import reclens.chart.Tokens;
import reclens.text.Numbers;
import reclens.ui.UiText;
import reclens.ui.chart.ChartTheme;
import reclens.ui.chart.DrawnEvent;
import reclens.ui.chart.DrawnPane;
import reclens.ui.chart.DrawnText;

/** Bars of both sides and of their difference, row beside row on one scale. */
final class AlignedChart extends DrawnPane {
    static final double HEAD = 26;
    static final double AXIS = 24;
    private static final double NUMBER = 62;
    private static final double GAP = 28;
    private static final int PANELS = 3;

    private final java.util.function.IntConsumer onEvent;
    private final java.util.function.IntSupplier selected;
    private String name = "";
    private Compared compared;
    private List<AlignedRow> rows = List.of();
    private double rowHeight = 23;

    /**
     * @param onEvent told the position of an event that was clicked
     * @param selected position of the selected event
     */
    AlignedChart(ChartTheme theme, java.util.function.IntConsumer onEvent, java.util.function.IntSupplier selected) {
        super(theme);
        this.onEvent = onEvent;
        this.selected = selected;
    }

    /** @param now null to show nothing */
    void show(String title, Compared now, List<AlignedRow> lines) {
        name = title;
        compared = now;
        rows = now == null ? List.of() : lines;
        setAccessibleText(
                now == null
                        ? title
                        : UiText.format(
                                "compare.spoken",
                                title,
                                now.a().title(),
                                now.b().title(),
                                rows.stream().map(this::spoken).collect(Collectors.joining("; "))));
        setMinHeight(height());
        setPrefHeight(height());
        redraw();
    }

    void setRowHeight(double height) {
        if (height != rowHeight) {
            rowHeight = height;
            setMinHeight(height());
            setPrefHeight(height());
            redraw();
        }
    }

    void refresh() {
        redraw();
    }

    private double height() {
        return HEAD + rows.size() * rowHeight + AXIS + 6;
    }

    private boolean signed() {
        return compared.comparison().method().signed();
    }

    private String spoken(AlignedRow row) {
        return UiText.format(
                "compare.spoken.row",
                (row.position() + " " + row.title()).strip(),
                number(row.a()),
                number(row.b()),
                difference(row.difference()));
    }

    private String number(double value) {
        return Numbers.value(value, signed());
    }

    private String difference(double value) {
        return signed() ? Numbers.signed(value) : (value > 0 ? "+" : "") + Numbers.attention(value);
    }

    @Override
    protected List<Part> draw(GraphicsContext g, Tokens tokens, double width, double height) {
        if (compared == null || rows.isEmpty()) {
            return List.of();
        }
        double size = largeWindow() ? 14 : 13;
        double labels = Math.max(190, Math.min(380, width * 0.2));
        double panel = (width - labels - 2 * GAP) / 3;
        double bars = panel - NUMBER;
        Scale[] scales = Scale.of(rows, bars);
        double[] left = {labels, labels + panel + GAP, labels + 2 * (panel + GAP)};
        double bottom = HEAD + rows.size() * rowHeight;
        frame(g, tokens, scales, left, panel, bottom, width);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            AlignedRow row = rows.get(i);
            double y = HEAD + i * rowHeight;
            background(g, tokens, row, y, width);
            label(g, tokens, row, y + rowHeight / 2, labels - 12, size);
            double[] values = {row.a(), row.b(), row.difference()};
            for (int p = 0; p < values.length; p++) {
                bar(g, tokens, row, values[p], p == 2, scales[p], left[p], panel, y, size);
            }
            parts.add(part(row, y, width));
        }
        for (int p = 0; p < PANELS; p++) {
            g.setStroke(Color.web(tokens.hex("axis")));
            g.setLineWidth(1);
            double zero = Math.round(left[p] + scales[p].x(0)) + 0.5;
            g.strokeLine(zero, HEAD, zero, bottom);
        }
        return parts;
    }

    /**
     * Where values stand in the bars of a panel. All panels give a logit the same length; both sides have their zero at the
     * same place, the difference where its own values have room.
     *
     * @param low smallest value, 0 or below
     * @param high largest value, 0 or above
     * @param step between labels
     */
    private record Scale(double low, double high, double step, double width) {
        static Scale[] of(List<AlignedRow> rows, double width) {
            // Many others together would make the rows small.
            List<AlignedRow> single =
                    rows.stream().filter(r -> r.style() == AlignedRow.Style.ROW).toList();
            double[] sides = range(single.stream().flatMapToDouble(r -> DoubleStream.of(r.a(), r.b())));
            double[] difference = range(single.stream().mapToDouble(AlignedRow::difference));
            double wider = Math.max(sides[1] - sides[0], difference[1] - difference[0]);
            double range = wider > 0 ? wider : 1;
            double step = step(range, width);
            Scale both = spread(sides, range, step, width);
            return new Scale[] {both, both, spread(difference, range, step, width)};
        }

        private static double[] range(DoubleStream values) {
            DoubleSummaryStatistics all = values.filter(v -> !Double.isNaN(v)).summaryStatistics();
            return new double[] {Math.min(0, all.getMin()), Math.max(0, all.getMax())};
        }

        /** A range widened on the sides that it uses. */
        private static Scale spread(double[] own, double range, double step, double width) {
            double used = own[1] - own[0];
            double below = used > 0 ? -own[0] / used : 0;
            return new Scale(-range * below, range * (1 - below), step, width);
        }

        /** 1, 2 or 5 times a power of ten, so that labels have room. */
        private static double step(double range, double width) {
            double least = range * 46 / Math.max(46, width);
            double power = Math.pow(10, Math.floor(Math.log10(least)));
            for (double factor : new double[] {1, 2, 5}) {
                if (factor * power >= least) {
                    return factor * power;
                }
            }
            return 10 * power;
        }

        /** The place of a value, at the end of the panel where it lies beyond. */
        double clipped(double value) {
            return Math.max(0, Math.min(width, x(value)));
        }

        boolean cuts(double value) {
            return Math.abs(clipped(value) - x(value)) > 1;
        }

        double x(double value) {
            return 12 + (value - low) / (high - low) * (width - 24);
        }
    }

    private void frame(
            GraphicsContext g,
            Tokens tokens,
            Scale[] scales,
            double[] left,
            double panel,
            double bottom,
            double width) {
        Font bold = DrawnText.font(13, true);
        Font small = DrawnText.font(11, false);
        String[] titles = {compared.a().title(), compared.b().title(), UiText.get("compare.difference")};
        for (int p = 0; p < PANELS; p++) {
            double x = left[p];
            Scale scale = scales[p];
            if (p < 2) {
                letter(g, tokens, p == 0 ? "A" : "B", x, 10);
                DrawnText.write(g, titles[p], bold, tokens.hex("text"), x + 26, 10, panel - 30);
            } else {
                DrawnText.write(g, titles[p], bold, tokens.hex("text"), x, 10, panel);
                double used = DrawnText.width(titles[p], bold);
                DrawnText.write(
                        g,
                        UiText.get("compare.difference.hint." + compared.kind().key()),
                        small,
                        tokens.hex("text-second"),
                        x + used + 10,
                        10,
                        Math.max(1, panel - used - 10));
            }
            for (double v = Math.ceil(scale.low() / scale.step()) * scale.step();
                    v <= scale.high() + 1e-9;
                    v += scale.step()) {
                double at = Math.round(x + scale.x(v)) + 0.5;
                g.setStroke(Color.web(tokens.hex("grid")));
                g.setLineWidth(1);
                g.strokeLine(at, HEAD, at, bottom);
                DrawnText.writeCentred(
                        g,
                        Numbers.tick(v, scale.step(), signed() || p == 2),
                        small,
                        tokens.hex("text-third"),
                        at,
                        bottom + 13);
            }
            if (p > 0) {
                g.setStroke(Color.web(tokens.hex("border-quiet")));
                double at = Math.round(x - GAP / 2) + 0.5;
                g.strokeLine(at, 0, at, bottom + AXIS);
            }
        }
    }

    private static void letter(GraphicsContext g, Tokens tokens, String letter, double x, double y) {
        g.setFill(Color.web(tokens.hex(letter.equals("A") ? "text" : "text-second")));
        g.fillRoundRect(x, y - 9, 18, 18, 6, 6);
        DrawnText.writeCentred(g, letter, DrawnText.font(11, true), tokens.hex("surface"), x + 9, y);
    }

    private void background(GraphicsContext g, Tokens tokens, AlignedRow row, double y, double width) {
        if (row.event() >= 0 && row.event() == selected.getAsInt()) {
            g.setFill(Color.web(tokens.hex("selected")));
            g.fillRect(0, y, width, rowHeight);
            g.setFill(Color.web(tokens.hex("accent-fill")));
            g.fillRect(0, y, 3, rowHeight);
        }
        if (row.style() == AlignedRow.Style.TOTAL) {
            g.setStroke(Color.web(tokens.hex("border")));
            g.setLineWidth(1);
            g.strokeLine(0, Math.round(y) + 0.5, width, Math.round(y) + 0.5);
        }
    }

    private void label(GraphicsContext g, Tokens tokens, AlignedRow row, double y, double most, double size) {
        boolean chosen = row.event() >= 0 && row.event() == selected.getAsInt();
        Font font = DrawnText.font(size, chosen || row.style() == AlignedRow.Style.TOTAL);
        double x = 8;
        if (!row.type().isEmpty()) {
            DrawnEvent.draw(g, tokens, row.type(), x + 8, y, 16);
            x += 24;
        }
        if (!row.position().isEmpty()) {
            DrawnText.write(g, row.position(), DrawnText.font(size, false), tokens.hex("text-third"), x, y, 0);
            x += DrawnText.width(row.position(), DrawnText.font(size, false)) + 5;
        }
        String ink = tokens.hex(row.style() == AlignedRow.Style.OTHER ? "text-second" : "text");
        DrawnText.write(g, row.title(), font, ink, x, y, most - x);
    }

    private void bar(
            GraphicsContext g,
            Tokens tokens,
            AlignedRow row,
            double value,
            boolean difference,
            Scale scale,
            double left,
            double panel,
            double y,
            double size) {
        boolean total = row.style() == AlignedRow.Style.TOTAL;
        double middle = y + rowHeight / 2;
        if (!total && !Double.isNaN(value)) {
            String colour = row.style() == AlignedRow.Style.OTHER
                    ? "other"
                    : !signed() && !difference ? "other" : value >= 0 ? "supports" : "against";
            double zero = left + scale.x(0);
            double end = left + scale.clipped(value);
            double thick = Math.min(18, rowHeight * 0.6);
            g.setFill(Color.web(tokens.hex(colour)));
            g.fillRoundRect(Math.min(zero, end), middle - thick / 2, Math.max(1, Math.abs(end - zero)), thick, 3, 3);
            if (scale.cuts(value)) {
                cutMark(g, tokens, (zero + end) / 2, middle, thick);
            }
        }
        DrawnText.writeRight(
                g,
                difference ? difference(value) : number(value),
                DrawnText.font(size - 1, difference || total),
                tokens.hex(row.style() == AlignedRow.Style.OTHER ? "text-second" : "text"),
                left + panel - 4,
                middle);
    }

    /** Says that a bar is longer than there is room for. */
    private static void cutMark(GraphicsContext g, Tokens tokens, double x, double y, double thick) {
        g.setStroke(Color.web(tokens.hex("surface")));
        g.setLineWidth(2);
        for (double shift : new double[] {-2.5, 2.5}) {
            g.strokeLine(x + shift - 2, y + thick / 2 + 1, x + shift + 2, y - thick / 2 - 1);
        }
    }

    private Part part(AlignedRow row, double y, double width) {
        return new Part(
                List.of(new Rectangle2D(0, y, width, rowHeight)),
                exact(row.difference()),
                UiText.get("compare.difference"),
                Stream.of(
                                (row.position() + " " + row.title()).strip(),
                                UiText.messages().eventName(row.type()),
                                UiText.format("compare.tip.a", compared.a().title(), exact(row.a())),
                                UiText.format("compare.tip.b", compared.b().title(), exact(row.b())))
                        .filter(s -> !s.isEmpty())
                        .toList());
    }

    private static String exact(double value) {
        return Double.isNaN(value)
                ? Numbers.MISSING
                : String.format(Locale.ROOT, "%+.5f", value).replace('-', '\u2212');
    }

    @Override
    protected void chosen(int part) {
        if (rows.get(part).event() >= 0) {
            onEvent.accept(rows.get(part).event());
        }
    }

    @Override
    protected String caption() {
        return compared == null || rows.isEmpty() ? "" : name;
    }

    @Override
    protected String captionNote() {
        return compared == null
                ? ""
                : UiText.format(
                        "compare.caption", compared.a().title(), compared.b().title(), compared.axis());
    }

    List<List<String>> lines() {
        return numbers();
    }

    @Override
    protected List<List<String>> numbers() {
        if (compared == null) {
            return List.of();
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                name, "A: " + compared.a().title(), "B: " + compared.b().title(), UiText.get("compare.difference")));
        rows.forEach(r -> lines.add(List.of(
                (r.position() + " " + r.title()
                                + (r.type().isEmpty()
                                        ? ""
                                        : ", " + UiText.messages().eventName(r.type())))
                        .strip(),
                exact(r.a()),
                exact(r.b()),
                exact(r.difference()))));
        return lines;
    }
}
