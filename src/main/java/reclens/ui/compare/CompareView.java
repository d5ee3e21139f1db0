package reclens.ui.compare;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import reclens.explanation.Method;
import reclens.ui.UiText;
import reclens.ui.chart.ChartTheme;
import reclens.ui.control.Card;
import reclens.ui.control.ChartAndTable;
import reclens.ui.control.InSight;
import reclens.ui.control.ScaledRoot;
import reclens.ui.control.Segmented;
import reclens.ui.users.HasUserChooser;
import reclens.ui.users.UserChooser;

/** Both sides of a comparison and their difference, row beside row: behaviours above, product features below. */
public final class CompareView extends BorderPane implements HasUserChooser {
    /** Heights that are not rows of behaviours: cards' heads and paddings, axes, and the card of features. */
    private static final double FRAME = 228;

    private static final int LEAST_ROWS = 6;
    private static final int FEATURES = 7;

    private final CompareViewModel model;
    private final UserChooser chooser;
    private final AlignedChart behaviours;
    private final AlignedChart features;
    private final ComboBox<String> field = new ComboBox<>();
    private final Card behavioursCard = new Card(UiText.get("why.behaviours"));
    private final Card featuresCard = new Card(UiText.get("why.features"));
    private final VBox cards = new VBox();
    private final ScrollPane scroll = new ScrollPane(cards);
    private final ChartAndTable behavioursTable;
    private final ChartAndTable featuresTable;

    /** @param edit opens the view in which a history is edited */
    public CompareView(CompareViewModel model, UserChooser chooser, ChartTheme theme, Runnable edit) {
        this.model = model;
        this.chooser = chooser;
        behaviours = new AlignedChart(theme, this::select, model.eventProperty()::get);
        features = new AlignedChart(theme, event -> {}, () -> -1);
        behavioursTable = new ChartAndTable(behaviours, UiText.get("why.behaviours"), behaviours::lines);
        featuresTable = new ChartAndTable(features, UiText.get("why.features"), features::lines);
        // A hidden table would ask for its own height.
        behavioursTable.prefHeightProperty().bind(behaviours.prefHeightProperty());
        featuresTable.prefHeightProperty().bind(features.prefHeightProperty());
        getStyleClass().add("main-area");
        setTop(new CompareHead(model, chooser));
        setCenter(new StackPane(body(), note(edit)));
        setMinWidth(0);
        model.comparedProperty().addListener((p, was, now) -> show());
        model.byTimeProperty().addListener((p, was, now) -> show());
        field.valueProperty().addListener((p, was, now) -> showFeatures());
        model.eventProperty().addListener((p, was, now) -> behaviours.refresh());
        scroll.viewportBoundsProperty().addListener((p, was, now) -> show());
        InSight.follow(this, model::setActive);
        show();
    }

    @Override
    public UserChooser chooser() {
        return chooser;
    }

    private void select(int event) {
        int now = model.eventProperty().get();
        model.eventProperty().set(now == event ? -1 : event);
    }

    private Node body() {
        Segmented<Boolean> order = new Segmented<Boolean>(UiText.get("why.order"))
                .options(List.of(false, true), time -> UiText.get(time ? "why.order.in_time" : "why.order.by_size"));
        order.valueProperty().bindBidirectional(model.byTimeProperty());
        ComboBox<Method> method = methods();
        behavioursCard.content(behavioursTable).tools(method, order, behavioursTable.toggle(), behaviours.menuButton());
        field.setAccessibleText(UiText.get("why.fields"));
        field.setCellFactory(l -> new FieldCell());
        field.setButtonCell(new FieldCell());
        featuresCard.content(featuresTable).tools(field, featuresTable.toggle(), features.menuButton());
        cards.getChildren().addAll(behavioursCard, featuresCard);
        cards.getStyleClass().add("view-body");
        cards.visibleProperty().bind(model.comparedProperty().isNotNull());
        scroll.getStyleClass().add("view-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    private ComboBox<Method> methods() {
        ComboBox<Method> method = new ComboBox<>();
        method.setAccessibleText(UiText.get("why.method"));
        method.setCellFactory(l -> new MethodCell());
        method.setButtonCell(new MethodCell());
        method.setItems(FXCollections.observableArrayList(model.methods()));
        method.valueProperty().bindBidirectional(model.methodProperty());
        method.setOnShowing(e -> {
            Method was = method.getValue();
            method.getItems().setAll(model.methods());
            method.setValue(was);
        });
        return method;
    }

    private final class MethodCell extends ListCell<Method> {
        @Override
        protected void updateItem(Method method, boolean empty) {
            super.updateItem(method, empty);
            setText(empty || method == null ? "" : model.methodName(method));
        }
    }

    private static final class FieldCell extends ListCell<String> {
        @Override
        protected void updateItem(String field, boolean empty) {
            super.updateItem(field, empty);
            setText(
                    empty || field == null || field.isEmpty()
                            ? ""
                            : field.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                                    + field.substring(1).replace('_', ' '));
        }
    }

    private Node note(Runnable edit) {
        Label words = new Label();
        words.textProperty().bind(model.problemProperty());
        words.setWrapText(true);
        words.setMaxWidth(460);
        words.getStyleClass().add("note");
        Button open = new Button(UiText.get("compare.open-edit"));
        open.setOnAction(e -> edit.run());
        open.visibleProperty().bind(model.kindProperty().isEqualTo(Kind.EDIT));
        open.managedProperty().bind(open.visibleProperty());
        VBox note = new VBox(16, words, open);
        note.setAlignment(Pos.CENTER);
        note.visibleProperty().bind(model.problemProperty().isNotEmpty());
        note.setPickOnBounds(false);
        return note;
    }

    private void show() {
        Compared now = model.comparedProperty().get();
        double width = ScaledRoot.windowWidth(this, 1440);
        double row = width < 1400 ? 21 : width < 2000 ? 23 : 28;
        double gap = width < 1400 ? 12 : 16;
        cards.setPadding(new Insets(gap));
        cards.setSpacing(gap);
        behaviours.setRowHeight(row);
        features.setRowHeight(row);
        if (now == null) {
            behaviours.show(UiText.get("why.behaviours"), null, List.of());
            features.show(UiText.get("why.features"), null, List.of());
            return;
        }
        String was = field.getValue();
        List<String> fields = now.fields();
        if (!field.getItems().equals(fields)) {
            field.getItems().setAll(fields);
        }
        field.setValue(fields.contains(was) ? was : fields.isEmpty() ? null : fields.get(0));
        featuresCard.setVisible(!fields.isEmpty());
        featuresCard.setManaged(!fields.isEmpty());
        int featureRows = fields.isEmpty() ? 0 : featureRows(now).size();
        double room =
                scroll.getViewportBounds().getHeight() - FRAME - 3 * gap - (featureRows == 0 ? 0 : featureRows * row);
        int most = (int) Math.max(LEAST_ROWS, Math.floor(room / row) - 2);
        behavioursCard.hint().setText(UiText.format("compare.hint." + now.kind().key(), now.axis()));
        behaviours.show(
                UiText.get("why.behaviours"),
                now,
                AlignedRows.behaviours(now, most, model.byTimeProperty().get()));
        behavioursTable.refresh();
        showFeatures();
    }

    private List<AlignedRow> featureRows(Compared now) {
        return field.getValue() == null ? List.of() : AlignedRows.features(now, field.getValue(), FEATURES - 1);
    }

    private void showFeatures() {
        Compared now = model.comparedProperty().get();
        if (now == null || field.getValue() == null) {
            features.show(UiText.get("why.features"), null, List.of());
            return;
        }
        featuresCard.hint().setText(UiText.get("compare.features.hint"));
        features.show(UiText.get("why.features"), now, featureRows(now));
        featuresTable.refresh();
    }
}
