package reclens.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import reclens.ui.UiText;
import reclens.ui.icon.Icons;

/** The views, one above the other. */
final class Rail extends VBox {
    Rail(ShellViewModel model) {
        getStyleClass().add("rail");
        setAlignment(Pos.TOP_CENTER);
        ToggleGroup group = new ToggleGroup();
        Map<Screen, ToggleButton> buttons = new EnumMap<>(Screen.class);
        for (Screen screen : Screen.values()) {
            ToggleButton button = new ToggleButton(UiText.get(screen.key()), Icons.of(screen.icon(), 22));
            button.setContentDisplay(ContentDisplay.TOP);
            button.setToggleGroup(group);
            button.setAccessibleText(UiText.get(screen.key()));
            button.getStyleClass().add("rail-button");
            button.setOnAction(e -> {
                model.screenProperty().set(screen);
                model.welcomeProperty().set(false);
                button.setSelected(true);
            });
            buttons.put(screen, button);
            getChildren().add(button);
        }
        model.screenProperty().addListener((p, was, now) -> group.selectToggle(buttons.get(now)));
        group.selectToggle(buttons.get(model.screenProperty().get()));
        disableProperty().bind(model.openProperty().not());
    }
}
