package reclens.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;

/**
 * Draws a whole matrix of cells in one go: the dataset has a single item that stands for all of them. Row r reaches from r to
 * r + 1 on the range axis, which is inverted so that row 0 is at the top.
 */
abstract class CellRenderer extends AbstractXYItemRenderer {
    private static final long serialVersionUID = 1L;

    /** A dataset with the one item that makes JFreeChart call {@link #drawItem} once. */
    static XYDataset placeholder() {
        DefaultXYDataset dataset = new DefaultXYDataset();
        dataset.addSeries("cells", new double[][] {{0.5}, {0.5}});
        return dataset;
    }

    abstract int rows();

    abstract int columns();

    /** Where column {@code c} starts on the domain axis. */
    abstract double start(int c);

    /** Where column {@code c} ends on the domain axis. */
    double end(int c) {
        return start(c) + 1;
    }

    abstract ChartHit hit(int row, int column, Rectangle2D bounds);

    abstract void drawCells(Graphics2D g2, Rectangle2D dataArea, XYPlot plot);

    /** The cell in the coordinates of the plot; may lie outside of {@code dataArea} when zoomed. */
    final Rectangle2D cell(int row, int column, Rectangle2D dataArea, XYPlot plot) {
        Rectangle2D result = column(column, dataArea, plot);
        Rectangle2D band = row(row, dataArea, plot);
        return new Rectangle2D.Double(result.getX(), band.getY(), result.getWidth(), band.getHeight());
    }

    Rectangle2D row(int row, Rectangle2D dataArea, XYPlot plot) {
        ValueAxis axis = plot.getRangeAxis();
        double top = axis.valueToJava2D(row, dataArea, plot.getRangeAxisEdge());
        double bottom = axis.valueToJava2D(row + 1.0, dataArea, plot.getRangeAxisEdge());
        return new Rectangle2D.Double(dataArea.getX(), top, dataArea.getWidth(), bottom - top);
    }

    final Rectangle2D column(int column, Rectangle2D dataArea, XYPlot plot) {
        ValueAxis axis = plot.getDomainAxis();
        double left = axis.valueToJava2D(start(column), dataArea, plot.getDomainAxisEdge());
        double right = axis.valueToJava2D(end(column), dataArea, plot.getDomainAxisEdge());
        return new Rectangle2D.Double(left, dataArea.getY(), right - left, dataArea.getHeight());
    }

    @Override
    public XYItemRendererState initialise(
            Graphics2D g2, Rectangle2D dataArea, XYPlot plot, XYDataset dataset, PlotRenderingInfo info) {
        XYItemRendererState state = super.initialise(g2, dataArea, plot, dataset, info);
        state.setProcessVisibleItemsOnly(false);
        return state;
    }

    @Override
    public void drawItem(
            Graphics2D g2,
            XYItemRendererState state,
            Rectangle2D dataArea,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis domainAxis,
            ValueAxis rangeAxis,
            XYDataset dataset,
            int series,
            int item,
            CrosshairState crosshairState,
            int pass) {
        if (rows() > 0 && columns() > 0) {
            drawCells(g2, dataArea, plot);
        }
    }
}
