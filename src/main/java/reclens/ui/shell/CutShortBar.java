package reclens.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import reclens.ui.UiText;
import reclens.ui.icon.Icons;

/** Tells of a session that ended in the middle, above whatever is shown, until it is answered. */
final class CutShortBar extends HBox {
    private CutShortBar(String key, Button... answers) {
        super(12);
        getStyleClass().add("notice-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label text = new Label(UiText.get(key), Icons.of("mdi2h-history", 16, "icon-second"));
        text.setWrapText(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(text, gap);
        getChildren().addAll(answers);
    }

    /** The session was brought back: it can be left. */
    static CutShortBar broughtBack(ShellViewModel model) {
        return new CutShortBar(
                "session.cut-short",
                answer("session.cut-short.fresh", () -> {
                    model.opening().dismissCutShort();
                    model.opening().closeWorkspace();
                }),
                answer("session.cut-short.keep", model.opening()::dismissCutShort));
    }

    /** The session was not brought back: it can be. */
    static CutShortBar offered(ShellViewModel model) {
        Button take = answer("session.offered.take", model.opening()::takeOffered);
        take.getStyleClass().add("accent");
        return new CutShortBar("session.offered", answer("session.offered.leave", model.opening()::leaveOffered), take);
    }

    private static Button answer(String key, Runnable then) {
        Button answer = new Button(UiText.get(key));
        answer.setMinWidth(USE_PREF_SIZE);
        answer.setOnAction(e -> then.run());
        return answer;
    }
}
