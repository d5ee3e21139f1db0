package reclens.ui.whatif;

import java.util.Optional;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import reclens.ui.UiText;
import reclens.ui.control.Lists;
import reclens.ui.icon.Icons;

/** The history to edit: by mouse, by keyboard, by menu. */
final class TimelineView extends VBox {
    private static final double ROW = 31;

    private final WhatIfViewModel model;
    private final ListView<TimelineRow> list;
    private final Region dropLine = new Region();
    private final Pane dropLayer = new Pane(dropLine);
    private final Button insert = new Button(UiText.get("whatif.insert"), Icons.of("mdi2p-plus", 16));
    private CataloguePicker picker;
    private TimelineRow grabbed;
    /** Row in front of which the grabbed event would go; the number of rows for the end. */
    private int dropAt = -1;

    TimelineView(WhatIfViewModel model) {
        this.model = model;
        getStyleClass().addAll("card-pane", "timeline-card");
        list = new ListView<>(model.rows());
        list.getStyleClass().addAll("plain-list", "event-list", "edit-list");
        list.setFixedCellSize(ROW);
        list.setCellFactory(l -> new TimelineCell(this));
        list.setAccessibleText(UiText.get("whatif.timeline"));
        list.setOnKeyPressed(this::key);
        list.setOnContextMenuRequested(e -> selected().ifPresent(row -> {
            menu(row).show(list, e.getScreenX(), e.getScreenY());
            e.consume();
        }));
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> drop());
        dropLine.getStyleClass().add("drop-line");
        dropLine.setVisible(false);
        dropLayer.setMouseTransparent(true);
        StackPane stack = new StackPane(list, dropLayer);
        stack.setMinHeight(0);
        VBox.setVgrow(stack, Priority.ALWAYS);
        getChildren().addAll(head(), slide(), stack, foot());
        Runnable showSelection = Lists.bind(list, model.selectedProperty(), this::rowOf, row -> model.rows()
                .get(row)
                .before());
        model.rows().addListener((ListChangeListener<TimelineRow>) c -> showSelection.run());
        model.resultProperty().addListener((p, was, now) -> {
            if (was == null && now != null) {
                scrollToEnd();
            }
        });
        scrollToEnd();
    }

    private int rowOf(int before) {
        if (before < 0) {
            return -1;
        }
        for (int i = 0; i < model.rows().size(); i++) {
            if (model.rows().get(i).before() == before) {
                return i;
            }
        }
        return -1;
    }

    private void scrollToEnd() {
        if (model.selectedProperty().get() < 0) {
            Platform.runLater(() -> list.scrollTo(model.rows().size() - 1));
        }
    }

    private Node head() {
        Label title = new Label(UiText.get("whatif.timeline"));
        title.getStyleClass().add("card-title");
        title.setMinWidth(USE_PREF_SIZE);
        Label summary = new Label();
        summary.getStyleClass().add("second-line");
        summary.textProperty().bind(model.summaryProperty());
        summary.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        insert.setMinWidth(USE_PREF_SIZE);
        insert.setOnAction(e -> insert(selected().orElse(null), insert));
        HBox head = new HBox(8, title, summary, gap, insert);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("timeline-head");
        return head;
    }

    private Node slide() {
        Label words = new Label(null, Icons.of("mdi2a-arrow-down-circle-outline", 16));
        words.textProperty().bind(model.slideProperty());
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().add("slide-note");
        words.visibleProperty().bind(model.slideProperty().isNotEmpty());
        words.managedProperty().bind(words.visibleProperty());
        return words;
    }

    private Node foot() {
        Label keys = new Label(UiText.get("whatif.keys"));
        keys.getStyleClass().add("hint");
        keys.setWrapText(true);
        Label scope = new Label(UiText.get("whatif.scope"));
        scope.getStyleClass().add("hint");
        scope.setWrapText(true);
        keys.setMinHeight(USE_PREF_SIZE);
        scope.setMinHeight(USE_PREF_SIZE);
        VBox foot = new VBox(4, keys, scope);
        foot.getStyleClass().add("timeline-foot");
        return foot;
    }

    private Optional<TimelineRow> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    void toggle(TimelineRow row) {
        int at = list.getSelectionModel().getSelectedIndex();
        model.toggle(row);
        if (row.before() < 0 && at >= 0 && at < model.rows().size()) {
            list.getSelectionModel().select(at);
        }
    }

    /** @param row the event to insert before; null for the end */
    void insert(TimelineRow row, Node near) {
        picker().open(near, row == null ? "" : model.item(row), false, (item, type) -> {
            if (row == null) {
                model.insertAtEnd(item, type);
            } else {
                model.insertBefore(row, item, type);
            }
            list.requestFocus();
        });
    }

    void replace(TimelineRow row, Node near) {
        picker().open(near, model.item(row), true, (item, type) -> {
            model.replace(row, item);
            list.requestFocus();
        });
    }

    private CataloguePicker picker() {
        if (picker == null) {
            picker = new CataloguePicker(model);
        }
        return picker;
    }

    private void key(KeyEvent e) {
        TimelineRow row = selected().orElse(null);
        switch (e.getCode()) {
            case DELETE, BACK_SPACE -> ifThere(row, () -> toggle(row));
            case INSERT -> insert(row, insert);
            case ENTER -> ifThere(row != null && !row.removed() ? row : null, () -> replace(row, insert));
            case UP, DOWN -> {
                if (!e.isShiftDown() || row == null || e.isAltDown() || e.isShortcutDown()) {
                    return;
                }
                model.step(row, e.getCode() == javafx.scene.input.KeyCode.UP ? -1 : 1);
            }
            case ESCAPE -> list.getSelectionModel().clearSelection();
            default -> {
                return;
            }
        }
        if (e.getCode() != javafx.scene.input.KeyCode.ESCAPE) {
            e.consume();
        }
    }

    private static void ifThere(TimelineRow row, Runnable action) {
        if (row != null) {
            action.run();
        }
    }

    private ContextMenu menu(TimelineRow row) {
        ContextMenu menu = new ContextMenu();
        if (row.removed()) {
            menu.getItems().add(item("whatif.tool.restore", () -> toggle(row)));
            return menu;
        }
        menu.getItems()
                .addAll(
                        item("whatif.tool.remove", () -> toggle(row)),
                        item("whatif.tool.replace", () -> replace(row, insert)),
                        item("whatif.tool.insert", () -> insert(row, insert)),
                        types(row),
                        new SeparatorMenuItem(),
                        item("whatif.tool.earlier", () -> model.step(row, -1)),
                        item("whatif.tool.later", () -> model.step(row, 1)));
        return menu;
    }

    private MenuItem types(TimelineRow row) {
        Optional<String> refusal = model.typeRefusal();
        if (refusal.isPresent()) {
            MenuItem off = new MenuItem(UiText.format("whatif.tool.type.refused", refusal.get()));
            off.setDisable(true);
            return off;
        }
        Menu types = new Menu(UiText.get("whatif.tool.type"));
        for (String type : model.types(model.item(row))) {
            MenuItem item = new MenuItem(UiText.messages().eventName(type));
            item.setMnemonicParsing(false);
            item.setDisable(type.equals(row.type()));
            item.setOnAction(e -> model.changeType(row, type));
            types.getItems().add(item);
        }
        return types;
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(UiText.get(key));
        item.setOnAction(e -> action.run());
        return item;
    }

    /** The grip of a row was pressed. */
    void grab(TimelineRow row) {
        grabbed = row == null || row.removed() ? null : row;
    }

    private void drag(MouseEvent e) {
        if (grabbed == null) {
            return;
        }
        e.consume();
        list.setCursor(Cursor.CLOSED_HAND);
        double y = list.sceneToLocal(e.getSceneX(), e.getSceneY()).getY();
        if (y < ROW / 2) {
            list.scrollTo(Math.max(0, firstVisible() - 1));
        } else if (y > list.getHeight() - ROW / 2) {
            list.scrollTo(firstVisible() + 1);
        }
        ListCell<?> cell = cellAt(Math.max(1, Math.min(list.getHeight() - 2, y)));
        if (cell == null) {
            return;
        }
        boolean empty = cell.isEmpty();
        double top = list.sceneToLocal(cell.localToScene(0, 0)).getY();
        boolean below = !empty && y > top + ROW / 2;
        dropAt = empty ? model.rows().size() : cell.getIndex() + (below ? 1 : 0);
        dropLine.resizeRelocate(8, (below ? top + ROW : top) - 1, Math.max(0, list.getWidth() - 24), 2);
        dropLine.setVisible(true);
    }

    private int firstVisible() {
        return list.lookupAll(".list-cell").stream()
                .map(n -> (ListCell<?>) n)
                .filter(c -> !c.isEmpty() && c.isVisible())
                .mapToInt(ListCell::getIndex)
                .min()
                .orElse(0);
    }

    private ListCell<?> cellAt(double y) {
        for (Node node : list.lookupAll(".list-cell")) {
            double top = list.sceneToLocal(node.localToScene(0, 0)).getY();
            if (node.isVisible() && y >= top && y < top + ROW) {
                return (ListCell<?>) node;
            }
        }
        return null;
    }

    private void drop() {
        TimelineRow row = grabbed;
        int at = dropAt;
        grabbed = null;
        dropAt = -1;
        dropLine.setVisible(false);
        list.setCursor(Cursor.DEFAULT);
        if (row != null && at >= 0) {
            model.moveBefore(row, at < model.rows().size() ? model.rows().get(at) : null);
        }
    }
}
