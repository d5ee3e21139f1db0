package reclens.ui.palette;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import reclens.ui.UiText;
import reclens.ui.icon.Icons;

/** Icon, title, what it is, shortcut. */
final class PaletteCell extends ListCell<PaletteHit> {
    private final Label title = new Label();
    private final Label note = new Label();
    private final Label shortcut = new Label();
    private final HBox row;

    PaletteCell(Consumer<PaletteHit> go) {
        title.getStyleClass().add("row-title");
        note.getStyleClass().add("second-line");
        note.setMinWidth(USE_PREF_SIZE);
        shortcut.getStyleClass().add("key-cap");
        shortcut.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        row = new HBox(10, title, gap, note, shortcut);
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        setOnMouseClicked(e -> {
            if (getItem() != null) {
                go.accept(getItem());
            }
        });
    }

    @Override
    protected void updateItem(PaletteHit hit, boolean empty) {
        super.updateItem(hit, empty);
        if (empty || hit == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        FontIcon icon = Icons.of(hit.icon(), 16, "icon-second");
        title.setGraphic(icon);
        title.setGraphicTextGap(8);
        title.setText(hit.title());
        note.setText(hit.note());
        shortcut.setText(hit.shortcut());
        shortcut.setManaged(!hit.shortcut().isEmpty());
        shortcut.setVisible(!hit.shortcut().isEmpty());
        setAccessibleText(UiText.format("search.spoken", hit.title(), hit.note(), hit.shortcut()));
        setGraphic(row);
    }
}
