package reclens.ui.chart;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import reclens.chart.Tokens;
import reclens.ui.control.ScaledRoot;
import reclens.ui.control.SharpCanvas;

/**
 * A picture of numbers that is drawn by hand rather than by JFreeChart, with hover, a keyboard cursor over its parts, and the
 * menu that copies it.
 */
public abstract class DrawnPane extends Region {
    private static final double CAPTION = 52;
    private static final double MARGIN = 16;
    private static final double FOOT = 22;

    private final ChartTheme theme;
    private final SharpCanvas base = new SharpCanvas();
    private final SharpCanvas marks = new SharpCanvas();
    private final ChartTip tip = new ChartTip();
    private final Turn turn = new Turn(this, base, marks, this::drawNow);
    private List<Part> parts = List.of();
    private int cursor = -1;
    private boolean cursorShown;

    /**
     * What belongs together, such as one item of two lists.
     *
     * @param areas where it is drawn, in pixels of the pane
     * @param value exact value
     * @param note beside the value; may be empty
     * @param lines what the value is of
     */
    public record Part(List<Rectangle2D> areas, String value, String note, List<String> lines) {
        public Part {
            areas = List.copyOf(areas);
            lines = List.copyOf(lines);
        }

        boolean contains(double x, double y) {
            return areas.stream().anyMatch(a -> a.contains(x, y));
        }

        TipText text() {
            return new TipText(value, note, lines);
        }
    }

    protected DrawnPane(ChartTheme theme) {
        this.theme = theme;
        getStyleClass().addAll("chart-pane", "drawn-pane");
        setMinSize(40, 40);
        setPrefSize(300, 200);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        marks.setMouseTransparent(true);
        getChildren().addAll(base, marks, tip);
        theme.onChange(this::redraw);
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

    /**
     * Draws everything into an empty area.
     *
     * @return the parts that say something, in reading order
     */
    protected abstract List<Part> draw(GraphicsContext g, Tokens tokens, double width, double height);

    /** Called with a part that was clicked or chosen with Enter. */
    protected void chosen(int part) {}

    /** What it is, for its picture; empty where there is nothing to copy. */
    protected abstract String caption();

    /** What the numbers are; second text of the picture. */
    protected abstract String captionNote();

    /** The numbers in full, headings first. */
    protected abstract List<List<String>> numbers();

    /** A button that opens the menu, which the right mouse button opens too. */
    public final javafx.scene.control.Button menuButton() {
        return ChartMenu.button(this);
    }

    /** Draws anew with the next frame, or one soon after. */
    protected final void redraw() {
        hide();
        turn.ask();
    }

    protected final boolean largeWindow() {
        return ScaledRoot.windowWidth(this, 0) >= ChartPane.LARGE_WINDOW;
    }

    /** The parts as they were drawn last. */
    protected final List<Part> parts() {
        return parts;
    }

    @Override
    protected void layoutChildren() {
        turn.askIfNeeded();
    }

    private boolean drawNow(double width, double height) {
        GraphicsContext g = base.cleared();
        g.save();
        parts = List.copyOf(draw(g, tokens(), width, height));
        g.restore();
        return true;
    }

    private Tokens tokens() {
        return theme.tokens();
    }

    /** As it is on the screen, with its caption above. */
    final WritableImage image(double scale) {
        double width = Math.max(200, Math.floor(getWidth()));
        double height = Math.max(100, Math.floor(getHeight()));
        Tokens tokens = tokens();
        String words = PictureFoot.of(this);
        double foot = words.isEmpty() ? 0 : FOOT;
        Canvas canvas = new Canvas(width + 2 * MARGIN, height + CAPTION + MARGIN + foot);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setFill(Color.web(tokens.hex("surface")));
        g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        DrawnText.write(g, caption(), DrawnText.font(14, true), tokens.hex("text"), MARGIN, 22, 0);
        DrawnText.write(g, captionNote(), DrawnText.font(12, false), tokens.hex("text-second"), MARGIN, 40, 0);
        DrawnText.write(
                g,
                words,
                DrawnText.font(11, false),
                tokens.hex("text-third"),
                MARGIN,
                CAPTION + height + foot - 6,
                width);
        g.translate(MARGIN, CAPTION);
        draw(g, tokens, width, height);
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        return canvas.snapshot(parameters, null);
    }

    private void hover(double x, double y) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).contains(x, y)) {
                show(i);
                return;
            }
        }
        hide();
    }

    private void show(int part) {
        if (cursorShown && part == cursor) {
            return;
        }
        hide();
        cursor = part;
        cursorShown = true;
        Part shown = parts.get(part);
        GraphicsContext g = marks.cleared();
        g.setStroke(Color.web(tokens().hex("hover")));
        g.setLineWidth(1);
        shown.areas()
                .forEach(a -> g.strokeRoundRect(
                        a.getMinX() + 0.5, a.getMinY() + 0.5, a.getWidth() - 1, a.getHeight() - 1, 4, 4));
        tip.show(shown.text(), shown.areas().get(0), getWidth(), getHeight());
        setAccessibleHelp(shown.text().spoken());
        notifyAccessibleAttributeChanged(AccessibleAttribute.HELP);
    }

    private void hide() {
        cursorShown = false;
        tip.setVisible(false);
        marks.cleared();
    }

    private void click(MouseEvent e) {
        requestFocus();
        if (e.getButton() != MouseButton.PRIMARY || !e.isStillSincePress()) {
            return;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).contains(e.getX(), e.getY())) {
                chosen(i);
                return;
            }
        }
    }

    private void key(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown() || parts.isEmpty()) {
            return;
        }
        switch (e.getCode()) {
            case UP, LEFT -> move(cursor - 1);
            case DOWN, RIGHT -> move(cursor + 1);
            case HOME -> move(0);
            case END -> move(parts.size() - 1);
            case ENTER, SPACE -> {
                if (cursorShown) {
                    chosen(cursor);
                }
            }
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void move(int part) {
        show(cursorShown ? Math.max(0, Math.min(parts.size() - 1, part)) : 0);
    }
}
