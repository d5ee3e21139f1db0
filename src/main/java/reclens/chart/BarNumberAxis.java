package reclens.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;

/** The columns at the right of the bars: the numbers, right-aligned, and the dots that say which methods agree. */
final class BarNumberAxis extends CategoryAxis {
    private static final long serialVersionUID = 1L;
    private static final double DOT_PITCH = 12;

    private final transient BarChartSpec spec;
    private final transient ChartStyle style;
    private final transient BarLabelAxis rows;

    BarNumberAxis(BarChartSpec spec, ChartStyle style, BarLabelAxis rows) {
        this.spec = spec;
        this.style = style;
        this.rows = rows;
    }

    @Override
    public AxisSpace reserveSpace(Graphics2D g2, Plot plot, Rectangle2D plotArea, RectangleEdge edge, AxisSpace space) {
        AxisSpace result = space == null ? new AxisSpace() : space;
        Ink.smooth(g2);
        result.add(numberWidth(g2) + dotsWidth(g2), edge);
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
        double right = cursor + numberWidth(g2);
        double dots = right + style.px(18);
        for (int i = 0; i < spec.rows().size(); i++) {
            BarRow row = spec.rows().get(i);
            double middle = rows.row(i, dataArea).getCenterY();
            boolean bold = row.kind() == BarRow.Kind.TOTAL || row.label().at(spec.selected()) || rows.emphasised(i);
            Font font = bold ? style.bold("size-control") : style.regular("size-control");
            Ink.right(g2, font, style.color("text"), row.number(), right, Ink.baseline(font, middle));
            for (int d = 0; d < row.agreement().size(); d++) {
                dot(g2, dots + d * style.px(DOT_PITCH), middle, row.agreement().get(d));
            }
        }
        caption(g2, dots, dataArea);
        return new AxisState(plotArea.getMaxX());
    }

    /** Centres of the dots of a row, for tooltips: x of the first and the distance between them. */
    static double[] dots(Graphics2D g, BarChartSpec spec, ChartStyle style, double dataRight) {
        BarNumberAxis axis = new BarNumberAxis(spec, style, null);
        return new double[] {dataRight + axis.numberWidth(g) + style.px(18), style.px(DOT_PITCH)};
    }

    private void dot(Graphics2D g2, double x, double y, boolean filled) {
        double r = style.px(filled ? 3.5 : 3);
        Ellipse2D dot = new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
        if (filled) {
            g2.setColor(style.color("text-second"));
            g2.fill(dot);
        } else {
            g2.setColor(style.color("border"));
            g2.setStroke(new BasicStroke(1.2f));
            g2.draw(dot);
        }
    }

    private void caption(Graphics2D g2, double dots, Rectangle2D dataArea) {
        if (spec.agreement().isEmpty()) {
            return;
        }
        Font font = style.regular("size-axis");
        double y = dataArea.getMaxY() + style.px(14);
        for (int d = 0; d < spec.agreement().size(); d++) {
            double x = dots + d * style.px(DOT_PITCH);
            Ink.center(g2, font, style.color("text-second"), spec.agreement().get(d), x, y);
        }
        double middle = dots + (spec.agreement().size() - 1) * style.px(DOT_PITCH) / 2;
        Ink.center(g2, font, style.color("text-second"), spec.agreementCaption(), middle, y + style.px(16));
    }

    private double numberWidth(Graphics2D g2) {
        double widest = 0;
        for (BarRow row : spec.rows()) {
            widest = Math.max(widest, Ink.width(g2, style.bold("size-control"), row.number()));
        }
        return Math.ceil(widest) + style.px(14) + (style.rules() ? 0 : style.px(6));
    }

    private double dotsWidth(Graphics2D g2) {
        if (spec.agreement().isEmpty()) {
            return style.rules() ? 0 : style.px(8);
        }
        double caption = Ink.width(g2, style.regular("size-axis"), spec.agreementCaption()) / 2;
        double half = (spec.agreement().size() - 1) * style.px(DOT_PITCH) / 2;
        return style.px(18) + half + Math.max(caption, half + style.px(6)) + style.px(4);
    }
}
