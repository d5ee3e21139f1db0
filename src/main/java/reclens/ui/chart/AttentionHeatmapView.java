package reclens.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jfree.chart.JFreeChart;
import reclens.chart.AttentionHeatmapSpec;
import reclens.chart.ChartHit;
import reclens.chart.ChartStyle;
import reclens.chart.Charts;
import reclens.chart.EventLabel;

/** What attends to what, for one layer and head. A click selects the key's event and lists the query's row. */
public final class AttentionHeatmapView extends ChartPane {
    private static final double HIGHEST_CELL = 48;

    /** Pixels that the matrix takes in a style; null where it was not measured yet. */
    private ChartStyle measuredStyle;

    private double measured;
    private final IntegerProperty row = new SimpleIntegerProperty(-1);
    private static final double STEP = 1.25;

    private final VisiblePart part = new VisiblePart();
    private AttentionHeatmapSpec spec;
    /** The chart as it was drawn last: measuring its labels takes longer than drawing it again. */
    private JFreeChart drawn;

    private AttentionHeatmapSpec drawnSpec;
    private ChartStyle drawnStyle;
    private int drawnSelected;
    private double dragX;
    private double dragY;

    public AttentionHeatmapView(ChartTheme theme) {
        super(theme);
        setOnScroll(this::wheel);
        setOnMousePressed(e -> {
            dragX = e.getX();
            dragY = e.getY();
        });
        setOnMouseDragged(this::drag);
    }

    /** Comes closer to the middle of what is in sight, or to the cell with the cursor. */
    public void zoomIn() {
        zoom(STEP * STEP, middleRow(), middleColumn());
    }

    public void zoomOut() {
        zoom(1 / (STEP * STEP), middleRow(), middleColumn());
    }

    /** Shows the whole matrix. */
    public void zoomToAll() {
        part.all();
        redraw();
    }

    /** Index of the first column that is whole in sight. */
    @Override
    public int firstColumn() {
        return (int) Math.ceil(part.left());
    }

    @Override
    int firstRow() {
        return (int) Math.ceil(part.top());
    }

    private double middleRow() {
        return (part.top() + part.bottom()) / 2;
    }

    private double middleColumn() {
        return (part.left() + part.right()) / 2;
    }

    private void zoom(double factor, double row, double column) {
        part.zoom(factor, row, column);
        redraw();
    }

    private void wheel(ScrollEvent e) {
        if (spec == null || geometry() == null || e.getDeltaY() == 0) {
            return;
        }
        var area = geometry().dataArea();
        double y = Math.max(0, Math.min(1, (e.getY() - area.getMinY()) / Math.max(1, area.getHeight())));
        double x = Math.max(0, Math.min(1, (e.getX() - area.getMinX()) / Math.max(1, area.getWidth())));
        zoom(
                e.getDeltaY() > 0 ? STEP : 1 / STEP,
                part.top() + y * (part.bottom() - part.top()),
                part.left() + x * (part.right() - part.left()));
        e.consume();
    }

    private void drag(MouseEvent e) {
        if (spec == null || geometry() == null || part.isAll()) {
            return;
        }
        var area = geometry().dataArea();
        part.pan(
                (dragY - e.getY()) / Math.max(1, area.getHeight()) * (part.bottom() - part.top()),
                (dragX - e.getX()) / Math.max(1, area.getWidth()) * (part.right() - part.left()));
        dragX = e.getX();
        dragY = e.getY();
        redraw();
        e.consume();
    }

    @Override
    boolean keyTyped(KeyEvent e) {
        switch (e.getCode()) {
            case PLUS, EQUALS, ADD -> zoomIn();
            case MINUS, SUBTRACT -> zoomOut();
            case DIGIT0, NUMPAD0 -> zoomToAll();
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    boolean reveal(int row, int column) {
        return part.reveal(row, column);
    }

    @Override
    String caption() {
        return spec == null ? "" : spec.title();
    }

    @Override
    String captionNote() {
        return spec == null ? "" : spec.name() + " \u00b7 " + spec.subtitle();
    }

    @Override
    List<List<String>> numbers() {
        return spec == null ? List.of() : ChartWords.full().of(spec);
    }

    /** Row whose weights are listed beside; -1 for the last. */
    public void onRow(IntegerProperty listed) {
        row.bindBidirectional(listed);
    }

    /** @param newSpec null to show nothing */
    public void show(AttentionHeatmapSpec newSpec) {
        spec = newSpec;
        drawn = null;
        measuredStyle = null;
        if (spec != null) {
            part.size(spec.rows().size(), spec.columns().size());
        }
        setAccessibleText(
                spec == null
                        ? ""
                        : ChartWords.size(
                                spec.name(), spec.rows().size(), spec.columns().size()));
        redraw();
    }

    @Override
    JFreeChart chart(ChartStyle style, int selected) {
        if (spec == null) {
            return null;
        }
        if (drawn == null || drawnSpec != spec || drawnSelected != selected || !style.equals(drawnStyle)) {
            drawn = Charts.attention(spec.withSelected(selected), style);
            drawnSpec = spec;
            drawnStyle = style;
            drawnSelected = selected;
        }
        Charts.show(drawn, part.top(), part.bottom(), part.left(), part.right());
        return drawn;
    }

    /** A matrix of a few rows stays low; stretched cells would look like bars. */
    @Override
    double drawnHeight(double height) {
        if (spec == null) {
            return height;
        }
        if (!style().equals(measuredStyle)) {
            measuredStyle = style();
            measured = Charts.height(spec, measuredStyle, HIGHEST_CELL);
        }
        return Math.min(height, measured);
    }

    @Override
    int eventOf(ChartHit hit) {
        return hit.column() >= 0 ? hit.columnEvent() : hit.rowEvent();
    }

    @Override
    void chosen(ChartHit hit) {
        boolean whole = spec.rows().size() > 1;
        if (whole && hit.row() >= 0 && hit.row() < spec.rows().size()) {
            row.set(spec.originalRow(hit.row()));
        }
        super.chosen(hit);
    }

    @Override
    Optional<TipText> describe(ChartHit hit) {
        if (hit.row() < 0
                || hit.row() >= spec.rows().size()
                || hit.column() >= spec.columns().size()) {
            return Optional.empty();
        }
        EventLabel query = spec.rows().get(hit.row());
        List<String> lines = new ArrayList<>(List.of(query.text()));
        if (hit.column() < 0) {
            lines.add(ChartWords.event(query));
            double padding = spec.padding()[hit.row()];
            return Optional.of(
                    new TipText(ChartWords.exact(padding, false), spec.words().padding(), lines));
        }
        EventLabel key = spec.columns().get(hit.column());
        if (hit.masked()) {
            lines.add(key.text());
            return Optional.of(new TipText(spec.words().masked(), "", lines));
        }
        double weight = spec.weight(hit.row(), hit.column());
        lines.add(ChartWords.attendsTo());
        lines.add(key.text());
        lines.add(ChartWords.event(key));
        lines.add(spec.name());
        return Optional.of(new TipText(
                ChartWords.exact(weight, spec.signed()), ChartWords.timesUniform(weight, spec.uniform()), lines));
    }
}
