package reclens.ui.shell;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import reclens.ui.UiText;
import reclens.ui.icon.Icons;

/** The field in the top bar with what it found below. */
final class SearchField extends CustomTextField {
    private final SearchViewModel model;
    private final ContextMenu found = new ContextMenu();

    SearchField(SearchViewModel model) {
        this.model = model;
        getStyleClass().add("search-field");
        setLeft(Icons.of("mdi2m-magnify", 16, "icon-second"));
        Label shortcut = new Label(UiText.get("search.shortcut"));
        shortcut.getStyleClass().add("key-cap");
        setRight(shortcut);
        setPromptText(UiText.get("search.prompt"));
        setAccessibleText(UiText.get("search.prompt"));
        textProperty().addListener((p, was, now) -> showFound(model.find(now)));
        setOnAction(e -> model.find(getText()).stream().findFirst().ifPresent(this::go));
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                clear();
                getParent().requestFocus();
            }
        });
        focusedProperty().addListener((p, was, now) -> {
            if (!now) {
                found.hide();
            }
        });
    }

    private void showFound(List<SearchViewModel.Hit> hits) {
        if (hits.isEmpty() || !isFocused()) {
            found.hide();
            return;
        }
        found.getItems().setAll(hits.stream().map(this::item).toList());
        if (!found.isShowing()) {
            found.show(this, Side.BOTTOM, 0, 4);
        }
    }

    private MenuItem item(SearchViewModel.Hit hit) {
        Label title = new Label(hit.title());
        Label note = new Label(hit.note());
        note.getStyleClass().add("second-line");
        note.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, Icons.of(hit.icon(), 16, "icon-second"), title, gap, note);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPrefWidth(getWidth() - 34);
        CustomMenuItem item = new CustomMenuItem(row);
        item.setOnAction(e -> go(hit));
        return item;
    }

    private void go(SearchViewModel.Hit hit) {
        clear();
        found.hide();
        hit.go().run();
    }
}
