package reclens.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;

/**
 * An axis that paints whatever belongs beside the cells: labels, totals, a colour bar. JFreeChart reserves the room and says
 * where it is; positions come from the plot's main axes.
 *
 * @param <S> the chart's spec
 */
abstract class SideAxis<S> extends NumberAxis {
    private static final long serialVersionUID = 1L;

    final transient S spec;
    final transient ChartStyle style;

    SideAxis(S spec, ChartStyle style) {
        this.spec = spec;
        this.style = style;
        setAutoRange(false);
    }

    /** Pixels that the axis takes from the plot. */
    abstract double extent(Graphics2D g, Rectangle2D plotArea);

    /** @param strip the reserved room beside {@code cells}, as long as those */
    abstract void paint(Graphics2D g, Rectangle2D strip, Rectangle2D cells, Rectangle2D plotArea);

    @Override
    public AxisSpace reserveSpace(Graphics2D g2, Plot plot, Rectangle2D plotArea, RectangleEdge edge, AxisSpace space) {
        AxisSpace result = space == null ? new AxisSpace() : space;
        Ink.smooth(g2);
        result.add(extent(g2, plotArea), edge);
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
        double size = extent(g2, plotArea);
        AxisState state = new AxisState(cursor);
        Rectangle2D strip;
        if (edge == RectangleEdge.LEFT) {
            strip = new Rectangle2D.Double(cursor - size, dataArea.getY(), size, dataArea.getHeight());
            state.cursorLeft(size);
        } else if (edge == RectangleEdge.RIGHT) {
            strip = new Rectangle2D.Double(cursor, dataArea.getY(), size, dataArea.getHeight());
            state.cursorRight(size);
        } else if (edge == RectangleEdge.TOP) {
            strip = new Rectangle2D.Double(dataArea.getX(), cursor - size, dataArea.getWidth(), size);
            state.cursorUp(size);
        } else {
            strip = new Rectangle2D.Double(dataArea.getX(), cursor, dataArea.getWidth(), size);
            state.cursorDown(size);
        }
        paint(g2, strip, dataArea, plotArea);
        return state;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public List refreshTicks(Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
        return List.of();
    }
}
