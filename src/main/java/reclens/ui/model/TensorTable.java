package reclens.ui.model;

import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import reclens.text.Numbers;
import reclens.ui.UiText;

/** The tensors, to be sorted by any column; the selected line is the one whose values are shown. */
final class TensorTable extends TableView<TensorRow> {
    private static final double ROW = 26;

    private final ModelViewModel model;
    private boolean following;

    TensorTable(ModelViewModel model) {
        this.model = model;
        SortedList<TensorRow> sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        getStyleClass().addAll("numbers-table", "tensor-table");
        setAccessibleText(UiText.get("model.tensors"));
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label none = new Label();
        none.textProperty().bind(model.noteProperty());
        none.getStyleClass().add("note");
        none.setWrapText(true);
        none.setMaxWidth(360);
        setPlaceholder(none);
        getColumns().add(text("name", 280, TensorRow::name));
        getColumns().add(sized("shape", 104, TensorRow::shape, TensorRow::values));
        getColumns().add(text("dtype", 70, TensorRow::dtype));
        getColumns().add(sized("values", 78, row -> Numbers.count(row.values()), TensorRow::values));
        getColumns().add(sized("bytes", 78, TensorRow::size, TensorRow::bytes));
        getSelectionModel().selectedItemProperty().addListener((p, was, now) -> {
            if (!following && now != null) {
                model.selectedProperty().set(now);
            }
        });
        model.selectedProperty().addListener((p, was, now) -> follow());
        getItems().addListener((ListChangeListener<TensorRow>) change -> follow());
        follow();
    }

    private void follow() {
        following = true;
        TensorRow chosen = model.selectedProperty().get();
        if (chosen == null || !getItems().contains(chosen)) {
            getSelectionModel().clearSelection();
        } else if (getSelectionModel().getSelectedItem() != chosen) {
            getSelectionModel().select(chosen);
        }
        following = false;
    }

    private static TableColumn<TensorRow, TensorRow> text(String key, double width, Function<TensorRow, String> of) {
        TableColumn<TensorRow, TensorRow> column = column(key, width, of);
        column.setComparator(Comparator.comparing(of));
        column.getStyleClass().add("text-column");
        return column;
    }

    private static TableColumn<TensorRow, TensorRow> sized(
            String key, double width, Function<TensorRow, String> of, Function<TensorRow, Long> size) {
        TableColumn<TensorRow, TensorRow> column = column(key, width, of);
        column.setComparator(Comparator.comparing(size));
        column.getStyleClass().add("number-column");
        return column;
    }

    private static TableColumn<TensorRow, TensorRow> column(String key, double width, Function<TensorRow, String> of) {
        TableColumn<TensorRow, TensorRow> column = new TableColumn<>(UiText.get("model.column." + key));
        column.setPrefWidth(width);
        column.setMinWidth(48);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> new TableCell<>() {
            {
                setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // names differ at their ends
            }

            @Override
            protected void updateItem(TensorRow row, boolean empty) {
                super.updateItem(row, empty);
                String words = empty || row == null ? null : of.apply(row);
                setText(words);
                setTooltip(words == null ? null : new Tooltip(words));
            }
        });
        return column;
    }
}
