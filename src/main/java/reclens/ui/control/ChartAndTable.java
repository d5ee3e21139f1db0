package reclens.ui.control;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import reclens.ui.UiText;
import reclens.ui.icon.Icons;

/** A chart that can be swapped for a table of the same numbers. */
public final class ChartAndTable extends StackPane {
    private final Node chart;
    private final NumbersTable table = new NumbersTable();
    private final String name;
    private final Supplier<List<List<String>>> numbers;
    private final ToggleButton toggle = new ToggleButton();

    /** @param numbers headings, then one line a row; asked for only while the table is shown */
    public ChartAndTable(Node chart, String name, Supplier<List<List<String>>> numbers) {
        this.chart = chart;
        this.name = name;
        this.numbers = numbers;
        getChildren().addAll(chart, table);
        setMinSize(0, 0);
        table.setVisible(false);
        toggle.setGraphic(Icons.of("mdi2t-table", 16));
        toggle.getStyleClass().addAll("tool-toggle");
        toggle.setAccessibleText(UiText.format("table.show", name));
        toggle.setTooltip(new Tooltip(UiText.get("table.toggle")));
        toggle.selectedProperty().addListener((p, was, now) -> {
            chart.setVisible(!now);
            table.setVisible(now);
            refresh();
        });
    }

    public ToggleButton toggle() {
        return toggle;
    }

    /** To be called when the numbers changed. */
    public void refresh() {
        if (!toggle.isSelected()) {
            return;
        }
        List<List<String>> lines = numbers.get();
        if (lines.isEmpty()) {
            table.getItems().clear();
            return;
        }
        table.show(name, lines.get(0), lines.subList(1, lines.size()));
    }
}
