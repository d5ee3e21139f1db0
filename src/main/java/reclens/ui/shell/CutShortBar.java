package reclens.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import reclens.ui.UiText;
import reclens.ui.icon.Icons;

/** Tells after a crash that the session was brought back, and offers to leave it. */
final class CutShortBar extends HBox {
    CutShortBar(ShellViewModel model) {
        super(12);
        getStyleClass().add("notice-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label text = new Label(UiText.get("session.cut-short"), Icons.of("mdi2h-history", 16, "icon-second"));
        text.setWrapText(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button fresh = new Button(UiText.get("session.cut-short.fresh"));
        fresh.setMinWidth(USE_PREF_SIZE);
        fresh.setOnAction(e -> {
            model.dismissCutShort();
            model.closeWorkspace();
        });
        Button keep = new Button(UiText.get("session.cut-short.keep"));
        keep.setMinWidth(USE_PREF_SIZE);
        keep.setOnAction(e -> model.dismissCutShort());
        getChildren().addAll(text, gap, fresh, keep);
    }
}
