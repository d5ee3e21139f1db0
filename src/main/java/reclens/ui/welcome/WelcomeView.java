package reclens.ui.welcome;

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
import reclens.ui.welcome.WelcomeActions.Sample;

/** What RecLens is for, the samples, recent workspaces, and a place to drop one's own data. */
public final class WelcomeView extends ScrollPane {
    private static final double WIDTH = 1010;
    private static final double CARD = 320;

    private final VBox recentRows = new VBox();
    private final WelcomeActions actions;

    public WelcomeView(ObservableList<Preferences.Recent> recent, WelcomeActions actions) {
        this.actions = actions;
        getStyleClass().add("welcome-scroll");
        setFitToWidth(true);
        setFitToHeight(true);
        HBox columns = new HBox(24, recentColumn(), ownDataColumn());
        VBox page = new VBox(24, head(), samples(), columns);
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

    private Node samples() {
        Label title = styled(new Label(UiText.get("welcome.samples")), "section-title");
        Label note = styled(new Label(UiText.get("welcome.samples.note")), "second-line");
        HBox heading = new HBox(12, title, note);
        heading.setAlignment(Pos.BASELINE_LEFT);
        HBox cards = new HBox(24);
        boolean first = true;
        for (Sample sample : actions.samples()) {
            if (sample.folder().isPresent()) {
                cards.getChildren().add(card(sample, first));
                first = false;
            }
        }
        if (cards.getChildren().isEmpty()) {
            Label missing = styled(new Label(UiText.get("open.sample.missing")), "second-line");
            missing.setWrapText(true);
            cards.getChildren().add(missing);
        }
        return new VBox(12, heading, cards);
    }

    private Node card(Sample sample, boolean first) {
        String key = "welcome.sample." + sample.name();
        Label title = styled(new Label(UiText.get(key)), "section-title");
        title.setGraphic(Icons.of(UiText.get(key + ".icon"), 18));
        Label text = new Label(UiText.get(key + ".text"));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        Label facts = styled(new Label(UiText.get(key + ".facts")), "second-line");
        facts.setWrapText(true);
        facts.setMinHeight(Region.USE_PREF_SIZE);
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        Button button = new Button(UiText.get("welcome.open"), Icons.of("mdi2p-play", 16));
        if (first) {
            button.getStyleClass().add("accent");
        }
        button.setAccessibleText(UiText.format("welcome.recent.open", title.getText()));
        button.setOnAction(e -> actions.open().accept(sample.folder().orElseThrow()));
        VBox words = new VBox(8, title, text, facts, gap, button);
        words.getStyleClass().add("sample-words");
        VBox.setVgrow(words, Priority.ALWAYS);
        VBox card = new VBox(SamplePicture.of(sample.name()), words);
        card.getStyleClass().add("sample-card");
        if (first) {
            card.getStyleClass().add("sample-card-first");
        }
        card.setPrefWidth(CARD);
        card.setMinWidth(240);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private Node recentColumn() {
        Button restore = new Button(UiText.get("session.restore"), Icons.of("mdi2r-restore", 16));
        restore.setMinWidth(Region.USE_PREF_SIZE);
        restore.setOnAction(e -> actions.restore().run());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(12, styled(new Label(UiText.get("welcome.recent")), "section-title"), gap, restore);
        heading.setAlignment(Pos.CENTER_LEFT);
        recentRows.getStyleClass().add("recent-rows");
        VBox column = new VBox(12, heading, recentRows);
        column.setMinWidth(0);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private Node ownDataColumn() {
        Button folder = new Button(UiText.get("welcome.folder"), Icons.of("mdi2f-folder-open-outline", 16));
        folder.setOnAction(e -> actions.chooseFolder().run());
        Button steps = new Button(UiText.get("welcome.steps"), Icons.of("mdi2a-auto-fix", 16));
        steps.setOnAction(e -> actions.ownData().run());
        HBox buttons = new HBox(8, folder, steps);
        buttons.setAlignment(Pos.CENTER);
        Label kinds = styled(new Label(UiText.get("welcome.drop.kinds")), "second-line");
        kinds.setWrapText(true);
        kinds.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        kinds.setMinHeight(Region.USE_PREF_SIZE);
        VBox target = new VBox(
                Icons.of("mdi2t-tray-arrow-down", 30, "icon-accent"),
                styled(new Label(UiText.get("welcome.drop")), "card-title"),
                kinds,
                buttons);
        target.getStyleClass().add("drop-target");
        Label heading = styled(new Label(UiText.get("welcome.own")), "section-title");
        heading.setMinHeight(30);
        VBox column = new VBox(12, heading, target);
        column.setMinWidth(CARD);
        column.setMaxWidth(CARD);
        return column;
    }

    private void showRecent(ObservableList<Preferences.Recent> recent) {
        if (recent.isEmpty()) {
            Label none = styled(new Label(UiText.get("welcome.recent.none")), "second-line");
            none.setStyle("-fx-padding: 16px;");
            recentRows.getChildren().setAll(none);
            return;
        }
        recentRows
                .getChildren()
                .setAll(recent.stream()
                        .map(r -> new RecentRow(r, actions.open()))
                        .toList());
    }

    private static <T extends Node> T styled(T node, String styleClass) {
        node.getStyleClass().add(styleClass);
        return node;
    }
}
