package reclens.ui.users;

import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import reclens.ui.UiText;
import reclens.ui.control.CellContent;

/** Id over segment, number of events on the right. */
final class UserCell extends ListCell<UserRow> {
    private final Label id = new Label();
    private final Label label = new Label();
    private final Label events = new Label();
    private final HBox row;
    private final ContextMenu menu = new ContextMenu();

    UserCell(UsersViewModel model) {
        MenuItem heldOut = new MenuItem(UiText.get("users.held-out"));
        heldOut.setOnAction(e -> model.openHeldOut(getItem().id()));
        menu.getItems().add(heldOut);
        id.getStyleClass().add("row-title");
        label.getStyleClass().add("second-line");
        events.getStyleClass().add("second-line");
        events.setMinWidth(USE_PREF_SIZE);
        VBox names = new VBox(id, label);
        names.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(names, Priority.ALWAYS);
        row = new HBox(8, names, events);
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        // Never taken out: a list empties its cells to fill them again, and what comes back has its styles looked up
        // anew.
        setGraphic(new CellContent(row));
    }

    @Override
    protected void updateItem(UserRow user, boolean empty) {
        super.updateItem(user, empty);
        if (empty || user == null) {
            row.setVisible(false);
            setAccessibleText(null);
            setContextMenu(null);
            return;
        }
        id.setText(user.id());
        label.setText(user.label());
        label.setManaged(!user.label().isEmpty());
        label.setVisible(!user.label().isEmpty());
        events.setText(Integer.toString(user.events()));
        setAccessibleText(UiText.format("users.row", user.id(), user.label(), Integer.toString(user.events())));
        row.setVisible(true);
        setContextMenu(menu);
    }
}
