package reclens.ui.evaluate;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import reclens.evaluation.Evaluation;
import reclens.session.RankingStudy;
import reclens.text.Numbers;
import reclens.ui.UiText;

/** The metrics as a table; the selected line is the one that the bars show. */
final class MetricTable extends TableView<MetricRow> {
    private static final double ROW = 28;
    private static final double NUMBER = 104;
    private static final int FEW = 2;
    private static final double WIDEST = 340;

    private final EvaluateViewModel model;
    private boolean following;

    MetricTable(EvaluateViewModel model) {
        super(model.rows());
        this.model = model;
        getStyleClass().addAll("numbers-table", "metric-table");
        setAccessibleText(UiText.get("evaluate.results"));
        setFixedCellSize(ROW);
        setPlaceholder(new Label("")); // the sentence over the whole body says why
        getSelectionModel().selectedItemProperty().addListener((p, was, now) -> {
            if (!following && now != null) {
                model.metricProperty().set(now.key());
            }
        });
        model.studyProperty().addListener((p, was, now) -> columns(now));
        model.rows().addListener((ListChangeListener<MetricRow>) change -> follow());
        columns(model.studyProperty().get());
    }

    private void columns(RankingStudy study) {
        getColumns().clear();
        if (study == null) {
            return;
        }
        RankingStudy.Cutoff any = study.cutoffs().get(0);
        // Few columns share the room; many keep their widths and are scrolled.
        setColumnResizePolicy(
                any.model().segments().size() <= FEW
                        ? CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN
                        : UNCONSTRAINED_RESIZE_POLICY);
        TableColumn<MetricRow, String> names =
                column(UiText.get("evaluate.column.metric"), "", 150, r -> MetricRow.name(r.key()));
        names.getStyleClass().add("text-column");
        names.setCellFactory(c -> new NameCell());
        getColumns().add(names);
        getColumns()
                .add(number(
                        UiText.get("evaluate.column.value"),
                        UiText.format(
                                "evaluate.users", Numbers.count(any.model().users())),
                        r -> MetricRow.number(r.value())));
        TableColumn<MetricRow, String> range = number(
                UiText.get("evaluate.column.interval"),
                UiText.get("evaluate.column.interval.meaning"),
                MetricRow::range);
        range.setPrefWidth(136);
        range.setMinWidth(136); // half an interval says nothing
        getColumns().add(range);
        if (any.popular().isPresent()) {
            TableColumn<MetricRow, String> popular = number(
                    UiText.get("evaluate.column.popular"),
                    UiText.get("evaluate.column.popular.meaning"),
                    r -> MetricRow.number(r.popular()));
            popular.setMinWidth(NUMBER); // its head would be cut
            getColumns().add(popular);
        }
        List<Evaluation.Segment> segments = any.model().segments();
        IntStream.range(0, segments.size()).forEach(i -> getColumns()
                .add(number(
                        MetricRow.segment(segments.get(i)),
                        UiText.format(
                                "evaluate.users", Numbers.count(segments.get(i).users())),
                        r -> MetricRow.number(r.segments().get(i)))));
    }

    private void follow() {
        following = true;
        getSelectionModel().clearSelection();
        for (MetricRow row : getItems()) {
            if (row.key().equals(model.metricProperty().get())) {
                getSelectionModel().select(row);
            }
        }
        following = false;
    }

    private static TableColumn<MetricRow, String> number(String title, String meaning, Function<MetricRow, String> of) {
        TableColumn<MetricRow, String> column = column(title, meaning, NUMBER, of);
        column.setMinWidth(84); // a head of four Chinese characters
        column.getStyleClass().add("number-column");
        return column;
    }

    private static TableColumn<MetricRow, String> column(
            String title, String meaning, double width, Function<MetricRow, String> of) {
        TableColumn<MetricRow, String> column = new TableColumn<>();
        Label head = new Label(title);
        head.setMaxWidth(Double.MAX_VALUE);
        if (!meaning.isEmpty()) {
            head.setTooltip(explained(title + ": " + meaning));
            head.setAccessibleHelp(meaning);
        }
        column.setGraphic(head);
        column.setText("");
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(of.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setMinWidth(60);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private static Tooltip explained(String words) {
        Tooltip tip = new Tooltip(words);
        tip.setWrapText(true);
        tip.setMaxWidth(WIDEST);
        return tip;
    }

    private static final class NameCell extends TableCell<MetricRow, String> {
        @Override
        protected void updateItem(String name, boolean empty) {
            super.updateItem(name, empty);
            MetricRow row = empty ? null : getTableRow().getItem();
            setText(empty ? null : name);
            setTooltip(row == null ? null : explained(MetricRow.meaning(row.key())));
            setAccessibleHelp(row == null ? null : MetricRow.meaning(row.key()));
        }
    }
}
