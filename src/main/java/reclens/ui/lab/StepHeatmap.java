package reclens.ui.lab;

import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import reclens.chart.ColorMap;
import reclens.chart.Theme;
import reclens.chart.Tokens;
import reclens.domain.DoubleTensor;
import reclens.text.Numbers;
import reclens.ui.UiText;

/** One step as a heatmap with numbers and a colour bar. The query and key under the pointer are marked in all steps. */
final class StepHeatmap extends Region {
    private static final double CELL_WIDTH = 52;
    private static final double CELL_HEIGHT = 22;
    private static final double NARROW = 14;
    private static final int MOST_WITH_NUMBERS = 10;
    private static final double INDEX = 26;
    private static final double HEAD = 16;
    private static final double BAR = 30;
    private static final double BAR_LENGTH = 110;
    /** Ink is dark on grounds brighter than this. */
    private static final double BRIGHT = 0.28;

    private final Canvas canvas = new Canvas();
    private final String name;
    private final DoubleTensor tensor;
    private final StepRole role;
    private final Links links;
    private final int offset;
    private final int rows;
    private final int columns;
    private final double cell;
    private final double limit;
    private final Tooltip tip = new Tooltip();

    /**
     * What all steps share.
     *
     * @param query marked query; -1 for none
     * @param key marked key; -1 for none
     * @param theme colours
     */
    record Links(IntegerProperty query, IntegerProperty key, ReadOnlyObjectProperty<Theme> theme) {}

    /** @param slice which matrix of the axes before the last two */
    StepHeatmap(String name, DoubleTensor tensor, int slice, Links links) {
        this.name = name;
        this.tensor = tensor;
        this.links = links;
        this.role = StepRole.of(name);
        columns = tensor.rank() == 0 ? 1 : tensor.dim(-1);
        rows = tensor.rank() < 2 ? 1 : tensor.dim(-2);
        offset = Math.min(slice, slices(tensor) - 1) * rows * columns;
        cell = columns <= MOST_WITH_NUMBERS ? CELL_WIDTH : NARROW;
        limit = farthest();
        canvas.setWidth(INDEX + columns * cell + 2);
        canvas.setHeight(HEAD + rows * CELL_HEIGHT + BAR);
        double width = Math.max(canvas.getWidth(), INDEX + BAR_LENGTH + 60);
        canvas.setWidth(width);
        getChildren().add(canvas);
        getStyleClass().add("step-heatmap");
        setMinSize(width, canvas.getHeight());
        setPrefSize(width, canvas.getHeight());
        setMaxSize(width, canvas.getHeight());
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(UiText.format("lab.step.spoken", name, Integer.toString(rows), Integer.toString(columns)));
        canvas.setOnMouseMoved(e -> point(e.getX(), e.getY()));
        canvas.setOnMouseExited(e -> leave());
        Tooltip.install(canvas, tip);
        draw();
    }

    /** How many matrices a tensor holds. */
    static int slices(DoubleTensor tensor) {
        int count = 1;
        for (int axis = 0; axis < tensor.rank() - 2; axis++) {
            count *= tensor.dim(axis);
        }
        return count;
    }

    private double farthest() {
        double farthest = 0;
        for (int i = offset; i < offset + rows * columns; i++) {
            double size = Math.abs(tensor.values()[i]);
            farthest = Double.isFinite(size) ? Math.max(farthest, size) : farthest;
        }
        return farthest;
    }

    private void point(double x, double y) {
        int r = (int) Math.floor((y - HEAD) / CELL_HEIGHT);
        int c = (int) Math.floor((x - INDEX) / cell);
        if (r < 0 || r >= rows || c < 0 || c >= columns) {
            leave();
            return;
        }
        links.query.set(role.rows() == StepRole.Axis.QUERY ? r : -1);
        links.key.set(role.columns() == StepRole.Axis.KEY ? c : role.rows() == StepRole.Axis.KEY ? r : -1);
        tip.setText(UiText.format(
                "lab.tip",
                name,
                Integer.toString(r),
                Integer.toString(c),
                words(tensor.values()[offset + r * columns + c])));
    }

    private void leave() {
        links.query.set(-1);
        links.key.set(-1);
    }

    private static String words(double value) {
        return Double.isNaN(value)
                ? UiText.get("lab.undefined")
                : Double.isInfinite(value) ? UiText.get("lab.masked") : String.format(Locale.US, "%.6g", value);
    }

    void draw() {
        Tokens tokens = Tokens.of(links.theme.get());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setTextBaseline(javafx.geometry.VPos.CENTER);
        boolean unsigned = StepRole.unsigned(name);
        ColorMap map = unsigned ? tokens.sequential() : tokens.diverging();
        for (int r = 0; r < rows; r++) {
            index(g, tokens, r, INDEX - 6, HEAD + (r + 0.5) * CELL_HEIGHT, TextAlignment.RIGHT);
            for (int c = 0; c < columns; c++) {
                cell(g, tokens, map, unsigned, r, c);
            }
        }
        for (int c = 0; c < columns; c++) {
            if (cell == CELL_WIDTH || c % 5 == 0) {
                index(g, tokens, c, INDEX + (c + 0.5) * cell, HEAD / 2, TextAlignment.CENTER);
            }
        }
        marks(g, tokens);
        colourBar(g, tokens, map, unsigned);
    }

    private static void index(GraphicsContext g, Tokens tokens, int i, double x, double y, TextAlignment alignment) {
        g.setFont(Font.font("Roboto", 11));
        g.setTextAlign(alignment);
        g.setFill(Color.web(tokens.hex("text-third")));
        g.fillText(Integer.toString(i), x, y);
    }

    private void cell(GraphicsContext g, Tokens tokens, ColorMap map, boolean unsigned, int r, int c) {
        double value = tensor.values()[offset + r * columns + c];
        double x = INDEX + c * cell;
        double y = HEAD + r * CELL_HEIGHT;
        boolean finite = Double.isFinite(value);
        Color ground = Color.web(tokens.hex("inset"));
        Color ink = Color.web(tokens.hex("text-second"));
        if (finite) {
            int argb = unsigned ? map.argb(limit > 0 ? value / limit : 0) : map.signedArgb(value, limit);
            ground = Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255);
            ink = Color.web(tokens.hex(luminance(ground) > BRIGHT ? "ink-dark" : "ink-light"));
        }
        g.setFill(ground);
        g.fillRect(x + 0.5, y + 0.5, cell - 1, CELL_HEIGHT - 1);
        if (!finite) {
            hatch(g, Color.web(tokens.hex("hatch")), x + 1, y + 1, cell - 2, CELL_HEIGHT - 2);
        }
        if (cell == CELL_WIDTH) {
            g.setFont(Font.font("Roboto", 12));
            g.setTextAlign(TextAlignment.CENTER);
            g.setFill(ink);
            g.fillText(number(value), x + cell / 2, y + CELL_HEIGHT / 2);
        }
    }

    /** Relative luminance of WCAG 2; java.awt's colours, which the tokens compute with, stay out of this package. */
    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return UiText.get("lab.undefined.short");
        }
        if (Double.isInfinite(value)) {
            return value < 0 ? "\u2212\u221e" : "\u221e";
        }
        double size = Math.abs(value);
        return size >= 10_000 ? String.format(Locale.US, "%.1e", value) : Numbers.brief(value, size >= 100 ? 1 : 3);
    }

    private static void hatch(GraphicsContext g, Color colour, double x, double y, double width, double height) {
        g.save();
        g.beginPath();
        g.rect(x, y, width, height);
        g.clip();
        g.setStroke(colour);
        g.setLineWidth(1);
        for (double at = x - height; at < x + width; at += 6) {
            g.strokeLine(at, y + height, at + height, y);
        }
        g.restore();
    }

    private void marks(GraphicsContext g, Tokens tokens) {
        int row = role.rows() == StepRole.Axis.QUERY
                ? links.query.get()
                : role.rows() == StepRole.Axis.KEY ? links.key.get() : -1;
        int column = role.columns() == StepRole.Axis.KEY ? links.key.get() : -1;
        g.setStroke(Color.web(tokens.hex("accent")));
        g.setLineWidth(2);
        if (row >= 0 && row < rows) {
            g.strokeRect(INDEX, HEAD + row * CELL_HEIGHT, columns * cell, CELL_HEIGHT);
        }
        if (column >= 0 && column < columns) {
            g.strokeRect(INDEX + column * cell, HEAD, cell, rows * CELL_HEIGHT);
        }
    }

    private void colourBar(GraphicsContext g, Tokens tokens, ColorMap map, boolean unsigned) {
        double y = HEAD + rows * CELL_HEIGHT + 10;
        for (int i = 0; i < BAR_LENGTH; i++) {
            int argb = map.argb((i + 0.5) / BAR_LENGTH);
            g.setFill(Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255));
            g.fillRect(INDEX + i, y, 1, 6);
        }
        g.setFont(Font.font("Roboto", 11));
        g.setFill(Color.web(tokens.hex("text-second")));
        g.setTextAlign(TextAlignment.LEFT);
        String range = unsigned
                ? UiText.format("lab.range.unsigned", number(limit))
                : UiText.format("lab.range.signed", number(limit));
        g.fillText(range, INDEX + BAR_LENGTH + 8, y + 3);
    }
}
