package reclens.ui.trust;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polygon;
import reclens.session.PlantedTruth;
import reclens.ui.UiText;
import reclens.ui.control.Card;
import reclens.ui.control.RichTextFlow;

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
        card.causes().forEach(c -> body.getChildren().add(EventLine.event(c)));
        VBox facts = new VBox();
        card.facts().forEach(f -> facts.getChildren().add(EventLine.fact(f)));
        body.getChildren().add(facts);
    }
}
