package reclens.ui.control;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The numbers behind a chart as a table, for those who cannot or do not want to read colours. */
public final class NumbersTable extends TableView<List<String>> {
    private static final double FIRST_COLUMN = 220;
    private static final double COLUMN = 84;

    public NumbersTable() {
        getStyleClass().add("numbers-table");
        setFixedCellSize(26); // lets JavaFX skip columns that are out of sight
    }

    /**
     * @param headings of all columns; the first names the rows
     * @param rows as many texts each as there are headings
     */
    public void show(String name, List<String> headings, List<List<String>> rows) {
        setAccessibleText(name);
        getColumns().clear();
        for (int c = 0; c < headings.size(); c++) {
            int at = c;
            TableColumn<List<String>, String> column = new TableColumn<>(headings.get(c));
            column.setCellValueFactory(
                    row -> new ReadOnlyStringWrapper(row.getValue().get(at)));
            column.setSortable(false);
            column.setReorderable(false);
            column.setPrefWidth(c == 0 ? FIRST_COLUMN : COLUMN);
            column.getStyleClass().add(c == 0 ? "text-column" : "number-column");
            getColumns().add(column);
        }
        setItems(FXCollections.observableArrayList(rows));
    }
}
