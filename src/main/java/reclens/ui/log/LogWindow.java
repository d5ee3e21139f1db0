package reclens.ui.log;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import reclens.ui.UiText;
import reclens.ui.control.Segmented;
import reclens.ui.dialog.ToolWindow;
import reclens.ui.icon.Icons;
import reclens.ui.theme.ThemeManager;

/** The log in a window of its own. */
public final class LogWindow {
    private final LogViewModel model;
    private final ToolWindow window;

    public LogWindow(EventLog log, ThemeManager theme) {
        this.model = new LogViewModel(log);
        this.window = new ToolWindow("log.title", 820, 460, theme, stage -> page());
    }

    /** Opens the window, or brings it to the front; what is in the log counts as read. */
    public void open(Window owner) {
        window.open(owner);
        model.read();
    }

    private BorderPane page() {
        ListView<LogEntry> list = new ListView<>(model.shown());
        list.getStyleClass().addAll("plain-list", "log-list");
        list.setAccessibleText(UiText.get("log.title"));
        list.setCellFactory(l -> new Row());
        Label none = new Label(UiText.get("log.none"));
        none.getStyleClass().add("note");
        list.setPlaceholder(none);
        model.shown().addListener((ListChangeListener<LogEntry>) c -> {
            if (window.isShowing()) {
                model.read();
            }
        });
        Segmented<LogEntry.Level> level = new Segmented<LogEntry.Level>(UiText.get("log.level"))
                .options(List.of(LogEntry.Level.values()), l -> UiText.get("log.from." + LogViewModel.key(l)));
        level.valueProperty().bindBidirectional(model.levelProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button copy = new Button(UiText.get("log.copy"), Icons.of("mdi2c-content-copy", 16));
        copy.getStyleClass().add("log-copy");
        copy.setOnAction(e -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(model.text());
            Clipboard.getSystemClipboard().setContent(content);
        });
        Button clear = new Button(UiText.get("log.clear"));
        clear.getStyleClass().add("log-clear");
        clear.setOnAction(e -> model.clear());
        HBox head = new HBox(8, level.labelled(), gap, copy, clear);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("view-head");
        BorderPane page = new BorderPane(list, head, null, null, null);
        page.getStyleClass().add("event-log");
        return page;
    }

    private static final class Row extends ListCell<LogEntry> {
        private final Label time = new Label();
        private final Label text = new Label();
        private final Label details = new Label();
        private final VBox words = new VBox(2, text, details);
        private final HBox line = new HBox(12, time, words);

        Row() {
            time.getStyleClass().add("second-line");
            time.setMinWidth(USE_PREF_SIZE);
            details.getStyleClass().add("second-line");
            for (Label label : List.of(text, details)) {
                label.setWrapText(true);
                label.setMinHeight(USE_PREF_SIZE);
            }
            details.managedProperty().bind(details.textProperty().isNotEmpty());
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            line.getStyleClass().add("log-row");
            setPrefWidth(0); // or long lines would scroll sideways
        }

        @Override
        protected void updateItem(LogEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            time.setText(LogViewModel.time(entry));
            text.setText(entry.text());
            text.setGraphic(
                    switch (entry.level()) {
                        case INFORMATION -> Icons.of("mdi2i-information-outline", 16, "icon-second");
                        case WARNING -> Icons.of("mdi2a-alert-outline", 16, "icon-caution");
                        case ERROR -> Icons.of("mdi2a-alert-circle-outline", 16, "icon-bad");
                    });
            details.setText(entry.details());
            setAccessibleText(LogViewModel.name(entry.level()) + ", " + time.getText() + ": " + entry.text() + " "
                    + entry.details());
            setGraphic(line);
        }
    }
}
