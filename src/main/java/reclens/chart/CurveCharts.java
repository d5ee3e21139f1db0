package reclens.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** Assembles the JFreeChart of a {@link CurveSpec}. */
final class CurveCharts {
    /** Room for the points at both ends of the grid. */
    private static final double MARGIN = 0.012;

    private CurveCharts() {}

    static JFreeChart chart(CurveSpec spec, ChartStyle style) {
        Range range = range(spec);
        TickAxis y = new TickAxis(style.rules() ? "" : spec.yAxis(), style, 42, false, false);
        y.setTickLabelInsets(new RectangleInsets(2, 2, 2, style.px(8)));
        y.setRange(range.low(), range.high());
        CurveXAxis x = new CurveXAxis(spec, style);
        x.setRange(-MARGIN, 1 + MARGIN);
        XYPlot plot = new XYPlot(CellRenderer.placeholder(), x, y, new CurveRenderer(spec, style));
        Charts.quiet(plot);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(style.color("grid"));
        plot.setRangeGridlineStroke(Charts.HAIRLINE);
        return Charts.chart(plot);
    }

    private record Range(double low, double high) {}

    private static Range range(CurveSpec spec) {
        double[] all = Arrays.stream(new double[][] {
                    spec.chosen(), spec.recency(), spec.randomMean(), spec.randomLow(), spec.randomHigh()
                })
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .toArray();
        double low = Arrays.stream(all).min().orElse(0);
        double high = Arrays.stream(all).max().orElse(1);
        if (!(high > low)) {
            return new Range(low - 1, high + 1);
        }
        double margin = (high - low) * 0.08;
        return new Range(low - margin, high + margin);
    }

    /** Draws band, baselines, curve and the words on them. */
    static final class CurveRenderer extends CellRenderer {
        private static final long serialVersionUID = 1L;
        private final transient CurveSpec spec;
        private final transient ChartStyle style;

        CurveRenderer(CurveSpec spec, ChartStyle style) {
            this.spec = spec;
            this.style = style;
        }

        @Override
        int rows() {
            return 1;
        }

        @Override
        int columns() {
            return spec.x().length;
        }

        @Override
        double start(int c) {
            return c == 0 ? -MARGIN : (spec.x()[c - 1] + spec.x()[c]) / 2;
        }

        @Override
        double end(int c) {
            return c == columns() - 1 ? 1 + MARGIN : start(c + 1);
        }

        @Override
        Rectangle2D row(int row, Rectangle2D area, XYPlot plot) {
            return area;
        }

        /** A point of the grid; its bounds are the line through it. */
        @Override
        ChartHit hit(int row, int column, Rectangle2D bounds) {
            double within = column < 0 ? 0.5 : (spec.x()[column] - start(column)) / (end(column) - start(column));
            double value = column < 0 ? Double.NaN : spec.chosen()[column];
            Rectangle2D line = new Rectangle2D.Double(
                    bounds.getX() + bounds.getWidth() * within, bounds.getY(), 1, bounds.getHeight());
            return new ChartHit(row, column, EventLabel.NONE, EventLabel.NONE, "", "", value, false, line);
        }

        @Override
        void drawCells(Graphics2D g2, Rectangle2D area, XYPlot plot) {
            Ink.smooth(g2);
            List<Point2D> low = points(spec.randomLow(), area, plot);
            List<Point2D> high = points(spec.randomHigh(), area, plot);
            List<Point2D> mean = points(spec.randomMean(), area, plot);
            List<Point2D> recency = points(spec.recency(), area, plot);
            List<Point2D> chosen = points(spec.chosen(), area, plot);
            band(g2, low, high);
            if (!style.rules()) {
                line(g2, mean, style.color("other"), new BasicStroke(1));
            }
            float width = (float) style.tokens().size("line-curve");
            line(
                    g2,
                    recency,
                    style.color("recency"),
                    new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {6, 4}, 0));
            Color accent = style.color("accent");
            float strong = (float) style.tokens().size("line-chosen");
            line(g2, chosen, accent, new BasicStroke(strong, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            if (!style.rules()) {
                g2.setColor(accent);
                chosen.forEach(p -> g2.fill(new Ellipse2D.Double(p.getX() - 3.5, p.getY() - 3.5, 7, 7)));
            }
            List<Rectangle2D> taken = marks(g2, chosen, area);
            words(g2, area, List.of(chosen, recency, mean, low, high), taken);
        }

        private void band(Graphics2D g2, List<Point2D> low, List<Point2D> high) {
            if (low.isEmpty() || high.isEmpty()) {
                return;
            }
            Path2D band = new Path2D.Double();
            band.moveTo(high.get(0).getX(), high.get(0).getY());
            high.forEach(p -> band.lineTo(p.getX(), p.getY()));
            for (int i = low.size() - 1; i >= 0; i--) {
                band.lineTo(low.get(i).getX(), low.get(i).getY());
            }
            band.closePath();
            g2.setColor(style.color("band"));
            g2.fill(band);
        }

        private static void line(Graphics2D g2, List<Point2D> points, Color color, BasicStroke stroke) {
            if (points.isEmpty()) {
                return;
            }
            Path2D path = new Path2D.Double();
            path.moveTo(points.get(0).getX(), points.get(0).getY());
            points.forEach(p -> path.lineTo(p.getX(), p.getY()));
            g2.setColor(color);
            g2.setStroke(stroke);
            g2.draw(path);
        }

        /** Returns where its words stand. */
        private List<Rectangle2D> marks(Graphics2D g2, List<Point2D> chosen, Rectangle2D area) {
            List<Rectangle2D> words = new ArrayList<>();
            for (CurveSpec.Mark mark : spec.marks()) {
                Point2D at = chosen.get(mark.point());
                Path2D diamond = new Path2D.Double();
                diamond.moveTo(at.getX(), at.getY() - 7);
                diamond.lineTo(at.getX() + 7, at.getY());
                diamond.lineTo(at.getX(), at.getY() + 7);
                diamond.lineTo(at.getX() - 7, at.getY());
                diamond.closePath();
                g2.setStroke(Charts.HAIRLINE);
                g2.setColor(style.color("planted"));
                g2.draw(new Line2D.Double(at.getX(), at.getY() + 7, at.getX(), area.getMaxY()));
                g2.setColor(style.color(mark.filled() ? "planted" : "surface"));
                g2.fill(diamond);
                g2.setColor(style.color("planted"));
                g2.setStroke(new BasicStroke(1.5f));
                g2.draw(diamond);
                double y = area.getMaxY() - style.px(10);
                Font font = style.regular("size-axis");
                double width = Ink.width(g2, font, mark.text());
                double x = at.getX() + 6 + width > area.getMaxX() ? at.getX() - 6 - width : at.getX() + 6;
                Rectangle2D.Double box = new Rectangle2D.Double(x, y - style.px(10), width, style.px(13));
                while (words.stream().anyMatch(box::intersects)) {
                    box.y -= style.px(14);
                }
                Ink.left(g2, font, style.color("text"), mark.text(), x, box.y + style.px(10));
                words.add(box);
            }
            return words;
        }

        private void words(Graphics2D g2, Rectangle2D area, List<List<Point2D>> lines, List<Rectangle2D> taken) {
            CurveLabels labels = new CurveLabels(g2, area, lines, taken, style.px(12));
            Font bold = style.bold("size-axis");
            Font plain = style.regular("size-axis");
            labels.place(0, spec.names().chosen(), bold, style.color("accent"));
            labels.place(1, spec.names().recency(), plain, style.color("recency"));
            labels.placeInBand(spec.names().band(), plain, style.color("text-second"), style.color("band"));
        }

        private List<Point2D> points(double[] values, Rectangle2D area, XYPlot plot) {
            List<Point2D> points = new ArrayList<>();
            for (int i = 0; i < Math.min(values.length, spec.x().length); i++) {
                if (Double.isFinite(values[i])) {
                    points.add(new Point2D.Double(
                            plot.getDomainAxis().valueToJava2D(spec.x()[i], area, plot.getDomainAxisEdge()),
                            plot.getRangeAxis().valueToJava2D(values[i], area, plot.getRangeAxisEdge())));
                }
            }
            return points;
        }
    }

    /** The labels under the points of the grid, and the zero line of the chart. */
    static final class CurveXAxis extends SideAxis<CurveSpec> {
        private static final long serialVersionUID = 1L;

        CurveXAxis(CurveSpec spec, ChartStyle style) {
            super(spec, style);
        }

        @Override
        double extent(Graphics2D g, Rectangle2D plotArea) {
            return style.px(style.rules() || spec.xAxis().isEmpty() ? 22 : 38);
        }

        @Override
        void paint(Graphics2D g, Rectangle2D strip, Rectangle2D cells, Rectangle2D plotArea) {
            g.setColor(style.color("axis"));
            g.setStroke(Charts.HAIRLINE);
            g.draw(new Line2D.Double(cells.getMinX(), cells.getMaxY(), cells.getMaxX(), cells.getMaxY()));
            Font font = style.regular("size-axis");
            double taken = Double.POSITIVE_INFINITY;
            for (int i = spec.xLabels().size() - 1; i >= 0; i--) {
                String text = spec.xLabels().get(i);
                double width = Ink.width(g, font, text);
                double x = valueToJava2D(spec.x()[i], cells, RectangleEdge.BOTTOM);
                double left = Math.min(x - width / 2, cells.getMaxX() - width);
                if (!text.isEmpty() && left + width + style.px(10) <= taken) {
                    Ink.left(g, font, style.color("text-second"), text, left, cells.getMaxY() + style.px(16));
                    taken = left;
                }
            }
            if (!style.rules() && !spec.xAxis().isEmpty()) {
                Ink.center(
                        g,
                        font,
                        style.color("text-second"),
                        spec.xAxis(),
                        cells.getCenterX(),
                        cells.getMaxY() + style.px(33));
            }
        }
    }
}
