package reclens.ui.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D.Double;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.fx.FXGraphics2D;
import reclens.chart.ChartGeometry;
import reclens.chart.ChartHit;
import reclens.chart.ChartPicture;
import reclens.chart.ChartStyle;
import reclens.chart.EventLabel;
import reclens.ui.control.ScaledRoot;
import reclens.ui.control.SharpCanvas;

/**
 * A JFreeChart on a canvas, with hover, selection and a keyboard cursor. Subclasses make the chart and say what its parts
 * mean.
 */
abstract class ChartPane extends Region {
    static final double LARGE_WINDOW = 2000;
    private static final int PAGE = 10;
    private static final double LARGE_FONT = 13.0 / 12;

    private final ChartTheme theme;
    private final SharpCanvas base = new SharpCanvas();
    private final SharpCanvas marks = new SharpCanvas();
    private final ChartTip tip = new ChartTip();
    private final Turn turn = new Turn(this, base, marks, this::draw);
    private final IntegerProperty event = new SimpleIntegerProperty(EventLabel.NONE);
    private ChartGeometry geometry;
    private double fontScale = 1;
    private ToggleButton table;
    private int cursorRow;
    private int cursorColumn;
    private boolean cursorShown;

    ChartPane(ChartTheme theme) {
        this.theme = theme;
        getStyleClass().add("chart-pane");
        setMinSize(40, 40);
        setPrefSize(300, 200);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        marks.setMouseTransparent(true);
        getChildren().addAll(base, marks, tip);
        theme.onChange(this::redraw);
        event.addListener((p, was, now) -> redraw());
        setOnMouseMoved(e -> hover(e.getX(), e.getY()));
        setOnMouseExited(e -> hide());
        setOnMouseClicked(this::click);
        setOnContextMenuRequested(e -> {
            if (!caption().isEmpty()) {
                ChartMenu.show(this, e);
            }
        });
        setOnKeyPressed(this::key);
        focusedProperty().addListener((p, was, now) -> hide());
    }

    /** Makes the chart; null when there is nothing to show. */
    abstract JFreeChart chart(ChartStyle style, int selected);

    /** What a part says; empty for parts that say nothing. */
    abstract Optional<TipText> describe(ChartHit hit);

    /** Draws on the chart's picture what stands over the chart in the window. */
    void mark(Graphics2D g, ChartGeometry at) {}

    /** What the chart is, for its picture; empty where there is nothing to copy. */
    String caption() {
        return "";
    }

    /** What the numbers are; second text of the picture. */
    String captionNote() {
        return "";
    }

    /** The numbers in full, headings first; empty where there are none. */
    List<List<String>> numbers() {
        return List.of();
    }

    /** Brings a part into sight; returns whether the chart must be drawn anew. */
    boolean reveal(int row, int column) {
        return false;
    }

    /** Where the keyboard's cursor starts. */
    int firstRow() {
        return 0;
    }

    int firstColumn() {
        return 0;
    }

    /** Keys that only some charts know; whether this was one. */
    boolean keyTyped(KeyEvent e) {
        return false;
    }

    /** The switch between the chart and a table of its numbers, to be in the chart's menu. */
    public final void onTable(ToggleButton toggle) {
        table = toggle;
    }

    /** A button that opens the chart's menu, which the right mouse button and the menu key open too. */
    public final Button menuButton() {
        return ChartMenu.button(this);
    }

    ToggleButton table() {
        return table;
    }

    /** The chart as it is on the screen, with its caption. */
    final BufferedImage picture(double scale) {
        double width = Math.max(200, getWidth());
        double height = Math.max(100, drawnHeight(getHeight()));
        return ChartPicture.of(
                chart(style(), event.get()),
                style(),
                new ChartPicture.Words(caption(), captionNote(), PictureFoot.of(this)),
                width,
                height,
                scale,
                this::mark);
    }

    /** How much of the height the chart takes. */
    double drawnHeight(double height) {
        return height;
    }

    /** Position of the event that a click on a part selects; {@link EventLabel#NONE} for none. */
    int eventOf(ChartHit hit) {
        return hit.rowEvent();
    }

    /** Called with a part that was clicked or chosen with Enter. */
    void chosen(ChartHit hit) {
        int position = eventOf(hit);
        if (position != EventLabel.NONE) {
            event.set(event.get() == position ? EventLabel.NONE : position);
        }
    }

    /** Keeps the selected event in step with the other panes. */
    public final void onEvent(IntegerProperty selected) {
        event.bindBidirectional(selected);
    }

    /** Larger type than the window's, for presentations; 1 is the size of the grid. */
    public final void setFontScale(double factor) {
        if (factor != fontScale) {
            fontScale = factor;
            redraw();
        }
    }

    /** Draws the chart anew with the next frame, or one soon after. */
    final void redraw() {
        hide();
        turn.ask();
    }

    final ChartStyle style() {
        boolean large = ScaledRoot.windowWidth(this, 0) >= LARGE_WINDOW;
        ChartStyle style = ChartStyle.screen(theme.tokens());
        if (fontScale != 1) {
            return style.withFontScale(fontScale);
        }
        return large ? style.withFontScale(LARGE_FONT) : style;
    }

    /** Where rows and cells are; null while nothing is drawn. */
    final ChartGeometry geometry() {
        return geometry;
    }

    /** Called when the chart was drawn anew. */
    void drawn() {}

    @Override
    protected void layoutChildren() {
        turn.askIfNeeded();
    }

    private boolean draw(double width, double height) {
        base.cleared();
        JFreeChart chart = chart(style(), event.get());
        if (chart == null) {
            geometry = null;
            drawn();
            return false;
        }
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        GraphicsContext canvas = base.unscaled();
        canvas.save();
        FXGraphics2D g = new FXGraphics2D(canvas);
        if (base.scale() != 1) {
            g.scale(base.scale(), base.scale()); // so that cells are sampled by the pixels that there are
        }
        chart.draw(g, new Double(0, 0, width, drawnHeight(height)), info);
        canvas.restore();
        geometry = ChartGeometry.of(chart, info);
        drawn();
        return true;
    }

    private void hover(double x, double y) {
        if (geometry != null) {
            geometry.at(x, y).ifPresentOrElse(this::show, this::hide);
        }
    }

    private void show(ChartHit hit) {
        if (cursorShown && hit.row() == cursorRow && hit.column() == cursorColumn) {
            return;
        }
        hide();
        cursorRow = hit.row();
        cursorColumn = hit.column();
        describe(hit).ifPresent(text -> {
            cursorShown = true;
            mark(hit, text);
            setAccessibleHelp(text.spoken());
            notifyAccessibleAttributeChanged(AccessibleAttribute.HELP);
        });
    }

    private void mark(ChartHit hit, TipText text) {
        Rectangle2D cell = new Rectangle2D(
                hit.bounds().getX(),
                hit.bounds().getY(),
                hit.bounds().getWidth(),
                hit.bounds().getHeight());
        Rectangle2D box = tip.show(text, cell, getWidth(), getHeight());
        GraphicsContext g = marks.cleared();
        g.setStroke(Color.web(theme.tokens().hex("hover")));
        boolean isCell = hit.column() >= 0;
        double line = isCell ? 2.5 : 1;
        g.setLineWidth(line);
        double inset = isCell ? 0 : line / 2;
        g.strokeRoundRect(
                cell.getMinX() + inset,
                cell.getMinY() + inset,
                Math.max(1, cell.getWidth() - 2 * inset),
                Math.max(1, cell.getHeight() - 2 * inset),
                4,
                4);
        boolean right = box.getMinX() >= cell.getMaxX();
        if (isCell && (right || box.getMaxX() <= cell.getMinX())) {
            double y = cell.getMinY() + cell.getHeight() / 2;
            double end = Math.max(box.getMinY() + 8, Math.min(box.getMaxY() - 8, y));
            g.setLineWidth(1);
            g.strokeLine(right ? cell.getMaxX() : cell.getMinX(), y, right ? box.getMinX() : box.getMaxX(), end);
        }
    }

    private void hide() {
        cursorShown = false;
        tip.setVisible(false);
        marks.cleared();
    }

    private void click(MouseEvent e) {
        requestFocus();
        boolean dragged = !e.isStillSincePress();
        if (geometry != null && !dragged && e.getButton() == MouseButton.PRIMARY) {
            geometry.at(e.getX(), e.getY()).ifPresent(this::chosen);
        }
    }

    private void key(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown()) {
            if (keyTyped(e)) {
                e.consume();
            }
            return;
        }
        switch (e.getCode()) {
            case UP -> move(cursorRow - 1, cursorColumn);
            case DOWN -> move(cursorRow + 1, cursorColumn);
            case LEFT -> move(cursorRow, cursorColumn - 1);
            case RIGHT -> move(cursorRow, cursorColumn + 1);
            case PAGE_UP -> move(cursorRow - PAGE, cursorColumn);
            case PAGE_DOWN -> move(cursorRow + PAGE, cursorColumn);
            case HOME -> move(cursorRow, 0);
            case END -> move(cursorRow, Integer.MAX_VALUE);
            case ENTER, SPACE -> {
                if (cursorShown && geometry != null) {
                    chosen(geometry.hit(cursorRow, cursorColumn));
                }
            }
            case ESCAPE -> {
                hide();
                event.set(EventLabel.NONE);
            }
            default -> {
                return;
            }
        }
        e.consume();
    }

    /** Moves the keyboard cursor; it stays inside the chart. Shows the first part when there was none. */
    private void move(int row, int column) {
        if (geometry == null || geometry.rows() == 0) {
            return;
        }
        int r = Math.max(0, Math.min(geometry.rows() - 1, cursorShown ? row : firstRow()));
        int c = Math.max(
                geometry.columns() == 0 ? -1 : 0,
                Math.min(geometry.columns() - 1, cursorShown ? column : firstColumn()));
        if (reveal(r, c)) {
            redraw();
            turn.getAsBoolean();
        }
        show(geometry.hit(r, c));
        cursorRow = r;
        cursorColumn = c;
        cursorShown = true; // also on a part that says nothing, or the cursor could not get past it
    }
}
