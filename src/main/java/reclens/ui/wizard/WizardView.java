package reclens.ui.wizard;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import reclens.domain.ModelChoice;
import reclens.domain.TablePreview;
import reclens.ui.UiText;
import reclens.ui.dialog.DialogService;
import reclens.ui.dialog.FileKind;
import reclens.ui.icon.Icons;

/** Files, columns with a preview, the model, and what was found. */
final class WizardView extends BorderPane {
    private static final double ROW = 24;
    private static final double COLUMN = 130;
    private static final double TABLE_HEAD = 42;
    private static final double SCROLL_BAR = 14;
    private static final double FOUND = 176;

    private final OwnDataViewModel model;
    private final DialogService dialogs;
    private final TableView<List<String>> table = new TableView<>();
    private final HBox roles = new HBox(12);
    private final HBox choices = new HBox(12);
    private final VBox findings = new VBox(6);

    WizardView(OwnDataViewModel model, DialogService dialogs, Consumer<Path> written) {
        this.model = model;
        this.dialogs = dialogs;
        getStyleClass().add("wizard");
        Label lead = new Label(UiText.get("wizard.lead"));
        lead.setWrapText(true);
        lead.setMinHeight(USE_PREF_SIZE);
        lead.getStyleClass().add("second-line");
        VBox page = new VBox(
                12,
                lead,
                heading("wizard.step.history"),
                fileRow(Part.HISTORY, FileKind.HISTORY),
                table,
                roles,
                skip(),
                heading("wizard.step.model"),
                fileRow(Part.MODEL, FileKind.CHECKPOINT),
                choices,
                heading("wizard.step.more"),
                fileRow(Part.VOCABULARY, FileKind.JSON),
                fileRow(Part.ITEMS, FileKind.TABLE),
                fileRow(Part.USERS, FileKind.TABLE),
                fileRow(Part.CONFIG, FileKind.JSON));
        page.getStyleClass().add("wizard-page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("view-scroll");
        setCenter(scroll);
        setBottom(new VBox(found(), foot(written)));
        table.setAccessibleText(UiText.get("wizard.preview"));
        table.getStyleClass().add("numbers-table");
        table.setFixedCellSize(ROW);
        model.previewProperty().addListener((p, was, now) -> showPreview(now));
        model.choiceProperty().addListener((p, was, now) -> showChoice(now));
        model.findings().addListener((ListChangeListener<Finding>) c -> showFindings());
        showPreview(model.previewProperty().get());
        showChoice(model.choiceProperty().get());
        showFindings();
        acceptDrops();
    }

    /** What was found stays in sight, however far the files are scrolled: it says what to do next. */
    private Node found() {
        ScrollPane scroll = new ScrollPane(findings) {
            @Override
            protected double computePrefHeight(double width) {
                double lines = findings.prefHeight((width < 0 ? getWidth() : width) - SCROLL_BAR);
                return Math.min(FOUND, Math.ceil(lines) + 4);
            }
        };
        findings.getChildren().addListener((ListChangeListener<Node>) c -> scroll.requestLayout());
        scroll.setFitToWidth(true);
        scroll.setMinHeight(USE_PREF_SIZE);
        scroll.getStyleClass().add("view-scroll");
        scroll.setAccessibleText(UiText.get("wizard.step.found"));
        VBox found = new VBox(8, heading("wizard.step.found"), scroll);
        found.getStyleClass().add("wizard-found");
        return found;
    }

    private Node skip() {
        CheckBox skip = new CheckBox(UiText.get("wizard.skip"));
        skip.selectedProperty().bindBidirectional(model.skipBadLinesProperty());
        skip.visibleProperty().bind(model.badLinesProperty());
        skip.managedProperty().bind(skip.visibleProperty());
        return skip;
    }

    private static Label heading(String key) {
        Label label = new Label(UiText.get(key));
        label.getStyleClass().add("card-title");
        return label;
    }

    private Node fileRow(Part part, FileKind kind) {
        String name = UiText.get(part.key());
        Label label = new Label(name);
        label.setMinWidth(150);
        Label path = new Label();
        path.getStyleClass().add("second-line");
        path.setMaxWidth(Double.MAX_VALUE);
        path.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        HBox.setHgrow(path, Priority.ALWAYS);
        ObjectProperty<Path> file = model.file(part);
        path.textProperty().bind(file.map(Path::toString).orElse(UiText.get(part.key() + ".none")));
        Button choose = new Button(UiText.get("wizard.choose"));
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setAccessibleText(UiText.format("wizard.choose.spoken", name));
        choose.setOnAction(e -> dialogs.chooseFile(name, kind).ifPresent(file::set));
        Button clear = new Button();
        clear.setGraphic(Icons.of("mdi2c-close", 14));
        clear.getStyleClass().addAll("flat", "icon-button");
        clear.setAccessibleText(UiText.format("wizard.clear.spoken", name));
        clear.visibleProperty().bind(file.isNotNull());
        clear.setOnAction(e -> file.set(null));
        HBox row = new HBox(8, label, path, clear, choose);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void showPreview(TablePreview preview) {
        boolean shown = preview != null && !preview.columns().isEmpty();
        for (Node node : List.of(table, roles)) {
            node.setVisible(shown);
            node.setManaged(shown);
        }
        table.getColumns().clear();
        roles.getChildren().clear();
        if (!shown) {
            return;
        }
        for (int i = 0; i < preview.columns().size(); i++) {
            int column = i;
            TableColumn<List<String>, String> shownColumn =
                    new TableColumn<>(preview.columns().get(i));
            shownColumn.setSortable(false);
            shownColumn.setPrefWidth(COLUMN);
            shownColumn.setCellValueFactory(row -> new SimpleStringProperty(
                    column < row.getValue().size() ? row.getValue().get(column) : ""));
            table.getColumns().add(shownColumn);
        }
        table.getItems().setAll(preview.rows());
        boolean wide = preview.columns().size() * COLUMN > getWidth();
        double height = ROW * preview.rows().size() + TABLE_HEAD + (wide ? SCROLL_BAR : 0);
        table.setMinHeight(height);
        table.setPrefHeight(height);
        List<String> offered = new ArrayList<>(preview.columns());
        offered.add(0, "");
        for (String role : OwnDataViewModel.ROLES) {
            roles.getChildren().add(role(role, offered));
        }
    }

    private Node role(String role, List<String> offered) {
        Label label = new Label(UiText.get("wizard.role." + role));
        label.getStyleClass().add("control-label");
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(offered);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String column) {
                return column == null || column.isEmpty() ? UiText.get("wizard.role.none") : column;
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException(); // the box is not editable
            }
        });
        box.setAccessibleText(label.getText());
        box.valueProperty().bindBidirectional(model.column(role));
        label.setLabelFor(box);
        return new VBox(4, label, box);
    }

    private void showChoice(ModelChoice choice) {
        choices.setVisible(choice != null);
        choices.setManaged(choice != null);
        choices.getChildren().clear();
        if (choice == null) {
            return;
        }
        if (!choice.variants().isEmpty()) {
            choices.getChildren().add(choice("choice.variant", choice.variants(), model.variantProperty()));
            Label meaning = new Label();
            meaning.getStyleClass().add("second-line");
            meaning.setWrapText(true);
            meaning.setMinHeight(USE_PREF_SIZE);
            meaning.textProperty()
                    .bind(model.variantProperty()
                            .map(variant -> UiText.orElse("choice.variant." + variant, ""))
                            .orElse(""));
            HBox.setHgrow(meaning, Priority.ALWAYS);
            choices.getChildren().add(meaning);
        }
        if (!choice.heads().isEmpty()) {
            choices.getChildren().add(0, choice("choice.heads", choice.heads(), model.headsProperty()));
        }
    }

    private static <T> Node choice(String key, List<T> offered, ObjectProperty<T> chosen) {
        Label label = new Label(UiText.get(key));
        label.getStyleClass().add("control-label");
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(offered);
        box.setPromptText(UiText.get("choice.heads.prompt"));
        box.setAccessibleText(label.getText());
        box.valueProperty().bindBidirectional(chosen);
        return new VBox(4, label, box);
    }

    private void showFindings() {
        findings.getChildren()
                .setAll(model.findings().stream().map(WizardView::line).toList());
    }

    private static Node line(Finding finding) {
        Label text = new Label(finding.text());
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line =
                new HBox(8, Icons.of(finding.kind().icon(), 16, finding.kind().style()), text);
        line.getStyleClass().add("finding");
        return line;
    }

    private Node foot(Consumer<Path> written) {
        Label name = new Label(UiText.get("wizard.name"));
        TextField title = new TextField();
        title.setAccessibleText(name.getText());
        title.textProperty().bindBidirectional(model.titleProperty());
        Label busy = new Label(UiText.get("wizard.checking"));
        busy.getStyleClass().add("second-line");
        busy.visibleProperty().bind(model.busyProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button write = new Button(UiText.get("wizard.write"));
        write.getStyleClass().add("accent");
        write.setMinWidth(USE_PREF_SIZE);
        write.disableProperty().bind(model.readyProperty().not());
        write.setOnAction(e -> dialogs.chooseFolder(
                        UiText.get("wizard.folder"),
                        model.file(Part.HISTORY).get().toAbsolutePath().getParent())
                .ifPresent(folder -> model.write(folder, () -> written.accept(folder))));
        HBox foot = new HBox(10, name, title, busy, gap, write);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("wizard-foot");
        return foot;
    }

    private void acceptDrops() {
        setOnDragOver(e -> {
            if (e.getDragboard().hasFiles()) {
                e.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            }
            e.consume();
        });
        setOnDragDropped(e -> {
            model.take(e.getDragboard().getFiles().stream()
                    .map(java.io.File::toPath)
                    .toList());
            e.setDropCompleted(true);
            e.consume();
        });
    }
}
