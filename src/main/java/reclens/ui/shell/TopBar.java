package reclens.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import reclens.chart.Theme;
import reclens.ui.UiText;
import reclens.ui.icon.Icons;
import reclens.ui.icon.Logo;
import reclens.ui.palette.PaletteField;

/** Sign, menus, search, theme, export. */
final class TopBar extends HBox {
    private static final double SEARCH_WIDTH = 400;

    TopBar(MainMenu menu, ComboBox<String> models, PaletteField search, Actions actions) {
        getStyleClass().add("top-bar");
        Label name = new Label(UiText.get("app.name"));
        name.getStyleClass().add("app-name");
        name.setMinWidth(USE_PREF_SIZE);
        HBox.setMargin(name, new javafx.geometry.Insets(0, 16, 0, 6));
        search.setPrefWidth(SEARCH_WIDTH);
        search.setMinWidth(160);
        search.setMaxWidth(SEARCH_WIDTH);
        HBox.setHgrow(search, Priority.SOMETIMES);
        Button export = new Button(UiText.get("top.export"), Icons.of("mdi2f-file-chart-outline", 16));
        export.getStyleClass().add("accent");
        export.setMinWidth(USE_PREF_SIZE);
        export.disableProperty().bind(actions.canExport().not());
        export.setOnAction(e -> actions.exportReport());
        getChildren().addAll(new Logo(22), name, menu, models, gap(), search, gap(), themeButton(actions), export);
    }

    private static Button themeButton(Actions actions) {
        FontIcon icon = Icons.of("mdi2t-theme-light-dark", 18);
        Button button = new Button();
        button.setGraphic(icon);
        button.getStyleClass().addAll("flat", "icon-button");
        button.setOnAction(e -> actions.theme().toggle());
        Runnable name = () -> {
            String text = UiText.get(actions.theme().theme() == Theme.DARK ? "top.to-light" : "top.to-dark");
            button.setAccessibleText(text);
            button.setTooltip(new Tooltip(text));
        };
        actions.theme().themeProperty().addListener((p, was, now) -> name.run());
        name.run();
        return button;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
