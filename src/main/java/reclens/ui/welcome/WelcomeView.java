package reclens.ui.welcome;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import reclens.session.Preferences;
import reclens.ui.UiText;
import reclens.ui.icon.Icons;
import reclens.ui.icon.Logo;

/** What RecLens is for, the sample, recent workspaces, and a place to drop one's own data. */
public final class WelcomeView extends ScrollPane {
    private static final double WIDTH = 960;

    private final VBox recentRows = new VBox();
    private final Consumer<Path> openFolder;

    public WelcomeView(
            ObservableList<Preferences.Recent> recent,
            Consumer<Path> openFolder,
            Runnable openSample,
            Runnable chooseFolder,
            Runnable chooseFiles) {
        this.openFolder = openFolder;
        getStyleClass().add("welcome-scroll");
        setFitToWidth(true);
        setFitToHeight(true);
        HBox columns = new HBox(24, recentColumn(), ownDataColumn(chooseFolder, chooseFiles));
        VBox page = new VBox(24, head(), sample(openSample), columns);
        page.setMaxWidth(WIDTH);
        VBox ground = new VBox(page);
        ground.getStyleClass().add("welcome");
        ground.setAlignment(Pos.TOP_CENTER);
        setContent(ground);
        recent.addListener((ListChangeListener<Preferences.Recent>) c -> showRecent(recent));
        showRecent(recent);
    }

    private static Node head() {
        Label title = styled(new Label(UiText.get("welcome.title")), "welcome-title");
        Label lead = styled(new Label(UiText.get("welcome.lead")), "welcome-lead");
        lead.setWrapText(true);
        HBox head = new HBox(20, new Logo(52), new VBox(4, title, lead));
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static Node sample(Runnable open) {
        Button button = new Button(UiText.get("welcome.open"), Icons.of("mdi2p-play", 16));
        button.getStyleClass().add("accent");
        button.setAccessibleText(UiText.get("welcome.sample.open"));
        button.setOnAction(e -> open.run());
        Label title = styled(new Label(UiText.get("welcome.sample")), "section-title");
        title.setGraphic(Icons.of("mdi2t-tent", 18));
        Label text = styled(new Label(UiText.get("welcome.sample.text")), "second-line");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox card = new HBox(16, new VBox(4, title, text), gap, button);
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().add("card-pane");
        card.setStyle("-fx-padding: 16px;");
        return card;
    }

    private Node recentColumn() {
        VBox column = new VBox(
                12, styled(new Label(UiText.get("welcome.recent")), "section-title"), styled(recentRows, "card-pane"));
        recentRows.setStyle("-fx-padding: 4px; -fx-spacing: 0;");
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private static Node ownDataColumn(Runnable chooseFolder, Runnable chooseFiles) {
        Button folder = new Button(UiText.get("welcome.folder"), Icons.of("mdi2f-folder-open-outline", 16));
        folder.setOnAction(e -> chooseFolder.run());
        Button files = new Button(UiText.get("welcome.files"), Icons.of("mdi2f-file-outline", 16));
        files.setOnAction(e -> chooseFiles.run());
        HBox buttons = new HBox(8, folder, files);
        buttons.setAlignment(Pos.CENTER);
        VBox target = new VBox(
                Icons.of("mdi2t-tray-arrow-down", 30, "icon-accent"),
                styled(new Label(UiText.get("welcome.drop")), "card-title"),
                styled(new Label(UiText.get("welcome.drop.kinds")), "second-line"),
                buttons);
        target.getStyleClass().add("drop-target");
        VBox column = new VBox(12, styled(new Label(UiText.get("welcome.own")), "section-title"), target);
        column.setMinWidth(320);
        return column;
    }

    private void showRecent(ObservableList<Preferences.Recent> recent) {
        if (recent.isEmpty()) {
            Label none = styled(new Label(UiText.get("welcome.recent.none")), "second-line");
            none.setStyle("-fx-padding: 16px;");
            recentRows.getChildren().setAll(none);
            return;
        }
        recentRows.getChildren().setAll(recent.stream().map(this::row).toList());
    }

    private Node row(Preferences.Recent recent) {
        Label title = styled(new Label(recent.title()), "row-title");
        Label folder = styled(new Label(recent.folder().toString()), "second-line");
        HBox content = new HBox(12, Icons.of("mdi2f-folder-outline", 18, "icon-second"), new VBox(title, folder));
        content.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button();
        button.setGraphic(content);
        button.getStyleClass().addAll("flat", "recent-row");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setAccessibleText(UiText.format("welcome.recent.open", recent.title()));
        button.setOnAction(e -> openFolder.accept(recent.folder()));
        return button;
    }

    private static <T extends Node> T styled(T node, String styleClass) {
        node.getStyleClass().add(styleClass);
        return node;
    }
}
