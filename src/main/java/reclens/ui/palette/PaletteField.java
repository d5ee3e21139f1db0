package reclens.ui.palette;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import reclens.ui.UiText;
import reclens.ui.control.ScaledRoot;
import reclens.ui.icon.Icons;

/**
 * The field in the top bar, with what it found below: the arrow keys choose, Enter does it, Esc leaves. The list is made
 * when something is first looked for.
 */
public final class PaletteField extends CustomTextField {
    private static final double ROW = 34;
    private static final int MOST_ROWS = 12;
    private static final double LEAST_WIDTH = 440;
    private static final double ROOM_FOR_PROMPT = 300;

    private final PaletteViewModel model;
    private Popup popup;
    private ListView<PaletteHit> list;

    public PaletteField(PaletteViewModel model) {
        this.model = model;
        getStyleClass().add("search-field");
        setLeft(Icons.of("mdi2m-magnify", 16, "icon-second"));
        Label shortcut = new Label(UiText.get("search.shortcut"));
        shortcut.getStyleClass().add("key-cap");
        setRight(shortcut);
        // A prompt that does not fit would end in the middle of a word, under the sign of the shortcut.
        promptTextProperty()
                .bind(Bindings.when(widthProperty().lessThan(ROOM_FOR_PROMPT))
                        .then(UiText.get("search.prompt.short"))
                        .otherwise(UiText.get("search.prompt")));
        setAccessibleText(UiText.get("search.prompt"));
        textProperty().addListener((p, was, now) -> {
            if (isFocused()) {
                show(model.find(now));
            }
        });
        setOnAction(e -> go());
        addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        setOnMouseClicked(e -> show(model.find(getText())));
        focusedProperty().addListener((p, was, now) -> {
            if (!now) {
                hide();
            }
        });
    }

    /** Takes the cursor here and shows what can be done. */
    public void open() {
        requestFocus();
        selectAll();
        show(model.find(getText()));
    }

    private void steer(KeyEvent e) {
        switch (e.getCode()) {
            case ESCAPE -> leave(e);
            case DOWN -> step(1, e);
            case UP -> step(-1, e);
            case PAGE_DOWN -> step(MOST_ROWS - 1, e);
            case PAGE_UP -> step(1 - MOST_ROWS, e);
            default -> {
                // typed
            }
        }
    }

    /** With nothing looked for, the key belongs to the window. */
    private void leave(KeyEvent e) {
        if (!getText().isEmpty() || popup != null && popup.isShowing()) {
            e.consume();
        }
        clear();
        hide();
        getParent().requestFocus();
    }

    private void step(int rows, KeyEvent e) {
        if (e.isAltDown() || e.isShortcutDown()) {
            return; // a shortcut of the window
        }
        if (popup == null || !popup.isShowing()) {
            show(model.find(getText()));
        } else {
            int size = list.getItems().size();
            int next = list.getSelectionModel().getSelectedIndex() + rows;
            int chosen = Math.max(0, Math.min(size - 1, next));
            list.getSelectionModel().clearAndSelect(chosen);
            list.scrollTo(Math.max(0, chosen - MOST_ROWS / 2));
            setAccessibleHelp(list.getItems().get(chosen).title() + ", "
                    + list.getItems().get(chosen).note());
        }
        e.consume();
    }

    private void go() {
        List<PaletteHit> hits = popup != null && popup.isShowing() ? list.getItems() : model.find(getText());
        if (hits.isEmpty() || getText().isBlank() && list == null) {
            return;
        }
        int chosen = popup != null && popup.isShowing()
                ? Math.max(0, list.getSelectionModel().getSelectedIndex())
                : 0;
        PaletteHit hit = hits.get(chosen);
        clear();
        hide();
        getParent().requestFocus();
        hit.go().run();
    }

    private void hide() {
        if (popup != null) {
            popup.hide();
        }
    }

    private void show(List<PaletteHit> hits) {
        if (hits.isEmpty() || getScene() == null) {
            hide();
            return;
        }
        if (popup == null) {
            makeList();
        }
        list.getItems().setAll(hits);
        list.getSelectionModel().clearAndSelect(0);
        list.scrollTo(0);
        list.setPrefSize(Math.max(getWidth(), LEAST_WIDTH), Math.min(MOST_ROWS, hits.size()) * ROW + 12);
        Bounds place = localToScreen(getBoundsInLocal());
        if (place == null) {
            return;
        }
        double x = place.getCenterX() - list.getPrefWidth() * ScaledRoot.scaleOf(this) / 2;
        if (popup.isShowing()) {
            popup.setX(x);
        } else {
            popup.show(this, x, place.getMaxY() + 4);
        }
    }

    private void makeList() {
        list = new ListView<>();
        list.getStyleClass().addAll("plain-list", "palette-list", "popup-pane");
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false); // the cursor stays in the field
        list.setAccessibleText(UiText.get("search.found"));
        list.setCellFactory(l -> new PaletteCell(hit -> {
            clear();
            hide();
            hit.go().run();
        }));
        popup = new Popup();
        popup.setAutoHide(true);
        popup.setHideOnEscape(false); // the field does, and clears itself
        ScaledRoot.fill(popup, list);
    }
}
