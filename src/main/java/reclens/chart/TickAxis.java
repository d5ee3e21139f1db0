package reclens.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import reclens.text.Numbers;

/** A value axis: no line, no tick marks, round labels as many as fit, a grid line between each two of them. */
final class TickAxis extends NumberAxis {
    private static final long serialVersionUID = 1L;

    private final double pixelsPerLabel;
    private final boolean signed;
    private final boolean halves;

    TickAxis(String label, ChartStyle style, double pixelsPerLabel, boolean signed, boolean halves) {
        super(label.isEmpty() ? null : label);
        this.pixelsPerLabel = style.px(pixelsPerLabel);
        this.signed = signed;
        this.halves = halves;
        setAutoRange(false);
        setAxisLineVisible(false);
        setTickMarksVisible(false);
        setTickLabelFont(style.regular("size-axis"));
        setLabelFont(Fonts.get().forText(style.regular("size-axis"), label)); // JFreeChart sets it as it is
        setTickLabelPaint(style.color("text-second"));
        setLabelPaint(style.color("text-second"));
        setTickLabelInsets(new RectangleInsets(style.px(5), 2, style.px(2), 4));
        setLabelInsets(new RectangleInsets(style.px(1), 0, style.px(2), 0));
    }

    @Override
    protected void selectAutoTickUnit(Graphics2D g2, Rectangle2D dataArea, RectangleEdge edge) {
        double length = RectangleEdge.isTopOrBottom(edge) ? dataArea.getWidth() : dataArea.getHeight();
        double step = Nice.step(getRange().getLength(), length / pixelsPerLabel);
        if (labels(step) < 2) {
            step /= 2; // a lone number is no scale
        }
        setTickUnit(new NumberTickUnit(halves ? step / 2 : step, new Labels(step, signed)), false, false);
    }

    private double labels(double step) {
        return Math.floor(getRange().getUpperBound() / step)
                - Math.ceil(getRange().getLowerBound() / step)
                + 1;
    }

    /** Labels for whole steps only; grid lines at half steps stay without one. */
    private static final class Labels extends NumberFormat {
        private static final long serialVersionUID = 1L;
        private final double step;
        private final boolean signed;

        Labels(double step, boolean signed) {
            this.step = step;
            this.signed = signed;
        }

        @Override
        public StringBuffer format(double value, StringBuffer to, FieldPosition position) {
            double steps = value / step;
            return Math.abs(steps - Math.rint(steps)) > 0.01 ? to : to.append(Numbers.tick(value, step, signed));
        }

        @Override
        public StringBuffer format(long value, StringBuffer to, FieldPosition position) {
            return format((double) value, to, position);
        }

        @Override
        public Number parse(String source, ParsePosition position) {
            throw new UnsupportedOperationException("axis labels are only written");
        }
    }
}
