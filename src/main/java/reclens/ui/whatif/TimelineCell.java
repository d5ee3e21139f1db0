package reclens.ui.whatif;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import reclens.ui.UiText;
import reclens.ui.icon.EventMark;
import reclens.ui.icon.Icons;

/** One event: grip, date, disc on the line, position and title, what was done to it, and what can be done. */
final class TimelineCell extends ListCell<TimelineRow> {
    private static final PseudoClass DAY_START = PseudoClass.getPseudoClass("day-start");
    private static final PseudoClass OUTSIDE = PseudoClass.getPseudoClass("outside");
    private static final PseudoClass REMOVED = PseudoClass.getPseudoClass("removed");
    private static final PseudoClass EDITED = PseudoClass.getPseudoClass("edited");
    private static final PseudoClass SLID = PseudoClass.getPseudoClass("slid");
    private static final double DATE = 44;

    private final Region grip = new Region();
    private final Label date = new Label();
    private final EventMark mark = new EventMark(18);
    private final Label position = new Label();
    private final Label title = new Label();
    private final Label note = new Label();
    private final TimelineView view;
    private List<Button> editing;
    private List<Button> restoring;
    private final HBox tools = new HBox(2);
    private final Tooltip tooltip = new Tooltip();
    private final HBox row;

    TimelineCell(TimelineView view) {
        this.view = view;
        grip.getStyleClass().add("drag-grip");
        grip.setCursor(Cursor.OPEN_HAND);
        date.getStyleClass().add("event-date");
        date.setMinWidth(DATE);
        date.setPrefWidth(DATE);
        Region line = new Region();
        line.getStyleClass().add("timeline-line");
        line.setMaxWidth(1);
        StackPane place = new StackPane(line, mark);
        place.setMinWidth(18);
        place.setMaxHeight(Double.MAX_VALUE);
        position.getStyleClass().add("event-position");
        position.setMinWidth(USE_PREF_SIZE);
        title.getStyleClass().add("event-title");
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        note.getStyleClass().add("event-note");
        note.setMaxWidth(110);
        HBox text = new HBox(4, position, title);
        text.setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox.setHgrow(title, Priority.ALWAYS);
        tools.setAlignment(Pos.CENTER_RIGHT);
        tools.setMinWidth(USE_PREF_SIZE);
        row = new HBox(6, grip, date, place, text, note, tools);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setFillHeight(true);
        setPrefWidth(0);
        hoverProperty().addListener((p, was, now) -> showTools());
        selectedProperty().addListener((p, was, now) -> showTools());
        grip.setOnMousePressed(e -> view.grab(getItem()));
    }

    private static Button tool(String icon, String key) {
        Button button = new Button(null, Icons.of(icon, 16));
        button.getStyleClass().addAll("flat", "row-tool");
        button.setAccessibleText(UiText.get(key));
        button.setTooltip(new Tooltip(UiText.get(key)));
        // The keys of the list do the same; a tab stop for each button of each row would be in the way.
        button.setFocusTraversable(false);
        return button;
    }

    @Override
    protected void updateItem(TimelineRow event, boolean empty) {
        super.updateItem(event, empty);
        boolean there = !empty && event != null;
        pseudoClassStateChanged(DAY_START, there && !event.date().isEmpty() && getIndex() > 0);
        pseudoClassStateChanged(OUTSIDE, there && !event.inWindow() && !event.removed());
        pseudoClassStateChanged(REMOVED, there && event.removed());
        pseudoClassStateChanged(EDITED, there && event.edited() && !event.removed());
        pseudoClassStateChanged(SLID, there && event.slidIn());
        if (!there) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        date.setText(event.date());
        mark.show(event.type());
        position.setText(event.position());
        title.setText(event.title());
        note.setText(event.slidIn() ? UiText.get("whatif.row.slid") : event.note());
        note.setMinWidth(event.note().length() > 10 ? 0 : USE_PREF_SIZE);
        note.setVisible(!note.getText().isEmpty());
        note.setManaged(note.isVisible());
        grip.setVisible(!event.removed());
        tooltip.setText(event.spoken());
        if (getTooltip() == null) {
            setTooltip(tooltip);
        }
        setAccessibleText(event.spoken());
        showTools();
        if (getGraphic() != row) {
            setGraphic(row);
        }
    }

    /** The buttons are made when a row first needs them: most rows never do. */
    private void showTools() {
        TimelineRow event = getItem();
        if (event == null) {
            return;
        }
        boolean active = isHover() || isSelected();
        List<Button> wanted = event.removed() ? restoring() : active ? editing() : List.of();
        if (!tools.getChildren().equals(wanted)) {
            tools.getChildren().setAll(wanted);
        }
    }

    private List<Button> editing() {
        if (editing == null) {
            Button replace = tool("mdi2s-swap-horizontal", "whatif.tool.replace");
            Button insert = tool("mdi2p-plus-circle-outline", "whatif.tool.insert");
            Button remove = tool("mdi2t-trash-can-outline", "whatif.tool.remove");
            replace.setOnAction(e -> view.replace(getItem(), replace));
            insert.setOnAction(e -> view.insert(getItem(), insert));
            remove.setOnAction(e -> view.toggle(getItem()));
            editing = List.of(replace, insert, remove);
        }
        return editing;
    }

    private List<Button> restoring() {
        if (restoring == null) {
            Button restore = tool("mdi2a-arrow-u-left-top", "whatif.tool.restore");
            restore.setOnAction(e -> view.toggle(getItem()));
            restoring = List.of(restore);
        }
        return restoring;
    }
}
