package reclens.ui.history;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import reclens.ui.control.CellContent;
import reclens.ui.icon.EventMark;

/** Date, disc on the line, position and title, small bar. */
final class EventCell extends ListCell<EventRow> {
    private static final PseudoClass DAY_START = PseudoClass.getPseudoClass("day-start");
    private static final PseudoClass OUTSIDE = PseudoClass.getPseudoClass("outside");
    private static final double BAR = 28;
    private static final double DATE = 44;

    private final Label date = new Label();
    private final EventMark mark = new EventMark(18);
    private final Region line = new Region();
    private final Label position = new Label();
    private final Label title = new Label();
    private final Region bar = new Region();
    private final Tooltip tooltip = new Tooltip();
    private final HBox row;

    private final ObservableValue<EventBars> bars;
    /** Held here, since a list may drop its cells before the model. */
    private final ChangeListener<EventBars> showBar = (p, was, now) -> showBar();

    EventCell(ObservableValue<EventBars> values, ObservableBooleanValue barsShown) {
        bars = values;
        bars.addListener(new WeakChangeListener<>(showBar));
        date.getStyleClass().add("event-date");
        date.setMinWidth(DATE);
        date.setPrefWidth(DATE);
        line.getStyleClass().add("timeline-line");
        line.setMaxWidth(1);
        StackPane place = new StackPane(line, mark);
        place.setMinWidth(18);
        place.setMaxHeight(Double.MAX_VALUE);
        position.getStyleClass().add("event-position");
        position.setMinWidth(USE_PREF_SIZE);
        title.getStyleClass().add("event-title");
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        StackPane track = new StackPane(bar);
        track.managedProperty().bind(barsShown);
        track.visibleProperty().bind(barsShown);
        track.setAlignment(Pos.CENTER_RIGHT);
        track.setMinWidth(BAR);
        track.setMaxWidth(BAR);
        bar.setMaxHeight(8);
        HBox text = new HBox(4, position, title);
        text.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        row = new HBox(6, date, place, text, track);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setFillHeight(true);
        setPrefWidth(0);
        // Never taken out: a list empties its cells to fill them again, and what comes back has its styles looked up
        // anew.
        setGraphic(new CellContent(row));
    }

    @Override
    protected void updateItem(EventRow event, boolean empty) {
        super.updateItem(event, empty);
        if (empty || event == null) {
            row.setVisible(false);
            setTooltip(null);
            setAccessibleText(null);
            pseudoClassStateChanged(DAY_START, false);
            pseudoClassStateChanged(OUTSIDE, false);
            return;
        }
        date.setText(event.date());
        mark.show(event.type());
        position.setText("#" + event.position());
        title.setText(event.title());
        showBar();
        tooltip.setText(event.full());
        setTooltip(tooltip);
        setAccessibleText(event.full());
        pseudoClassStateChanged(DAY_START, !event.date().isEmpty() && getIndex() > 0);
        pseudoClassStateChanged(OUTSIDE, !event.inWindow());
        row.setVisible(true);
    }

    private void showBar() {
        EventRow event = getItem();
        if (event == null) {
            return;
        }
        double share = bars.getValue().share(event.position());
        String side = share < 0 ? "bar-against" : "bar-supports";
        if (!bar.getStyleClass().contains(side)) {
            bar.getStyleClass().setAll(side);
        }
        bar.setVisible(!Double.isNaN(bars.getValue().value(event.position())));
        double width = Math.max(1, Math.abs(share) * BAR);
        bar.setMinWidth(width);
        bar.setMaxWidth(width);
    }
}
