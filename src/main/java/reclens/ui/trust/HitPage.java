package reclens.ui.trust;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import reclens.ui.UiText;
import reclens.ui.chart.BarChartView;
import reclens.ui.chart.ChartTheme;
import reclens.ui.control.Card;
import reclens.ui.control.ChartAndTable;
import reclens.ui.selection.SelectionModel;

/** The bars that tipped the balance on the left; what followed, and what would have been needed, on the right. */
final class HitPage extends BorderPane {
    private final TrustViewModel trust;
    private final HitViewModel model;
    private final BarChartView bars;
    private final Card balance = new Card("");
    private final VBox facts = new VBox(8);
    private final VBox needed = new VBox(8);
    private final VBox causes = new VBox(8);
    private final Card causesCard = new Card(UiText.get("trust.planted"));
    private final HBox body = new HBox(16);
    private final VBox note = new VBox(12);
    private final Label words = new Label();
    private final Button open = new Button(UiText.get("trust.planted.open.button"));

    HitPage(TrustViewModel trust, ChartTheme theme) {
        this.trust = trust;
        this.model = trust.hit();
        getStyleClass().add("main-area");
        bars = new BarChartView(theme);
        bars.onEvent(trust.workbench().selection().eventProperty());
        ChartAndTable both = new ChartAndTable(bars, UiText.get("hit.balance"), model::numbers);
        bars.onTable(both.toggle());
        StackPane.setAlignment(bars, Pos.TOP_LEFT);
        balance.title().setMinWidth(0);
        balance.content(both).tools(both.toggle(), bars.menuButton());
        HBox.setHgrow(balance, Priority.ALWAYS);
        ScrollPane side = new ScrollPane(new VBox(
                16,
                new Card(UiText.get("hit.followed")).content(facts),
                new Card(UiText.get("hit.needed")).content(needed),
                causesCard.content(causes)));
        side.getStyleClass().add("view-scroll");
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.setMinWidth(344);
        widthProperty().addListener((p, was, now) -> side.setPrefWidth(Math.max(344, now.doubleValue() * 0.29)));
        side.setPrefWidth(384);
        body.setPadding(new Insets(16));
        body.getChildren().setAll(balance, side);
        words.getStyleClass().add("note");
        words.setWrapText(true);
        words.setMaxWidth(460);
        words.textProperty().bind(model.noteProperty());
        open.setOnAction(e -> trust.openHeldOut());
        note.setAlignment(Pos.CENTER);
        note.getChildren().setAll(words, open);
        model.pageProperty().addListener((p, was, now) -> {
            show(now);
            both.refresh();
        });
        model.noteProperty()
                .addListener((p, was, now) -> show(model.pageProperty().get()));
        show(model.pageProperty().get());
    }

    private void show(HitViewModel.Page page) {
        boolean held = trust.workbench().heldOutProperty().get();
        open.setVisible(!held);
        open.setManaged(!held);
        setCenter(page == null ? note : body);
        bars.show(page == null ? null : page.bars());
        if (page == null) {
            return;
        }
        balance.title().setText(UiText.get("hit.balance"));
        balance.hint().setText(page.barsTitle());
        facts.getChildren().clear();
        page.facts().forEach(f -> facts.getChildren().add(EventLine.fact(f)));
        facts.getChildren().add(buttons(page));
        needed.getChildren().setAll(sentence(page.needed()));
        page.removed().forEach(e -> needed.getChildren().add(EventLine.event(e)));
        causesCard.setVisible(!page.causes().isEmpty());
        causesCard.setManaged(!page.causes().isEmpty());
        causes.getChildren()
                .setAll(sentence(UiText.get(page.causes().size() == 1 ? "trust.planted.one" : "hit.causes")));
        page.causes().forEach(e -> causes.getChildren().add(EventLine.event(e)));
    }

    private Node buttons(HitViewModel.Page page) {
        Button actual = new Button(UiText.get("hit.explain.actual"));
        actual.getStyleClass().add("small-button");
        actual.setDisable(page.actual() == SelectionModel.NONE);
        actual.setOnAction(e -> explain(page.actual()));
        Button best = new Button(UiText.get("hit.explain.best"));
        best.getStyleClass().add("small-button");
        best.setOnAction(e -> explain(page.best()));
        best.setVisible(page.best() != page.actual());
        best.setManaged(best.isVisible());
        HBox box = new HBox(8, actual, best);
        box.setPadding(new Insets(4, 0, 0, 0));
        return box;
    }

    private void explain(int item) {
        model.explain(item);
        trust.pageProperty().set(TrustPage.USER);
    }

    private static Label sentence(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
