package reclens.ui.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Window;
import reclens.ui.UiText;
import reclens.ui.palette.PaletteAction;

/** All shortcuts on one sheet: those of the menus, and those of lists and charts. */
final class CheatSheet extends Dialog<Void> {
    private static final int COLUMNS = 3;
    private static final double WIDTH = 920;
    /** Height of what stands around the sheet: the window's frame, the title, the button. */
    private static final double FRAME = 150;
    /** Keys of what is not in a menu: number of rows {@code keys.chart.<n>} of the texts. */
    private static final int CHART_KEYS = 8;

    private static final int TIMELINE_KEYS = 4;

    /** @param scale how much larger the window is shown than it was drawn for */
    CheatSheet(List<PaletteAction> actions, Window owner, List<String> stylesheets, double scale) {
        initOwner(owner);
        setTitle(UiText.get("keys.title"));
        setHeaderText(UiText.get("keys.title"));
        Map<String, VBox> groups = new LinkedHashMap<>();
        actions.stream().filter(a -> !a.shortcut().isEmpty()).forEach(a -> groups.computeIfAbsent(
                        a.group(), CheatSheet::group)
                .getChildren()
                .add(row(a.title(), a.shortcut())));
        groups.put("charts", keys("keys.charts", "keys.chart.", CHART_KEYS));
        groups.put("timeline", keys("keys.timeline", "keys.timeline.", TIMELINE_KEYS));
        ScrollPane scroll = new ScrollPane(sheet(List.copyOf(groups.values())));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("sheet-scroll");
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        scroll.setMaxHeight(room.getHeight() - FRAME * scale);
        getDialogPane().setContent(scroll);
        getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        getDialogPane().getStylesheets().setAll(stylesheets);
        getDialogPane().getStyleClass().addAll("message-dialog", "cheat-sheet");
        double width = Math.min(WIDTH * scale, room.getWidth());
        getDialogPane().setPrefWidth(width); // by which it is centred over the window
        getDialogPane().setMinWidth(width); // the dialog asks for less than its preferred width
    }

    private static VBox keys(String title, String prefix, int count) {
        VBox group = group(UiText.get(title));
        for (int i = 1; i <= count; i++) {
            group.getChildren().add(row(UiText.get(prefix + i), UiText.get(prefix + i + ".keys")));
        }
        return group;
    }

    private static GridPane sheet(List<VBox> groups) {
        GridPane grid = new GridPane();
        grid.setHgap(32);
        VBox[] columns = new VBox[COLUMNS];
        int[] rows = new int[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(share);
            columns[i] = new VBox(14);
            GridPane.setValignment(columns[i], VPos.TOP);
            grid.add(columns[i], i, 0);
        }
        for (VBox group : groups) {
            int shortest = 0;
            for (int i = 1; i < COLUMNS; i++) {
                shortest = rows[i] < rows[shortest] ? i : shortest;
            }
            columns[shortest].getChildren().add(group);
            rows[shortest] += group.getChildren().size() + 1;
        }
        return grid;
    }

    private static VBox group(String title) {
        Label head = new Label(title);
        head.getStyleClass().add("card-title");
        return new VBox(4, head);
    }

    private static Node row(String title, String keys) {
        Label name = new Label(title);
        name.setWrapText(true);
        name.setMinHeight(Label.USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        Label cap = new Label(keys);
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(Label.USE_PREF_SIZE);
        return new HBox(8, name, cap);
    }
}
