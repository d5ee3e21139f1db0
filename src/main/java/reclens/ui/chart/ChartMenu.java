package reclens.ui.chart;

import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.Region;
import reclens.ui.UiText;
import reclens.ui.icon.Icons;

/** The menu of a chart. Made when it is asked for: most charts are never asked. */
final class ChartMenu {
    private ChartMenu() {}

    static Button button(Region chart) {
        Button button = new Button();
        button.setGraphic(Icons.of("mdi2d-dots-horizontal", 16));
        button.getStyleClass().add("chart-menu-button");
        button.setAccessibleText(UiText.get("chart.menu"));
        button.setTooltip(new Tooltip(UiText.get("chart.menu")));
        button.setOnAction(e -> menu(chart).show(button, Side.BOTTOM, 0, 4));
        return button;
    }

    static void show(Region chart, ContextMenuEvent e) {
        menu(chart).show(chart, e.getScreenX(), e.getScreenY());
        e.consume();
    }

    private static ContextMenu menu(Region chart) {
        ContextMenu menu = new ContextMenu();
        menu.getItems()
                .addAll(
                        item("chart.copy-picture", () -> ChartCommands.copyPicture(chart)),
                        item("chart.copy-numbers", () -> ChartCommands.copyNumbers(chart)));
        if (chart instanceof ChartPane pane && pane.table() != null) {
            CheckMenuItem table = new CheckMenuItem(UiText.get("table.toggle"));
            table.setSelected(pane.table().isSelected());
            table.setOnAction(e -> pane.table().fire());
            menu.getItems().addAll(new SeparatorMenuItem(), table);
        }
        return menu;
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(UiText.get(key));
        item.setOnAction(e -> action.run());
        return item;
    }
}
