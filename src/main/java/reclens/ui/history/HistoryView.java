package reclens.ui.history;

import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import reclens.ui.UiText;
import reclens.ui.control.Lists;
import reclens.ui.icon.EventMark;

/** The timeline: oldest above, opened at its end. */
public final class HistoryView extends VBox {
    private final HistoryViewModel model;
    private final ListView<EventRow> list;
    private final FlowPane legend = new FlowPane(12, 4);
    private final BooleanProperty bars = new SimpleBooleanProperty(this, "bars", true);
    private Runnable showSelection = () -> {};
    /** Whether the list still stands at its end, where it is opened. */
    private boolean atEnd = true;

    public HistoryView(HistoryViewModel model) {
        this.model = model;
        getStyleClass().add("pane");
        list = new ListView<>(model.rows());
        list.getStyleClass().addAll("plain-list", "event-list");
        list.setFixedCellSize(29);
        list.setCellFactory(l -> new EventCell(model.barsProperty(), bars));
        list.setAccessibleText(UiText.get("history.title"));
        VBox.setVgrow(list, Priority.ALWAYS);
        legend.getStyleClass().add("legend");
        getChildren().addAll(head(), legend, list);
        connect();
    }

    /** Whether the small bars of the chosen method are shown. */
    public BooleanProperty barsProperty() {
        return bars;
    }

    /** The legend gives way where the chooser of users stands above. */
    public void setLegendShown(boolean shown) {
        legend.setVisible(shown);
        legend.setManaged(shown);
    }

    private HBox head() {
        Label title = new Label(UiText.get("history.title"));
        title.getStyleClass().add("pane-title");
        title.setMinWidth(USE_PREF_SIZE);
        Label summary = new Label();
        summary.getStyleClass().add("second-line");
        summary.textProperty().bind(model.summaryProperty());
        HBox head = new HBox(8, title, summary);
        head.getStyleClass().add("pane-head");
        return head;
    }

    private void connect() {
        showSelection = Lists.bind(list, model.selectedProperty(), position -> position, row -> row);
        list.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                model.selectedProperty().set(-1);
                e.consume();
            }
        });
        model.types().addListener((ListChangeListener<String>) c -> showLegend());
        showLegend();
        list.addEventFilter(ScrollEvent.SCROLL, e -> atEnd = false);
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> atEnd = false);
        list.heightProperty().addListener((p, was, now) -> scrollToEnd());
        model.loadedProperty().addListener((p, was, now) -> {
            atEnd = true;
            scrollToEnd();
        });
        model.rows().addListener((ListChangeListener<EventRow>) c -> showSelection.run());
    }

    private void scrollToEnd() {
        if (atEnd && model.selectedProperty().get() < 0) {
            // Later, when the list has taken over its new rows.
            Platform.runLater(() -> {
                int last = model.rows().size() - 1;
                list.scrollTo(last);
                list.getFocusModel().focus(last); // where the keyboard comes to must be in sight
                // The first time the list does not know yet how high it is, and its last row would be cut.
                Platform.runLater(() -> list.scrollTo(last));
            });
        }
    }

    private void showLegend() {
        legend.getChildren()
                .setAll(model.types().stream().map(HistoryView::entry).toList());
    }

    private static Node entry(String type) {
        EventMark mark = new EventMark(14);
        mark.show(type);
        Label label = new Label(UiText.messages().eventName(type));
        label.getStyleClass().add("second-line");
        HBox entry = new HBox(5, mark, label);
        entry.setAlignment(Pos.CENTER_LEFT);
        return entry;
    }
}
