package reclens.ui.evaluate;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import reclens.domain.SeenPolicy;
import reclens.domain.TimeOrder;
import reclens.evaluation.NegativeDraw;
import reclens.ui.UiText;
import reclens.ui.control.Segmented;

/** The choices, in as many lines as the window's width asks for. */
final class EvaluateForm extends FlowPane {
    private static final double SHORT = 64;

    EvaluateForm(Choices choices) {
        super(16, 8);
        getStyleClass().add("evaluate-form");
        Segmented<Boolean> ranking = new Segmented<Boolean>(UiText.get("evaluate.ranking"))
                .options(
                        List.of(false, true),
                        s -> UiText.get(s ? "evaluate.ranking.sampled" : "evaluate.ranking.full"));
        ranking.valueProperty().set(choices.sampledProperty().get());
        ranking.valueProperty()
                .addListener((p, was, now) -> choices.sampledProperty().set(now));
        TextField negatives = field(choices.negativesProperty(), SHORT);
        ComboBox<NegativeDraw> draw = box(
                FXCollections.observableArrayList(NegativeDraw.values()),
                choices.drawProperty(),
                d -> UiText.get("evaluate.draw." + d.key()));
        getChildren()
                .addAll(
                        explained(ranking.labelled(), "evaluate.ranking.meaning"),
                        onlySampled(named("evaluate.negatives", negatives), choices),
                        onlySampled(named("evaluate.draw", draw), choices),
                        named("evaluate.seed", field(choices.seedProperty(), SHORT)),
                        named(
                                "evaluate.seen",
                                box(
                                        FXCollections.observableArrayList(SeenPolicy.values()),
                                        choices.seenProperty(),
                                        s -> UiText.get("evaluate.seen." + s.key()))),
                        named(
                                "evaluate.order",
                                box(
                                        FXCollections.observableArrayList(TimeOrder.values()),
                                        choices.orderProperty(),
                                        o -> UiText.get("evaluate.order." + o.key()))),
                        named("evaluate.lengths", field(choices.lengthsProperty(), 120)),
                        named(
                                "evaluate.segment",
                                box(
                                        choices.segments(),
                                        choices.segmentProperty(),
                                        s -> s.isEmpty() ? UiText.get("evaluate.segment.none") : s)),
                        popular(choices));
    }

    private static CheckBox popular(Choices choices) {
        CheckBox popular = new CheckBox(UiText.get("evaluate.popular"));
        popular.selectedProperty().bindBidirectional(choices.popularProperty());
        popular.setTooltip(tip("evaluate.column.popular.meaning"));
        return popular;
    }

    private static <T extends Node> T onlySampled(T node, Choices choices) {
        node.visibleProperty().bind(choices.sampledProperty());
        node.managedProperty().bind(choices.sampledProperty());
        return node;
    }

    private static HBox named(String key, Control control) {
        Label name = new Label(UiText.get(key));
        name.getStyleClass().add("control-label");
        name.setMinWidth(USE_PREF_SIZE);
        name.setLabelFor(control);
        control.setAccessibleText(name.getText());
        control.setAccessibleHelp(UiText.get(key + ".meaning"));
        control.setTooltip(tip(key + ".meaning"));
        HBox box = new HBox(8, name, control);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static HBox explained(HBox box, String key) {
        Tooltip.install(box, tip(key));
        return box;
    }

    private static Tooltip tip(String key) {
        Tooltip tip = new Tooltip(UiText.get(key));
        tip.setWrapText(true);
        tip.setMaxWidth(340);
        return tip;
    }

    private static TextField field(Property<String> text, double width) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(text);
        field.setPrefWidth(width);
        field.getStyleClass().add("short-field");
        return field;
    }

    private static <T> ComboBox<T> box(ObservableList<T> values, Property<T> chosen, Function<T, String> words) {
        ComboBox<T> box = new ComboBox<>(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("the box cannot be typed into");
            }
        });
        box.valueProperty().bindBidirectional(chosen);
        return box;
    }
}
