package reclens.ui.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.layout.Region;
import org.jfree.chart.JFreeChart;
import reclens.chart.ChartGeometry;
import reclens.chart.ChartHit;
import reclens.chart.ChartNumbers;
import reclens.chart.ChartStyle;
import reclens.chart.Charts;
import reclens.chart.EventLabel;
import reclens.chart.SharesSpec;
import reclens.text.Numbers;
import reclens.ui.UiText;

/** Shares over time, as stacked areas or as a heatmap, with a line at one point that moves without drawing the chart anew. */
public final class SharesChartView extends SpecPane<SharesSpec> {
    private static final int SPOKEN = 4;

    /** Two ways to show the same shares. */
    public enum Form {
        AREAS,
        MAP
    }

    private final IntegerProperty point = new SimpleIntegerProperty(this, "point", -1);
    private final Region line = new Region();
    private Form form = Form.AREAS;

    public SharesChartView(ChartTheme theme) {
        super(theme);
        line.setManaged(false);
        line.setMouseTransparent(true);
        line.getStyleClass().add("time-line");
        getChildren().add(1, line);
        point.addListener((p, was, now) -> placeLine());
    }

    /** @param newSpec null to show nothing */
    public void show(SharesSpec newSpec, Form newForm) {
        form = newForm;
        show(newSpec);
    }

    @Override
    String spoken(SharesSpec spec) {
        return spec.points().isEmpty()
                ? ""
                : UiText.format(
                        "chart.shares",
                        spec.title(),
                        spec.subtitle(),
                        Integer.toString(spec.points().size()),
                        at(0),
                        at(spec.points().size() - 1));
    }

    /** Index of the point that the line stands at; negative for none. */
    public IntegerProperty pointProperty() {
        return point;
    }

    @Override
    JFreeChart chart(SharesSpec spec, ChartStyle style, int selected) {
        return form == Form.AREAS ? Charts.shareAreas(spec, style) : Charts.shareMap(spec, style);
    }

    @Override
    void drawn() {
        placeLine();
    }

    private void placeLine() {
        boolean shown = geometry() != null
                && point.get() >= 0
                && point.get() < geometry().columns();
        line.setVisible(shown);
        if (shown) {
            Rectangle2D column = geometry().column(point.get());
            line.resizeRelocate(Math.round(column.getCenterX()) - 1.0, column.getY() - 3, 2, column.getHeight() + 6);
        }
    }

    @Override
    void mark(Graphics2D g, ChartGeometry at) {
        if (point.get() >= 0 && point.get() < at.columns()) {
            Rectangle2D column = at.column(point.get());
            g.setColor(Color.decode(style().tokens().hex("surface")));
            g.fill(new Rectangle2D.Double(column.getCenterX() - 2, column.getY() - 3, 4, column.getHeight() + 6));
            g.setColor(Color.decode(style().tokens().hex("accent")));
            g.fill(new Rectangle2D.Double(column.getCenterX() - 1, column.getY() - 3, 2, column.getHeight() + 6));
        }
    }

    @Override
    int firstColumn() {
        return Math.max(0, point.get());
    }

    @Override
    void chosen(ChartHit hit) {
        if (hit.column() >= 0) {
            point.set(hit.column());
        }
    }

    @Override
    List<List<String>> numbers(SharesSpec spec, ChartNumbers numbers) {
        return numbers.of(spec);
    }

    @Override
    Optional<TipText> describe(SharesSpec spec, ChartHit hit) {
        if (hit.column() < 0) {
            return Optional.empty();
        }
        EventLabel label = spec.points().get(hit.column());
        String when = UiText.format("chart.shares.after", label.text());
        Stream<String> event = Stream.of(when, ChartWords.event(label)).filter(s -> !s.isEmpty());
        return Optional.of(
                form == Form.MAP
                        ? new TipText(ChartWords.exact(hit.value(), false), hit.featureValue(), event.toList())
                        : new TipText(
                                largest(hit.column()).findFirst().orElse(""),
                                "",
                                Stream.concat(
                                                event,
                                                largest(hit.column()).skip(1).limit(SPOKEN))
                                        .toList()));
    }

    private String at(int column) {
        return String.join(", ", largest(column).limit(SPOKEN).toList());
    }

    /** "Comedy 0.461" for what has a share at a point, largest first. */
    private Stream<String> largest(int column) {
        return IntStream.range(0, spec().series().size())
                .boxed()
                .filter(s -> share(s, column) > 0)
                .sorted(Comparator.comparingDouble(s -> -share(s, column)))
                .map(s -> spec().series().get(s).name() + " " + Numbers.attention(share(s, column)));
    }

    private double share(int series, int column) {
        return spec().series().get(series).shares()[column];
    }
}
