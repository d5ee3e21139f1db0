package reclens.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.plot.XYPlot;
import reclens.text.Numbers;

/** What stands around the cells of events x feature values. */
final class FeatureAxes {
    private static final double MOST_OF_PLOT = 0.34;

    private FeatureAxes() {}

    /** Labels of the events at the left; on reports the bars beside carry them. */
    static final class Rows extends SideAxis<FeatureHeatmapSpec> {
        private static final long serialVersionUID = 1L;
        private final transient RowLabels labels;

        Rows(FeatureHeatmapSpec spec, ChartStyle style) {
            super(spec, style);
            this.labels = new RowLabels(style, "size-control");
        }

        @Override
        double extent(Graphics2D g, Rectangle2D plotArea) {
            if (style.rules() || style.compact()) {
                return 0;
            }
            double needed = labels.width(g, spec.rows(), style.px(20)) + pad();
            double words = Ink.width(g, style.bold("size-control"), spec.totalRow()) + pad() + style.px(8);
            return style.labelWidth() > 0
                    ? style.labelWidth()
                    : Math.min(Math.max(needed, words), plotArea.getWidth() * MOST_OF_PLOT);
        }

        @Override
        void paint(Graphics2D g, Rectangle2D strip, Rectangle2D cells, Rectangle2D plotArea) {
            if (strip.getWidth() <= 0) {
                return;
            }
            double height = band(0, cells).getHeight();
            double textStart = labels.textStart(g, spec.rows(), height);
            for (int r = 0; r < spec.rows().size(); r++) {
                EventLabel label = spec.rows().get(r);
                Rectangle2D band = band(r, cells);
                boolean selected = label.at(spec.selected());
                if (selected) {
                    labels.ground(
                            g,
                            new Rectangle2D.Double(
                                    plotArea.getX(), band.getY(), plotArea.getWidth() - ColorBar.WIDTH, height));
                }
                Rectangle2D place = new Rectangle2D.Double(
                        strip.getX() + pad(), band.getY(), strip.getWidth() - pad(), band.getHeight());
                labels.draw(g, label, place, selected, textStart, "");
            }
            Rectangle2D totals = band(spec.rows().size(), cells);
            g.setColor(style.color("border-quiet"));
            g.setStroke(new BasicStroke(2));
            g.draw(new Line2D.Double(
                    strip.getX() + pad(), totals.getY(), plotArea.getMaxX() - ColorBar.WIDTH, totals.getY()));
            Font font = style.bold("size-control");
            String words = Ink.fit(g, font, spec.totalRow(), strip.getWidth() - pad());
            Ink.left(
                    g, font, style.color("text"), words, strip.getX() + pad(), Ink.baseline(font, totals.getCenterY()));
        }

        private double pad() {
            return style.px(8);
        }

        private Rectangle2D band(int row, Rectangle2D cells) {
            return ((CellRenderer) ((XYPlot) getPlot()).getRenderer()).row(row, cells, (XYPlot) getPlot());
        }
    }

    /** Groups and feature values above the cells. */
    static final class Columns extends SideAxis<FeatureHeatmapSpec> {
        private static final long serialVersionUID = 1L;

        Columns(FeatureHeatmapSpec spec, ChartStyle style) {
            super(spec, style);
        }

        @Override
        double extent(Graphics2D g, Rectangle2D plotArea) {
            return FeatureHeatmapCharts.headerHeight(style);
        }

        @Override
        void paint(Graphics2D g, Rectangle2D strip, Rectangle2D cells, Rectangle2D plotArea) {
            XYPlot plot = (XYPlot) getPlot();
            CellRenderer renderer = (CellRenderer) plot.getRenderer();
            Font font = style.regular("size-axis");
            double line = style.px(13);
            double bottom = strip.getMaxY() - style.px(5);
            double highest = bottom - line;
            for (int c = 0; c < spec.columns().size(); c++) {
                Rectangle2D band = renderer.column(c, cells, plot);
                if (band.getWidth() < style.px(26)) {
                    String text = Ink.fit(g, font, spec.columns().get(c).label(), strip.getHeight() - line - 8);
                    double length = Ink.width(g, font, text);
                    double x = band.getCenterX() + style.px(4);
                    Ink.upwards(g, font, style.color("text"), text, x, bottom - length, true);
                    highest = Math.min(highest, bottom - length);
                } else {
                    String[] lines = wrap(g, font, spec.columns().get(c).label(), band.getWidth() - style.px(1));
                    for (int i = 0; i < lines.length; i++) {
                        double y = bottom - (lines.length - 1 - i) * line;
                        Ink.center(g, font, style.color("text"), lines[i], band.getCenterX(), y);
                    }
                    highest = Math.min(highest, bottom - lines.length * line);
                }
            }
            double headings = Math.max(strip.getY() + style.px(10), highest - style.px(3));
            for (int c = 0; c < spec.columns().size(); c++) {
                if (spec.opensGroup(c)) {
                    heading(g, renderer, plot, cells, c, headings);
                }
            }
        }

        private void heading(Graphics2D g, CellRenderer renderer, XYPlot plot, Rectangle2D cells, int first, double y) {
            int last = first;
            while (last + 1 < spec.columns().size() && !spec.opensGroup(last + 1)) {
                last++;
            }
            double left = renderer.column(first, cells, plot).getMinX();
            double right = renderer.column(last, cells, plot).getMaxX();
            Font font = style.bold("size-axis");
            String text = Ink.fit(g, font, spec.columns().get(first).group(), right - left);
            Ink.center(g, font, style.color("text-second"), text, (left + right) / 2, y);
        }

        /** One line where it fits, else two, the second cut with an ellipsis. */
        private static String[] wrap(Graphics2D g, Font font, String text, double room) {
            int space = text.lastIndexOf(' ');
            if (Ink.width(g, font, text) <= room || space < 0) {
                return new String[] {Ink.fit(g, font, text, room)};
            }
            while (space > 0 && Ink.width(g, font, text.substring(0, space)) > room) {
                int earlier = text.lastIndexOf(' ', space - 1);
                if (earlier < 0) {
                    break;
                }
                space = earlier;
            }
            return new String[] {
                Ink.fit(g, font, text.substring(0, space), room), Ink.fit(g, font, text.substring(space + 1), room)
            };
        }
    }

    /** The totals of the rows, right of the cells. */
    static final class Totals extends SideAxis<FeatureHeatmapSpec> {
        private static final long serialVersionUID = 1L;

        Totals(FeatureHeatmapSpec spec, ChartStyle style) {
            super(spec, style);
        }

        @Override
        double extent(Graphics2D g, Rectangle2D plotArea) {
            return style.rules() || style.compact() ? 0 : style.px(56);
        }

        @Override
        void paint(Graphics2D g, Rectangle2D strip, Rectangle2D cells, Rectangle2D plotArea) {
            if (strip.getWidth() <= 0) {
                return;
            }
            XYPlot plot = (XYPlot) getPlot();
            CellRenderer renderer = (CellRenderer) plot.getRenderer();
            double right = strip.getMaxX() - style.px(6);
            for (int r = 0; r <= spec.rows().size(); r++) {
                boolean last = r == spec.rows().size();
                boolean selected = !last
                        && spec.rows().get(r).isEvent()
                        && spec.rows().get(r).position() == spec.selected();
                Font font = last || selected ? style.bold("size-second") : style.regular("size-second");
                String number = Numbers.value(last ? spec.total() : spec.rowTotals()[r], spec.signed());
                double middle = renderer.row(r, cells, plot).getCenterY();
                Ink.right(g, font, style.color("text"), number, right, Ink.baseline(font, middle));
            }
            Font font = style.bold("size-axis");
            Ink.right(g, font, style.color("text"), spec.totalColumn(), right, strip.getY() - style.px(5));
        }
    }
}
