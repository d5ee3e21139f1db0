package reclens.ui.trust;

import java.util.Comparator;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import reclens.text.Numbers;
import reclens.ui.UiText;
import reclens.ui.control.Card;
import reclens.ui.control.Meter;

/** How far the other methods order the events as the chosen one does. */
final class AgreementCard extends Card {
    private final TrustViewModel model;
    private final GridPane grid = new GridPane();
    private final Label foot = new Label();

    AgreementCard(TrustViewModel model) {
        super("");
        this.model = model;
        grid.setHgap(8);
        grid.setVgap(7);
        grid.setPadding(new Insets(0, 12, 0, 0)); // where the scroll bar comes
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(110);
        names.setHgrow(Priority.SOMETIMES);
        ColumnConstraints bars = new ColumnConstraints();
        bars.setMinWidth(40);
        bars.setPrefWidth(40); // the names first
        bars.setHgrow(Priority.ALWAYS);
        ColumnConstraints numbers = new ColumnConstraints();
        numbers.setMinWidth(44);
        numbers.setHalignment(HPos.RIGHT);
        ColumnConstraints shares = new ColumnConstraints();
        shares.setMinWidth(46);
        shares.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().setAll(names, bars, numbers, shares);
        foot.getStyleClass().add("second-line");
        foot.setWrapText(true);
        foot.setMinHeight(USE_PREF_SIZE);
        ScrollPane rows = new ScrollPane(grid);
        rows.setFitToWidth(true);
        rows.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        rows.getStyleClass().add("card-scroll");
        rows.setMinHeight(0);
        VBox content = new VBox(8, rows, foot);
        content.setMinHeight(0);
        content(content);
        model.rows().addListener((ListChangeListener<MethodRow>) c -> show());
        show();
    }

    private void show() {
        title().setText(UiText.format("trust.agreement", model.methodInSentence(model.chosen())));
        grid.getChildren().clear();
        List<MethodRow> rows = model.rows().stream()
                .filter(MethodRow::hasAgreement)
                .sorted(Comparator.comparingDouble((MethodRow r) -> Double.isNaN(r.agreement()) ? -2 : r.agreement())
                        .reversed())
                .toList();
        foot.setText(UiText.get(rows.isEmpty() ? "trust.agreement.none" : "trust.agreement.foot"));
        if (rows.isEmpty()) {
            return;
        }
        // Agreement may be negative: then the bars start where 0 is between the lowest and 1.
        double low = Math.min(
                0,
                rows.stream()
                        .mapToDouble(MethodRow::agreement)
                        .filter(v -> !Double.isNaN(v))
                        .min()
                        .orElse(0));
        grid.add(head("trust.agreement.tau"), 1, 0, 2, 1);
        grid.add(head("trust.agreement.top"), 3, 0);
        for (int i = 0; i < rows.size(); i++) {
            MethodRow row = rows.get(i);
            Label name = new Label(row.name());
            name.setMinWidth(0);
            Meter meter = new Meter(true);
            meter.show(-low / (1 - low), (row.agreement() - low) / (1 - low), "meter-other");
            Label tau = new Label(Double.isNaN(row.agreement()) ? Numbers.MISSING : Numbers.signed(row.agreement()));
            tau.getStyleClass().add("number-text");
            Label top = new Label(
                    UiText.format("trust.agreement.of", Integer.toString(row.shared()), Integer.toString(row.top())));
            top.getStyleClass().add("second-line");
            name.setAccessibleText(row.name() + ", " + UiText.get("trust.agreement.tau") + " " + tau.getText() + ", "
                    + UiText.get("trust.agreement.top") + " " + top.getText());
            grid.addRow(i + 1, name, meter, tau, top);
        }
    }

    private static Label head(String key) {
        Label label = new Label(UiText.get(key));
        label.getStyleClass().add("column-head");
        return label;
    }
}
