package reclens.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;

/** The label column at the left of the bars; it also lays the rows out and draws what lies below them. */
final class BarLabelAxis extends CategoryAxis {
    private static final long serialVersionUID = 1L;
    private static final double MOST_OF_PLOT = 0.46;
    private static final double MOST_OF_NARROW_PLOT = 0.6;

    private final transient BarChartSpec spec;
    private final transient ChartStyle style;
    private final transient RowLabels labels;
    private final transient List<EventLabel> events;

    BarLabelAxis(BarChartSpec spec, ChartStyle style) {
        this.spec = spec;
        this.style = style;
        this.labels = new RowLabels(style, "size-control");
        this.events = spec.rows().stream().map(BarRow::label).toList();
    }

    /** The band of row {@code index} between the edges of {@code area}. */
    Rectangle2D row(int index, Rectangle2D area) {
        double height = area.getHeight() / spec.rows().size();
        return new Rectangle2D.Double(area.getX(), area.getY() + index * height, area.getWidth(), height);
    }

    @Override
    public AxisSpace reserveSpace(Graphics2D g2, Plot plot, Rectangle2D plotArea, RectangleEdge edge, AxisSpace space) {
        AxisSpace result = space == null ? new AxisSpace() : space;
        Ink.smooth(g2);
        double needed = labels.width(g2, events, style.px(20)) + pad();
        double width = style.labelWidth() > 0
                ? style.labelWidth()
                : Math.min(needed, plotArea.getWidth() * (spec.axis().isEmpty() ? MOST_OF_NARROW_PLOT : MOST_OF_PLOT));
        result.add(width, edge);
        return result;
    }

    @Override
    public AxisState draw(
            Graphics2D g2,
            double cursor,
            Rectangle2D plotArea,
            Rectangle2D dataArea,
            RectangleEdge edge,
            PlotRenderingInfo plotState) {
        Ink.smooth(g2);
        Rectangle2D whole =
                new Rectangle2D.Double(plotArea.getX(), dataArea.getY(), plotArea.getWidth(), dataArea.getHeight());
        double textStart = labels.textStart(g2, events, row(0, dataArea).getHeight());
        boolean indent = spec.rows().stream().anyMatch(r -> r.kind() == BarRow.Kind.HEADING);
        for (int i = 0; i < spec.rows().size(); i++) {
            BarRow row = spec.rows().get(i);
            Rectangle2D band = row(i, whole);
            boolean selected = row.label().at(spec.selected());
            if (selected && !style.rules()) {
                labels.ground(g2, band);
            }
            rule(g2, band, row, i);
            Rectangle2D place = new Rectangle2D.Double(
                    band.getX() + pad(), band.getY(), cursor - band.getX() - pad(), band.getHeight());
            if (row.label().isEvent()) {
                labels.draw(g2, row.label(), place, selected || emphasised(i), textStart, "");
            } else {
                words(g2, row, place, style.rules() && spec.hasEvents() ? textStart : indented(row, indent), i);
            }
        }
        return new AxisState(plotArea.getX());
    }

    /** Labels keep clear of the accent bar of a selected row. */
    double pad() {
        return style.rules() ? 0 : style.px(8);
    }

    /** On reports, which have no selection, the strongest row is set in bold. */
    boolean emphasised(int index) {
        return style.rules() && index == 0;
    }

    private double indented(BarRow row, boolean indent) {
        return indent && row.kind() != BarRow.Kind.HEADING && row.kind() != BarRow.Kind.TOTAL ? style.px(8) : 0;
    }

    private void words(Graphics2D g2, BarRow row, Rectangle2D place, double inset, int index) {
        boolean bold = row.kind() == BarRow.Kind.TOTAL || row.kind() == BarRow.Kind.HEADING || emphasised(index);
        String size = row.kind() == BarRow.Kind.HEADING ? "size-axis" : "size-control";
        Font font = bold ? style.bold(size) : style.regular(size);
        Color color = RowLabels.textOf(style, row);
        // A total has no bar, so that its words may run on below the bars.
        double room = row.kind() == BarRow.Kind.TOTAL ? Double.MAX_VALUE : place.getWidth() - inset - style.px(6);
        String text = Ink.fit(g2, font, row.label().title(), room);
        Ink.left(g2, font, color, text, place.getX() + inset, Ink.baseline(font, place.getCenterY()));
    }

    private void rule(Graphics2D g2, Rectangle2D band, BarRow row, int index) {
        boolean total = row.kind() == BarRow.Kind.TOTAL;
        if (!total && !style.rules()) {
            return;
        }
        double left = band.getX() + pad();
        if (total || spec.hasEvents() || index > 0) {
            line(g2, left, band.getMaxX(), band.getY(), total);
        }
    }

    /** The part of the rule over the total that crosses the bars, drawn again above the grid lines. */
    void ruleOverGrid(Graphics2D g2, Rectangle2D band) {
        line(g2, band.getMinX(), band.getMaxX(), band.getY(), true);
    }

    /** On whole pixels, so that drawing it twice changes nothing. */
    private void line(Graphics2D g2, double left, double right, double y, boolean total) {
        boolean firm = total && style.rules();
        g2.setColor(style.color(firm ? "text" : "border-quiet"));
        g2.fill(new Rectangle2D.Double(left, Math.rint(y), right - left, total && !firm ? 2 : 1));
    }
}
