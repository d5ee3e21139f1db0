package reclens.ui.welcome;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import reclens.session.Preferences;
import reclens.ui.UiText;
import reclens.ui.icon.Icons;

/** One workspace that was open before: name and folder, model, when. */
final class RecentRow extends Button {
    RecentRow(Preferences.Recent recent, Consumer<Path> open) {
        Label title = new Label(recent.title());
        title.getStyleClass().add("row-title");
        Label folder = new Label(recent.folder().toString());
        folder.getStyleClass().add("second-line");
        folder.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        VBox names = new VBox(2, title, folder);
        names.setAlignment(Pos.CENTER_LEFT);
        names.setMinWidth(0);
        HBox.setHgrow(names, Priority.ALWAYS);
        names.setMaxWidth(Double.MAX_VALUE);
        Label model = new Label(recent.model());
        model.getStyleClass().add("tag");
        model.setVisible(!recent.model().isEmpty());
        model.setMinWidth(Region.USE_PREF_SIZE);
        Label when = new Label(when(recent.millis()));
        when.getStyleClass().add("second-line");
        when.setMinWidth(Region.USE_PREF_SIZE);
        HBox content = new HBox(
                14,
                Icons.of("mdi2f-folder-outline", 20, "icon-second"),
                names,
                model,
                when,
                Icons.of("mdi2c-chevron-right", 16, "icon-second"));
        content.setAlignment(Pos.CENTER_LEFT);
        content.prefWidthProperty().bind(widthProperty().subtract(34));
        setGraphic(content);
        getStyleClass().addAll("flat", "recent-row");
        setMaxWidth(Double.MAX_VALUE);
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleText(UiText.format("welcome.recent.open", recent.title()));
        setOnAction(e -> open.accept(recent.folder()));
    }

    private static String when(long millis) {
        if (millis == 0) {
            return "";
        }
        var time = Instant.ofEpochMilli(millis).atZone(ZoneId.systemDefault());
        LocalDate today = LocalDate.now();
        if (time.toLocalDate().equals(today)) {
            return UiText.format(
                    "welcome.recent.today", DateTimeFormatter.ofPattern("HH:mm").format(time));
        }
        if (time.toLocalDate().equals(today.minusDays(1))) {
            return UiText.get("welcome.recent.yesterday");
        }
        return DateTimeFormatter.ofPattern(UiText.get("welcome.recent.date"), UiText.locale())
                .format(time);
    }
}
