package reclens.ui.why;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import reclens.chart.FeatureKind;
import reclens.ui.UiText;
import reclens.ui.chart.BarChartView;
import reclens.ui.control.Card;
import reclens.ui.control.ChartAndTable;
import reclens.ui.control.Noted;

/** The bars of the features: of which kind, of which fields; and what that kind is. */
final class FeaturesCard {
    private static final double FIELDS_WIDTH = 136;
    private static final double KIND_WIDTH = 122;

    private final WhyViewModel model;

    FeaturesCard(WhyViewModel model) {
        this.model = model;
    }

    Card of(BarChartView bars) {
        ComboBox<List<String>> fields = Choosers.of(UiText.get("why.fields"), WhyViewModel::fieldsName);
        fields.setItems(model.fieldChoices());
        fields.valueProperty().bindBidirectional(model.fieldsProperty());
        fields.setPrefWidth(FIELDS_WIDTH);
        fields.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        this::splitsByField, model.featureKindProperty(), model.fieldChoices()));
        fields.managedProperty().bind(fields.visibleProperty());
        ComboBox<FeatureKind> kind = Choosers.of(UiText.get("why.kind"), WhyViewModel::kindName);
        kind.getItems().setAll(FeatureKind.values());
        kind.valueProperty().bindBidirectional(model.featureKindProperty());
        kind.setPrefWidth(KIND_WIDTH);
        kind.setTooltip(new Tooltip(UiText.get("why.kind")));
        ChartAndTable both = new ChartAndTable(
                bars,
                UiText.get("why.features"),
                () -> WhyViewModel.numbers(model.featuresProperty().get()));
        bars.onTable(both.toggle());
        model.featuresProperty().addListener((p, was, now) -> both.refresh());
        Noted noted = new Noted(
                both, model.featuresNoteProperty(), model.featuresProperty().isNull());
        VBox.setVgrow(noted, Priority.ALWAYS);
        Label meaning = new Label();
        meaning.getStyleClass().add("hint");
        meaning.setWrapText(true);
        meaning.setMinWidth(0);
        meaning.textProperty().bind(model.featuresShortProperty());
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(model.featuresMeaningProperty());
        whole.setWrapText(true);
        whole.setMaxWidth(360);
        meaning.setTooltip(whole);
        kind.setMinWidth(KIND_WIDTH);
        HBox foot = new HBox(8, kind, meaning);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.setMinHeight(BehavioursCard.FOOT);
        foot.setMaxHeight(BehavioursCard.FOOT);
        return new Card(UiText.get("why.features"))
                .content(new VBox(noted, foot))
                .tools(fields);
    }

    private boolean splitsByField() {
        FeatureKind kind = model.featureKindProperty().get();
        boolean split = kind == FeatureKind.AGGREGATED || kind == FeatureKind.ABLATION;
        return split && !model.fieldChoices().isEmpty();
    }
}
