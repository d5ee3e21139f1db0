package reclens.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import reclens.text.Numbers;

/** What stands around the cells of an attention matrix. */
final class AttentionAxes {
    private static final double MOST_OF_WIDTH = 0.3;
    private static final double MOST_OF_HEIGHT = 0.24;
    /** Pixels of the longest labels below the cells. */
    private static final double LONGEST = 96;
    /** Below a few rows there is room for whole titles. */
    private static final double LONGEST_OF_FEW = 240;

    private static final int FEW_ROWS = 6;
    /** A cell of a few rows is no lower than this for the sake of the labels below it. */
    private static final double LOWEST_OF_FEW = 24;
    /** The colour bar and its words, above the cells. */
    private static final double HEADER = 58;
    /** Length of the name of the axis beside a row that is lower than it. */
    private static final double BESIDE_FEW = 156;
    /** The name of the axis, below the labels. */
    private static final double NAME = 22;
    /** Between the cells and the labels below them. */
    private static final double ABOVE = 6;

    private AttentionAxes() {}

    private static boolean few(AttentionHeatmapSpec spec) {
        return spec.rows().size() < FEW_ROWS;
    }

    /** See {@link Charts#height(AttentionHeatmapSpec, ChartStyle, double)}. */
    static double height(AttentionHeatmapSpec spec, ChartStyle style, double cell) {
        double labels = style.px(LONGEST);
        if (few(spec)) {
            Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
            Ink.smooth(g);
            labels = longest(g, spec, style);
            g.dispose();
        }
        return style.px(HEADER + NAME) + labels + cell * spec.rows().size();
    }

    private static double longest(Graphics2D g, AttentionHeatmapSpec spec, ChartStyle style) {
        double widest = sample(spec.columns()).stream()
                .mapToDouble(label -> Ink.width(g, style.bold("size-axis"), label.text()))
                .max()
                .orElse(0);
        return Math.min(widest, style.px(LONGEST_OF_FEW)) + 2 * ABOVE;
    }

    private static boolean isSelected(EventLabel label, AttentionHeatmapSpec spec) {
        return label.at(spec.selected());
    }

    /** Every how many-th label fits when each needs {@code room} pixels. */
    private static int every(double size, double room) {
        return Math.max(1, (int) Math.ceil(room / Math.max(0.001, size)));
    }

    /** Measuring every label of a thousand rows would take longer than drawing them. */
    private static List<EventLabel> sample(List<EventLabel> all) {
        int step = Math.max(1, all.size() / 100);
        return java.util.stream.IntStream.range(0, (all.size() + step - 1) / step)
                .mapToObj(i -> all.get(i * step))
                .toList();
    }

    /** Labels of the queries at the left, and the name of the axis. */
    static final class Rows extends SideAxis<AttentionHeatmapSpec> {
        private static final long serialVersionUID = 1L;
        private final transient RowLabels labels;
        /** Measured once: text measuring is what takes most of the time of a redraw. */
        private double widest;

        Rows(AttentionHeatmapSpec spec, ChartStyle style) {
            super(spec, style);
            this.labels = new RowLabels(style.withDates(false), "size-second");
        }

        @Override
        double extent(Graphics2D g, Rectangle2D plotArea) {
            if (style.compact()) {
                return 0;
            }
            double name = style.px(18);
            if (widest == 0) {
                widest = labels.width(g, sample(spec.rows()), style.px(17));
            }
            return style.labelWidth() > 0
                    ? style.labelWidth()
                    : name + Math.min(widest, plotArea.getWidth() * MOST_OF_WIDTH);
        }

        @Override
        void paint(Graphics2D g, Rectangle2D strip, Rectangle2D cells, Rectangle2D plotArea) {
            if (style.compact() || spec.rows().isEmpty()) {
                return;
            }
            XYPlot plot = (XYPlot) getPlot();
            CellRenderer renderer = (CellRenderer) plot.getRenderer();
            Font font = style.regular("size-axis");
            double x = strip.getX() + style.px(11);
            // Beside a matrix of one or two rows there is nothing above or below that the name could run into.
            String name = Ink.fit(g, font, spec.words().query(), Math.max(strip.getHeight(), style.px(BESIDE_FEW)));
            Ink.upwards(g, font, style.color("text-second"), name, x, cells.getCenterY(), false);
            double size = renderer.row(0, cells, plot).getHeight();
            int every = every(size, style.px(13));
            double textStart = labels.textStart(g, spec.rows(), Math.max(size, style.px(13)));
            double left = strip.getX() + style.px(18);
            for (int r = 0; r < spec.rows().size(); r++) {
                boolean selected = isSelected(spec.rows().get(r), spec);
                if (r % every != 0 && !selected) {
                    continue;
                }
                Rectangle2D band = renderer.row(r, cells, plot);
                boolean inside = band.getCenterY() >= cells.getMinY() && band.getCenterY() <= cells.getMaxY();
                if (inside) {
                    double height = Math.max(size, style.px(13));
                    Rectangle2D place = new Rectangle2D.Double(
                            left, band.getCenterY() - height / 2, strip.getMaxX() - left, height);
                    if (selected && r % every != 0) {
                        g.setColor(style.color("surface"));
                        g.fill(new Rectangle2D.Double(
                                left, band.getCenterY() - height, strip.getMaxX() - left - 2, 2 * height));
                    }
                    labels.draw(g, spec.rows().get(r), place, selected, textStart, "");
                }
            }
        }
    }

    /** Labels of the keys below the cells, upright, and the name of the axis. */
    static final class Columns extends SideAxis<AttentionHeatmapSpec> {
        private static final long serialVersionUID = 1L;
        private double longest;

        Columns(AttentionHeatmapSpec spec, ChartStyle style) {
            super(spec, style);
        }

        @Override
        double extent(Graphics2D g, Rectangle2D plotArea) {
            if (style.compact()) {
                return 0;
            }
            if (longest == 0) {
                longest = longest(g, spec, style);
            }
            double most = few(spec)
                    ? plotArea.getHeight()
                            - style.px(
                                    HEADER + NAME + LOWEST_OF_FEW * spec.rows().size())
                    : Math.min(style.px(LONGEST), plotArea.getHeight() * MOST_OF_HEIGHT);
            return Math.max(0, Math.min(longest, most)) + style.px(NAME);
        }

        @Override
        void paint(Graphics2D g, Rectangle2D strip, Rectangle2D cells, Rectangle2D plotArea) {
            if (style.compact() || spec.columns().isEmpty()) {
                return;
            }
            XYPlot plot = (XYPlot) getPlot();
            CellRenderer renderer = (CellRenderer) plot.getRenderer();
            double room = strip.getHeight() - style.px(NAME) - ABOVE;
            double size = renderer.column(0, cells, plot).getWidth();
            int every = every(size, style.px(13));
            for (int c = 0; c < spec.columns().size(); c++) {
                boolean selected = isSelected(spec.columns().get(c), spec);
                if (c % every != 0 && !selected) {
                    continue;
                }
                Rectangle2D band = renderer.column(c, cells, plot);
                boolean inside = band.getCenterX() >= cells.getMinX() && band.getCenterX() <= cells.getMaxX();
                if (inside) {
                    Font font = selected ? style.bold("size-axis") : style.regular("size-axis");
                    String text = Ink.fit(g, font, spec.columns().get(c).text(), room);
                    double x = band.getCenterX() + style.px(4);
                    if (selected && c % every != 0) {
                        g.setColor(style.color("surface"));
                        g.fill(new Rectangle2D.Double(x - style.px(14), strip.getY() + 3, style.px(22), room));
                    }
                    String token = selected ? "text" : "text-second";
                    Ink.upwards(g, font, style.color(token), text, x, strip.getY() + ABOVE, true);
                }
            }
            Font font = style.regular("size-axis");
            double y = strip.getMaxY() - style.px(6);
            Ink.center(g, font, style.color("text-second"), spec.words().key(), cells.getCenterX(), y);
        }
    }

    /** The share of each row on padding slots: bars in the hatch of padding, and their numbers. */
    static final class PaddingColumn extends SideAxis<AttentionHeatmapSpec> {
        private static final long serialVersionUID = 1L;
        private static final double TRACK = 28;

        PaddingColumn(AttentionHeatmapSpec spec, ChartStyle style) {
            super(spec, style);
        }

        /** A percentage of 1 only where weights add up to 1. */
        private String share(double weight) {
            return spec.normalised() ? Numbers.percent(weight) : Numbers.value(weight, spec.signed());
        }

        @Override
        double extent(Graphics2D g, Rectangle2D plotArea) {
            return style.compact() || !spec.showPadding() ? 0 : style.px(TRACK + 58);
        }

        @Override
        void paint(Graphics2D g, Rectangle2D strip, Rectangle2D cells, Rectangle2D plotArea) {
            if (strip.getWidth() <= 0) {
                return;
            }
            XYPlot plot = (XYPlot) getPlot();
            CellRenderer renderer = (CellRenderer) plot.getRenderer();
            double x = strip.getX() + style.px(14);
            double track = style.px(TRACK);
            Font font = style.regular("size-axis");
            g.setColor(style.color("inset"));
            g.fill(new Rectangle2D.Double(x, cells.getY(), track, cells.getHeight()));
            double size =
                    spec.rows().isEmpty() ? 1 : renderer.row(0, cells, plot).getHeight();
            int every = every(size, style.px(24));
            int last = spec.rows().size() - 1;
            for (int r = 0; r <= last; r++) {
                Rectangle2D band = renderer.row(r, cells, plot);
                double share = spec.padding()[r];
                double gap = size > 4 ? 1 : 0;
                Rectangle2D bar = new Rectangle2D.Double(
                                x,
                                band.getY() + gap,
                                track * Math.max(0, Math.min(1, share)),
                                band.getHeight() - 2 * gap)
                        .createIntersection(cells.createUnion(strip));
                if (share > 0 && bar.getHeight() > 0) {
                    Ink.hatch(g, bar, style.color("hatch-padding"), 4, true);
                }
                boolean inside = band.getCenterY() >= cells.getMinY() && band.getCenterY() <= cells.getMaxY();
                boolean numbered = r == last || r % every == 0 && (last - r) * size > style.px(14);
                if (inside && numbered) {
                    Font own = r == last ? style.bold("size-axis") : font;
                    String token = r == last ? "text" : "text-second";
                    double y = Ink.baseline(font, band.getCenterY());
                    Ink.right(g, own, style.color(token), share(share), strip.getMaxX(), y);
                }
            }
            Ink.left(g, font, style.color("text-second"), spec.words().padding(), x, cells.getY() - style.px(7));
        }
    }

    /** The colour bar above the cells, with its numbers, unit and normalisation, and the mark of an even spread. */
    static final class Header extends SideAxis<AttentionHeatmapSpec> {
        private static final long serialVersionUID = 1L;

        Header(AttentionHeatmapSpec spec, ChartStyle style) {
            super(spec, style);
        }

        @Override
        double extent(Graphics2D g, Rectangle2D plotArea) {
            return style.compact() ? 0 : style.px(HEADER);
        }

        @Override
        void paint(Graphics2D g, Rectangle2D strip, Rectangle2D cells, Rectangle2D plotArea) {
            if (!style.compact()) {
                AttentionScaleBar.paint(g, spec, style, strip, plotArea);
            }
        }
    }
}
