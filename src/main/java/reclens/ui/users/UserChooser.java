package reclens.ui.users;

import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import reclens.ui.UiText;
import reclens.ui.control.ScaledRoot;
import reclens.ui.icon.Icons;

/** The list of users folded into one control, for narrow windows and for screens that need the room. */
public final class UserChooser extends StackPane {
    private static final double LIST_HEIGHT = 480;

    private final UsersViewModel model;
    private final Button button = new Button();
    private final Label id = new Label();
    private final Label label = new Label();
    /** Made when it is first opened, as the list in it is. */
    private Popup popup;

    private UsersView users;

    public UserChooser(UsersViewModel model) {
        this.model = model;
        getStyleClass().add("user-chooser");
        id.getStyleClass().add("row-title");
        id.setMinWidth(USE_PREF_SIZE);
        label.getStyleClass().add("second-line");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox content = new HBox(
                8,
                Icons.of("mdi2a-account-outline", 16, "icon-second"),
                id,
                label,
                gap,
                Icons.of("mdi2c-chevron-down", 16, "icon-second"));
        content.setAlignment(Pos.CENTER_LEFT);
        button.setGraphic(content);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("chooser-button");
        content.prefWidthProperty().bind(button.widthProperty().subtract(22));
        button.setOnAction(e -> toggle());
        getChildren().add(button);
        model.selectedProperty().addListener((p, was, now) -> {
            show(now);
            if (isOpen()) {
                popup.hide();
            }
        });
        show(model.selectedProperty().get());
    }

    /** Opens the list with the cursor in its search. */
    public void open() {
        if (!isOpen()) {
            toggle();
        }
    }

    private boolean isOpen() {
        return popup != null && popup.isShowing();
    }

    private void toggle() {
        if (isOpen()) {
            popup.hide();
            return;
        }
        if (popup == null) {
            users = new UsersView(model);
            users.getStyleClass().add("popup-pane");
            popup = new Popup();
            popup.setAutoHide(true);
            ScaledRoot.fill(popup, users);
        }
        Bounds place = button.localToScreen(button.getBoundsInLocal());
        users.setPrefSize(Math.max(260, button.getWidth()), LIST_HEIGHT);
        popup.show(button, place.getMinX(), place.getMaxY() + 4);
        users.focusSearch();
    }

    private void show(String user) {
        id.setText(user);
        label.setText(model.selectedLabel());
        button.setAccessibleText(UiText.format("users.chooser", user, model.selectedLabel()));
    }
}
