package reclens.ui.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import reclens.chart.Tokens;
import reclens.session.WhatIfResult;
import reclens.text.Numbers;
import reclens.ui.UiText;
import reclens.ui.chart.ChartTheme;
import reclens.ui.chart.DrawnPane;
import reclens.ui.chart.DrawnText;

/**
 * Both lists with a line from each item's place before the edit to its place after it. Items of one list alone stand below the
 * other one, with the rank that they have there.
 */
final class RankSlopes extends DrawnPane {
    private static final double SCORE = 44;
    private static final double RANK = 26;

    /** What the height of a place means. */
    enum Scale {
        RANKS,
        SCORES
    }

    private final WhatIfViewModel model;
    private final ObjectProperty<Scale> scale = new SimpleObjectProperty<>(this, "scale", Scale.RANKS);
    private List<WhatIfResult.Change> drawn = List.of();

    RankSlopes(ChartTheme theme, WhatIfViewModel model) {
        super(theme);
        this.model = model;
        model.resultProperty().addListener((p, was, now) -> update());
        model.focusProperty().addListener((p, was, now) -> update());
        scale.addListener((p, was, now) -> redraw());
        update();
    }

    ObjectProperty<Scale> scaleProperty() {
        return scale;
    }

    private void update() {
        setAccessibleText(UiText.format(
                "whatif.ranks.spoken",
                model.resultProperty().get() == null
                        ? model.problemProperty().get()
                        : model.resultProperty().get().changes().stream()
                                .map(this::spoken)
                                .collect(Collectors.joining("; "))));
        redraw();
    }

    private String spoken(WhatIfResult.Change c) {
        return UiText.format(
                "whatif.ranks.item",
                title(c),
                rank(c.before().rank()),
                rank(c.after().rank()),
                Numbers.score(c.before().score()),
                Numbers.score(c.after().score()));
    }

    private String title(WhatIfResult.Change c) {
        return TimelineRows.title(model.catalog(), c.item());
    }

    private static String rank(int rank) {
        return rank == 0 ? Numbers.MISSING : Numbers.count(rank);
    }

    @Override
    protected List<Part> draw(GraphicsContext g, Tokens tokens, double width, double height) {
        WhatIfResult result = model.resultProperty().get();
        drawn = result == null ? List.of() : result.changes();
        if (drawn.isEmpty()) {
            return List.of();
        }
        double size = largeWindow() ? 15 : 13;
        double side = Math.min(0.42 * width, 460);
        double left = side;
        double right = width - side;
        SlopePlaces places = new SlopePlaces(result, scale.get(), height);
        Map<Integer, SlopePlaces.End> before = places.before();
        Map<Integer, SlopePlaces.End> after = places.after();
        header(g, tokens, width, left, right);
        separators(g, tokens, before, after, width, left, right, result);
        List<WhatIfResult.Change> order = new ArrayList<>(drawn);
        order.sort(Comparator.comparingInt(c -> weight(c))); // the chosen one on top of the others
        for (WhatIfResult.Change c : order) {
            line(
                    g,
                    tokens,
                    c,
                    before.get(c.after().index()),
                    after.get(c.after().index()),
                    left,
                    right);
        }
        List<Part> parts = new ArrayList<>();
        for (WhatIfResult.Change c : drawn) {
            SlopePlaces.End a = before.get(c.after().index());
            SlopePlaces.End b = after.get(c.after().index());
            label(g, tokens, c, a, true, size, 0, left);
            label(g, tokens, c, b, false, size, right, width);
            parts.add(part(c, a, b, left, right, width));
        }
        return parts;
    }

    private int weight(WhatIfResult.Change c) {
        return chosen(c) ? 2 : c.entered() || c.left() ? 1 : 0;
    }

    private boolean chosen(WhatIfResult.Change c) {
        return c.equals(model.focusProperty().get());
    }

    private void header(GraphicsContext g, Tokens tokens, double width, double left, double right) {
        Font bold = DrawnText.font(12, true);
        Font small = DrawnText.font(11, false);
        String second = tokens.hex("text-second");
        DrawnText.write(g, UiText.get("whatif.before"), bold, tokens.hex("text"), 0, 10, 0);
        DrawnText.writeRight(g, UiText.get("whatif.score"), small, second, left - 14, 10);
        DrawnText.write(g, UiText.get("whatif.score"), small, second, right + 14, 10, 0);
        DrawnText.write(
                g, UiText.get("whatif.after"), bold, tokens.hex("text"), right + 14 + SCORE + RANK, 10, width - right);
    }

    private void separators(
            GraphicsContext g,
            Tokens tokens,
            Map<Integer, SlopePlaces.End> before,
            Map<Integer, SlopePlaces.End> after,
            double width,
            double left,
            double right,
            WhatIfResult result) {
        if (scale.get() != Scale.RANKS
                || result.entered().isEmpty() && result.left().isEmpty()) {
            return;
        }
        g.setStroke(Color.web(tokens.hex("border")));
        g.setLineWidth(1);
        g.setLineDashes(2, 3);
        if (!result.entered().isEmpty()) {
            double y = Math.floor(SlopePlaces.gapBelow(before, c -> !c.entered())) + 0.5;
            g.strokeLine(0, y, left, y);
        }
        if (!result.left().isEmpty()) {
            double y = Math.floor(SlopePlaces.gapBelow(after, c -> !c.left())) + 0.5;
            g.strokeLine(right, y, width, y);
        }
        g.setLineDashes();
    }

    private void line(
            GraphicsContext g,
            Tokens tokens,
            WhatIfResult.Change c,
            SlopePlaces.End from,
            SlopePlaces.End to,
            double left,
            double right) {
        boolean chosen = chosen(c);
        Color color = Color.web(color(tokens, c, "border"));
        g.setStroke(color);
        g.setLineWidth(chosen ? 3 : c.entered() || c.left() ? 2 : 1.5);
        if (!chosen && (c.entered() || c.left())) {
            g.setLineDashes(6, 4);
        }
        double middle = (left + right) / 2;
        g.beginPath();
        g.moveTo(left + 8, from.y());
        g.bezierCurveTo(middle, from.y(), middle, to.y(), right - 8, to.y());
        g.stroke();
        g.setLineDashes();
        double radius = chosen ? 6 : 3.5;
        g.setFill(Color.web(color(tokens, c, "axis")));
        for (double[] dot : new double[][] {{left, from.y()}, {right, to.y()}}) {
            g.fillOval(dot[0] - radius, dot[1] - radius, 2 * radius, 2 * radius);
        }
    }

    private String color(Tokens tokens, WhatIfResult.Change c, String plain) {
        return tokens.hex(chosen(c) ? "accent" : c.entered() ? "supports" : c.left() ? "against" : plain);
    }

    private void label(
            GraphicsContext g,
            Tokens tokens,
            WhatIfResult.Change c,
            SlopePlaces.End end,
            boolean before,
            double size,
            double from,
            double to) {
        boolean marked = chosen(c) || (before ? c.entered() : c.left());
        Font font = DrawnText.font(size, marked);
        Font small = DrawnText.font(size - 1, marked);
        String ink = chosen(c) ? tokens.hex("text") : marked ? color(tokens, c, "text") : tokens.hex("text");
        String second = chosen(c) ? ink : tokens.hex("text-second");
        double y = end.label();
        String score = Numbers.score(end.score());
        String rank = rank(end.rank());
        if (before) {
            DrawnText.write(g, rank, small, second, from, y, 0);
            DrawnText.write(g, title(c), font, ink, from + RANK, y, to - from - RANK - SCORE - 20);
            DrawnText.writeRight(g, score, small, second, to - 14, y);
        } else {
            DrawnText.write(g, score, small, second, from + 14, y, 0);
            DrawnText.writeRight(g, rank, small, second, from + 14 + SCORE + 16, y);
            DrawnText.write(g, title(c), font, ink, from + 14 + SCORE + RANK, y, to - from - 14 - SCORE - RANK);
        }
        if (Math.abs(end.label() - end.y()) > 1) {
            g.setStroke(Color.web(tokens.hex("border")));
            g.setLineWidth(1);
            double x = before ? to : from;
            double outer = before ? to - 11 : from + 11;
            g.strokeLine(outer, y, x, end.y());
        }
    }

    private Part part(
            WhatIfResult.Change c, SlopePlaces.End a, SlopePlaces.End b, double left, double right, double width) {
        String note = c.entered() ? UiText.get("whatif.entered") : c.left() ? UiText.get("whatif.left") : "";
        double change = c.scoreChange();
        return new Part(
                List.of(
                        new Rectangle2D(0, a.label() - 10, left - 8, 20),
                        new Rectangle2D(right + 8, b.label() - 10, Math.max(1, width - right - 8), 20)),
                UiText.format(
                        "whatif.tip.rank",
                        rank(c.before().rank()),
                        rank(c.after().rank())),
                note,
                List.of(
                        title(c),
                        UiText.format(
                                "whatif.tip.score",
                                exact(c.before().score()),
                                exact(c.after().score()),
                                Numbers.signed(change))));
    }

    private static String exact(double value) {
        return String.format(Locale.ROOT, "%.5f", value).replace('-', '\u2212');
    }

    @Override
    protected void chosen(int part) {
        model.select(drawn.get(part));
    }

    @Override
    protected String caption() {
        return drawn.isEmpty() ? "" : UiText.get("whatif.ranks");
    }

    @Override
    protected String captionNote() {
        return model.sentenceProperty().get().text();
    }

    /** Headings, then a line for each item of either list. */
    List<List<String>> lines() {
        return numbers();
    }

    @Override
    protected List<List<String>> numbers() {
        WhatIfResult result = model.resultProperty().get();
        if (result == null) {
            return List.of();
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                UiText.get("whatif.table.item"),
                UiText.get("whatif.table.rank.before"),
                UiText.get("whatif.table.rank.after"),
                UiText.get("whatif.table.score.before"),
                UiText.get("whatif.table.score.after"),
                UiText.get("whatif.table.change")));
        result.changes()
                .forEach(c -> lines.add(List.of(
                        title(c),
                        rank(c.before().rank()),
                        rank(c.after().rank()),
                        exact(c.before().score()),
                        exact(c.after().score()),
                        exact(c.scoreChange()))));
        return lines;
    }
}
