package reclens.ui.trust;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polygon;
import reclens.session.PlantedTruth;
import reclens.ui.UiText;
import reclens.ui.control.Card;
import reclens.ui.control.RichTextFlow;
import reclens.ui.icon.EventMark;

/** The truth of a sample whose causes are known, or what to do to see it. */
final class PlantedCard extends Card {
    private final TrustViewModel model;
    private final RichTextFlow sentence = new RichTextFlow("card-sentence");
    private final VBox body = new VBox(8);
    private final Button open = new Button(UiText.get("trust.planted.open.button"));

    PlantedCard(TrustViewModel model) {
        super(UiText.get("trust.planted"));
        this.model = model;
        Polygon diamond = new Polygon(6, 0, 12, 6, 6, 12, 0, 6);
        diamond.getStyleClass().add("planted-found");
        title().setGraphic(diamond);
        hint().setText(PlantedTruth.FILE);
        sentence.setLineSpacing(3);
        open.setOnAction(e -> model.openHeldOut());
        body.setMinHeight(0);
        content(body);
        model.truthProperty().addListener((p, was, now) -> show(now));
        show(model.truthProperty().get());
    }

    private void show(PlantedModel.Card card) {
        body.getChildren().clear();
        if (card == null) {
            return;
        }
        sentence.show(card.sentence());
        body.getChildren().add(sentence);
        if (card.canOpen()) {
            body.getChildren().add(open);
        }
        card.causes().forEach(c -> body.getChildren().add(cause(c)));
        VBox facts = new VBox();
        card.facts().forEach(f -> facts.getChildren().add(fact(f.name(), f.value())));
        body.getChildren().add(facts);
    }

    private HBox cause(PlantedModel.Cause cause) {
        EventMark mark = new EventMark(18);
        mark.show(cause.type());
        Label position = new Label("#" + cause.position());
        position.getStyleClass().add("event-position");
        position.setMinWidth(USE_PREF_SIZE);
        Label title = new Label(cause.title());
        title.getStyleClass().add("event-title");
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Label date = new Label(cause.date());
        date.getStyleClass().add("event-date");
        date.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(8, mark, position, title, date);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("cause-row");
        return row;
    }

    static HBox fact(String name, String value) {
        Label left = new Label(name);
        left.getStyleClass().add("second-line");
        left.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label right = new Label(value);
        right.setMinWidth(0);
        HBox row = new HBox(8, left, gap, right);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("fact-row");
        return row;
    }
}
