package reclens.ui.attention;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import reclens.chart.AttentionHeatmapSpec;
import reclens.chart.ScaleMode;
import reclens.domain.AttentionTrace;
import reclens.ui.UiText;
import reclens.ui.control.Badge;
import reclens.ui.control.Segmented;
import reclens.ui.selection.HeadChoice;

/** Title, and the selectors of layer, head, scale and rows. */
final class AttentionHead extends VBox {
    private final AttentionViewModel model;
    private final Segmented<Number> layers = new Segmented<>(UiText.get("attention.layer"));
    private final Segmented<HeadChoice> heads = new Segmented<>(UiText.get("attention.head"));

    private final Segmented<String> streams = new Segmented<>(UiText.get("attention.stream"));
    private final Segmented<ScaleMode> scale = new Segmented<>(UiText.get("attention.scale"));
    private final Segmented<Boolean> rows = new Segmented<>(UiText.get("attention.rows"));
    private final HBox streamChoice = streams.labelled();
    private final HBox layerChoice = layers.labelled();
    private final HBox headChoice = heads.labelled();
    private final HBox rowChoice = rows.labelled();
    private final CheckBox cluster = new CheckBox(UiText.get("attention.cluster"));
    private final CheckBox uniform = new CheckBox(UiText.get("attention.uniform"));

    AttentionHead(AttentionViewModel model) {
        this.model = model;
        getStyleClass().add("view-head");
        setSpacing(8);
        getChildren().addAll(title(), controls());
        model.traceProperty().addListener((p, was, now) -> offer(now));
        offer(model.traceProperty().get());
    }

    private HBox title() {
        Label title = new Label(UiText.get("screen.attention"));
        title.getStyleClass().add("view-title");
        title.setMinWidth(USE_PREF_SIZE);
        Label name = new Label();
        name.getStyleClass().add("second-line");
        name.setMinWidth(0);
        name.textProperty()
                .bind(model.heatmapProperty().map(AttentionHeatmapSpec::name).orElse(""));
        Badge badge = new Badge();
        badge.show(Badge.Tone.CAUTION, UiText.get("attention.badge"));
        Tooltip reason = new Tooltip(UiText.get("attention.badge.reason"));
        reason.setWrapText(true);
        reason.setMaxWidth(360);
        badge.setTooltip(reason);
        cluster.selectedProperty().bindBidirectional(model.clusteredProperty());
        cluster.setTooltip(new Tooltip(UiText.get("attention.cluster.meaning")));
        cluster.setMinWidth(USE_PREF_SIZE);
        uniform.selectedProperty().bindBidirectional(model.uniformProperty());
        uniform.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(12, title, name, badge, gap, uniform, cluster);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private FlowPane controls() {
        layers.valueProperty().bindBidirectional(model.layerProperty());
        heads.valueProperty().bindBidirectional(model.headProperty());
        streams.valueProperty().bindBidirectional(model.streamProperty());
        scale.valueProperty().bindBidirectional(model.scaleProperty());
        rows.options(List.of(false, true), one -> UiText.get(one ? "attention.rows.scored" : "attention.rows.all"));
        rows.valueProperty().bindBidirectional(model.scoringRowOnlyProperty());
        FlowPane line = new FlowPane(16, 6, streamChoice, layerChoice, headChoice, scale.labelled(), rowChoice);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void offer(AttentionTrace trace) {
        if (trace == null) {
            return; // keep the selectors while the next user's attention is computed
        }
        layers.options(List.copyOf(model.layers()), layer -> Integer.toString(layer.intValue() + 1));
        heads.options(model.heads(), AttentionHead::text);
        streams.options(model.streams(), name -> UiText.orElse("attention.stream." + name, name));
        scale.options(
                model.scales(), s -> UiText.get("attention.scale." + s.name().toLowerCase(Locale.ROOT)));
        show(streamChoice, model.streams().size() > 1);
        show(layerChoice, model.layers().size() > 1);
        show(headChoice, trace.heads() > 1);
        show(rowChoice, model.hasScoringRow());
        show(uniform, model.scales().contains(ScaleMode.CLIPPED));
    }

    /** What offers a single choice is left out. */
    private static void show(Node control, boolean shown) {
        control.setVisible(shown);
        control.setManaged(shown);
    }

    private static String text(HeadChoice head) {
        return switch (head.kind()) {
            case MEAN -> UiText.get("attention.head.mean");
            case MAX -> UiText.get("attention.head.max");
            case SINGLE -> Integer.toString(head.index() + 1);
        };
    }
}
