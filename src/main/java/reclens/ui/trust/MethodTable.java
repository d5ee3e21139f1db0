package reclens.ui.trust;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import reclens.ui.UiText;
import reclens.ui.control.Badge;

/** The methods as a table of numbers; the selected line is the chosen method. */
final class MethodTable extends TableView<MethodRow> {
    private static final double ROW = 30;
    private static final double HEAD = 42;
    private static final int LEAST = 6;
    private static final double NAME = 170;
    private static final double LONG_NAME = 200;

    private final TrustViewModel model;
    private final TableColumn<MethodRow, MethodRow> names;
    private final TableColumn<MethodRow, MethodRow> causes;
    private boolean busy;

    MethodTable(TrustViewModel model) {
        super(model.rows());
        this.model = model;
        getStyleClass().addAll("numbers-table", "method-table");
        setAccessibleText(UiText.get("trust.methods"));
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setMinHeight(HEAD + LEAST * ROW);
        setPrefHeight(getMinHeight());
        Label none = new Label(UiText.get("trust.methods.none"));
        none.getStyleClass().add("note");
        setPlaceholder(none);
        names = column("trust.column.method", NAME, 120, r -> text(r, r.name(), "text-column"));
        getColumns().add(names);
        getColumns().add(number("trust.column.deletion", r -> TrustViewModel.number(r.deletionArea(), 2)));
        getColumns().add(number("trust.column.place", r -> TrustViewModel.number(r.place(), 2)));
        getColumns()
                .add(number("trust.column.comprehensiveness", r -> TrustViewModel.number(r.comprehensiveness(), 3)));
        getColumns().add(number("trust.column.sufficiency", r -> TrustViewModel.number(r.sufficiency(), 3)));
        causes = column("trust.column.cause", 130, 100, MethodTable::cause);
        getColumns().add(causes);
        getColumns().add(column("trust.column.verdict", 190, 150, this::verdict));
        getSelectionModel().selectedItemProperty().addListener((p, was, now) -> {
            if (!busy && now != null) {
                model.choose(now.method());
            }
        });
        model.rows().addListener((ListChangeListener<MethodRow>) c -> {
            showCauses();
            select();
        });
        model.workbench().selection().methodProperty().addListener((p, was, now) -> select());
        showCauses();
        select();
    }

    /** Where no cause is known its column would be empty; the names take the room. */
    private void showCauses() {
        boolean known = getItems().stream().anyMatch(row -> row.causeRank() > 0);
        if (known != causes.isVisible() || names.getPrefWidth() == NAME) {
            causes.setVisible(known);
            names.setPrefWidth(known ? NAME : LONG_NAME);
        }
    }

    private void select() {
        busy = true;
        getSelectionModel().clearSelection();
        for (int i = 0; i < getItems().size(); i++) {
            if (getItems().get(i).method() == model.chosen()) {
                getSelectionModel().select(i);
            }
        }
        busy = false;
    }

    private static TableColumn<MethodRow, MethodRow> number(String key, Function<MethodRow, String> of) {
        TableColumn<MethodRow, MethodRow> column = column(key, 92, 70, r -> text(r, of.apply(r), "number-text"));
        column.getStyleClass().add("number-column");
        return column;
    }

    private static TableColumn<MethodRow, MethodRow> column(
            String key, double width, double least, Function<MethodRow, Node> of) {
        TableColumn<MethodRow, MethodRow> column = new TableColumn<>();
        Label head = new Label(UiText.get(key));
        head.setWrapText(true);
        head.getStyleClass().add("column-head");
        Tooltip meaning = new Tooltip(UiText.get(key + ".meaning"));
        meaning.setWrapText(true);
        meaning.setMaxWidth(340);
        head.setTooltip(meaning);
        head.setMaxWidth(Double.MAX_VALUE);
        head.setAccessibleHelp(meaning.getText());
        column.setGraphic(head);
        column.setPrefWidth(width);
        column.setMinWidth(least);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(MethodRow row, boolean empty) {
                super.updateItem(row, empty);
                setGraphic(empty || row == null ? null : of.apply(row));
            }
        });
        return column;
    }

    private static Label text(MethodRow row, String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setDisable(row.state() == MethodRow.State.REFUSED);
        return label;
    }

    /** The rank as a number and as a diamond on a short line of ranks, filled when it is the first. */
    private static Node cause(MethodRow row) {
        if (row.causeRank() == 0) {
            return new Label("");
        }
        Label number = new Label(Integer.toString(row.causeRank()));
        number.setMinWidth(22);
        number.getStyleClass().add("number-text");
        HBox box = new HBox(6, number, new RankMark(row.causeRank(), row.events()));
        box.setAlignment(Pos.CENTER_LEFT);
        box.setAccessibleText(
                UiText.format("trust.cause.spoken", Integer.toString(row.causeRank()), Integer.toString(row.events())));
        return box;
    }

    private Node verdict(MethodRow row) {
        if (row.state() == MethodRow.State.DONE) {
            Badge badge = new Badge();
            badge.show(Badge.Tone.of(row.tone()), row.verdict());
            return badge;
        }
        if (row.state() == MethodRow.State.WAITING) {
            Button compute = new Button(UiText.get("why.method.compute"));
            compute.getStyleClass().add("small-button");
            compute.setAccessibleText(UiText.get("why.method.compute") + " " + row.name());
            compute.setOnAction(e -> model.compute(row.method()));
            return compute;
        }
        Label note = new Label(row.note());
        note.getStyleClass().add("second-line");
        note.setTooltip(new Tooltip(row.note()));
        note.getTooltip().setWrapText(true);
        note.getTooltip().setMaxWidth(340);
        return note;
    }
}
