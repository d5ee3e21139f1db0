package reclens.ui.trust;

import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import reclens.chart.CurveSpec;
import reclens.text.Numbers;
import reclens.ui.UiText;
import reclens.ui.chart.ChartTheme;
import reclens.ui.chart.CurveView;
import reclens.ui.control.Card;
import reclens.ui.control.ChartAndTable;
import reclens.ui.control.Meter;
import reclens.ui.control.Noted;
import reclens.ui.control.Segmented;

/** The curve of the chosen method beside both baselines, and the areas under them. */
final class CurveCard {
    private static final double AREAS = 150;

    private final TrustViewModel model;
    private final TrustCurves curves;
    private final CurveView chart;
    private final VBox areas = new VBox(10);
    private final Card card = new Card("");

    CurveCard(TrustViewModel model, ChartTheme theme) {
        this.model = model;
        this.curves = model.curves();
        chart = new CurveView(theme);
        Segmented<TrustCurves.Kind> kind = new Segmented<TrustCurves.Kind>(UiText.get("trust.curve.kind"))
                .options(
                        List.of(TrustCurves.Kind.values()),
                        c -> UiText.get("trust.curve." + c.name().toLowerCase(Locale.ROOT)));
        kind.valueProperty().bindBidirectional(curves.kindProperty());
        ChartAndTable both = new ChartAndTable(chart, UiText.get("trust.curve"), curves::numbers);
        chart.onTable(both.toggle());
        areas.setMinWidth(AREAS);
        areas.setMaxWidth(AREAS);
        areas.setPrefWidth(AREAS);
        Noted noted =
                new Noted(both, curves.noteProperty(), curves.curveProperty().isNull());
        HBox.setHgrow(noted, Priority.ALWAYS);
        HBox content = new HBox(16, noted, areas);
        content.setMinHeight(0);
        card.content(content).tools(kind, both.toggle(), chart.menuButton());
        curves.curveProperty().addListener((p, was, now) -> {
            show(now);
            both.refresh();
        });
        curves.areas().addListener((ListChangeListener<TrustCurves.Area>) c -> showAreas());
        show(curves.curveProperty().get());
        showAreas();
    }

    Card card() {
        return card;
    }

    private void show(CurveSpec spec) {
        chart.show(spec);
        boolean insertion = curves.kindProperty().get() == TrustCurves.Kind.INSERTION;
        card.title().setText(UiText.get(insertion ? "trust.curve.title.insertion" : "trust.curve.title.deletion"));
        card.hint().setText(spec == null ? "" : UiText.format("trust.curve.hint", model.seed()));
    }

    private void showAreas() {
        boolean insertion = curves.kindProperty().get() == TrustCurves.Kind.INSERTION;
        Label title = new Label(UiText.get("trust.areas"));
        title.getStyleClass().add("row-title");
        Label better = new Label(UiText.get(insertion ? "trust.areas.high" : "trust.areas.low"));
        better.getStyleClass().add("second-line");
        areas.getChildren().setAll(new VBox(2, title, better));
        areas.setVisible(!curves.areas().isEmpty());
        for (TrustCurves.Area area : curves.areas()) {
            areas.getChildren().add(line(area));
        }
    }

    private static VBox line(TrustCurves.Area area) {
        Label name = new Label(area.name());
        name.getStyleClass().add("second-line");
        name.setMinWidth(0);
        Meter meter = new Meter(false);
        meter.show(area.zero(), area.share(), area.role());
        HBox.setHgrow(meter, Priority.ALWAYS);
        Label number = new Label(Numbers.score(area.value()));
        number.getStyleClass().add("meter-number");
        number.setMinWidth(44);
        number.setAlignment(Pos.CENTER_RIGHT);
        HBox bar = new HBox(8, meter, number);
        bar.setAlignment(Pos.CENTER_LEFT);
        VBox line = new VBox(2, name, bar);
        line.setAccessibleText(area.name() + " " + number.getText());
        return line;
    }
}
