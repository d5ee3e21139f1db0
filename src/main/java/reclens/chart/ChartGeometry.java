package reclens.chart;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.XYPlot;

/**
 * Where the rows and cells of a drawn chart are, so that marks and tooltips can be put over it without drawing it again.
 * Valid until the chart is drawn in another size or zoomed.
 */
public final class ChartGeometry {
    private final BarChartSpec bars;
    private final BarLabelAxis barRows;
    private final CellRenderer cells;
    private final XYPlot plot;
    private final Rectangle2D dataArea;
    private final Rectangle2D plotArea;

    private ChartGeometry(JFreeChart chart, Rectangle2D dataArea, Rectangle2D plotArea) {
        this.dataArea = dataArea;
        this.plotArea = plotArea;
        if (chart.getPlot() instanceof CategoryPlot category
                && category.getRenderer() instanceof SpecBarRenderer renderer) {
            bars = renderer.spec();
            barRows = renderer.rows();
            cells = null;
            plot = null;
        } else if (chart.getPlot() instanceof XYPlot xy && xy.getRenderer() instanceof CellRenderer renderer) {
            cells = renderer;
            plot = xy;
            bars = null;
            barRows = null;
        } else {
            cells = null;
            plot = null;
            bars = null;
            barRows = null;
        }
    }

    /** @param info filled when the chart was drawn last */
    public static ChartGeometry of(JFreeChart chart, ChartRenderingInfo info) {
        return new ChartGeometry(
                chart, info.getPlotInfo().getDataArea(), info.getPlotInfo().getPlotArea());
    }

    /** The part of the chart that holds bars or cells. */
    public Rectangle2D dataArea() {
        return dataArea;
    }

    public int rows() {
        return bars != null ? bars.rows().size() : cells != null ? cells.rows() : 0;
    }

    /** 0 for bar charts. */
    public int columns() {
        return cells != null ? cells.columns() : 0;
    }

    /** What lies under a point: labels and numbers beside a row belong to it. */
    public Optional<ChartHit> at(double x, double y) {
        if (plotArea == null || dataArea == null || y < dataArea.getMinY() || y >= dataArea.getMaxY()) {
            return Optional.empty();
        }
        int row = -1;
        for (int r = 0; r < rows() && row < 0; r++) {
            Rectangle2D band = row(r);
            if (y >= band.getMinY() && y < band.getMaxY()) {
                row = r;
            }
        }
        if (row < 0 || x < plotArea.getMinX() || x >= plotArea.getMaxX()) {
            return Optional.empty();
        }
        int column = -1;
        for (int c = 0; c < columns() && column < 0; c++) {
            Rectangle2D band = cells.column(c, dataArea, plot);
            if (x >= dataArea.getMinX() && x < dataArea.getMaxX() && x >= band.getMinX() && x < band.getMaxX()) {
                column = c;
            }
        }
        return Optional.of(hit(row, column));
    }

    /** What row {@code row}, or the cell in its {@code column}, stands for; {@code column} is -1 for the whole row. */
    public ChartHit hit(int row, int column) {
        if (bars != null) {
            BarRow bar = bars.rows().get(row);
            return new ChartHit(
                    row,
                    -1,
                    bar.label().position(),
                    EventLabel.NONE,
                    bar.feature(),
                    bar.featureValue(),
                    bar.value(),
                    false,
                    row(row));
        }
        return cells.hit(row, column, column < 0 ? row(row) : cell(row, column));
    }

    /** A row with its labels and numbers, over the whole width of the chart. */
    public Rectangle2D row(int row) {
        Rectangle2D band = bars != null ? barRows.row(row, dataArea) : cells.row(row, dataArea, plot);
        return new Rectangle2D.Double(plotArea.getX(), band.getY(), plotArea.getWidth(), band.getHeight());
    }

    /** A column of cells. */
    public Rectangle2D column(int column) {
        return cells.column(column, dataArea, plot);
    }

    /** A cell; for bar charts the row between label and number. */
    public Rectangle2D cell(int row, int column) {
        return bars != null ? barRows.row(row, dataArea) : cells.cell(row, column, dataArea, plot);
    }
}
