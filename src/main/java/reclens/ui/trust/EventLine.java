package reclens.ui.trust;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import reclens.ui.icon.EventMark;

/** Framed events and lines of facts in the cards at the side. */
final class EventLine {
    private EventLine() {}

    static HBox event(PlantedModel.Cause cause) {
        EventMark mark = new EventMark(18);
        mark.show(cause.type());
        Label position = new Label("#" + cause.position());
        position.getStyleClass().add("event-position");
        position.setMinWidth(Region.USE_PREF_SIZE);
        Label title = new Label(cause.title());
        title.getStyleClass().add("event-title");
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Label date = new Label(cause.date());
        date.getStyleClass().add("event-date");
        date.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(8, mark, position, title, date);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("cause-row");
        return row;
    }

    static HBox fact(PlantedModel.Fact fact) {
        Label left = new Label(fact.name());
        left.getStyleClass().add("second-line");
        left.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label right = new Label(fact.value());
        right.setMinWidth(0);
        HBox row = new HBox(8, left, gap, right);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("fact-row");
        return row;
    }
}
