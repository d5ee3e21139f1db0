package reclens.ui.evolution;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import reclens.chart.SharesSpec;
import reclens.ui.UiText;
import reclens.ui.chart.ChartTheme;
import reclens.ui.chart.SharesChartView;
import reclens.ui.chart.SharesChartView.Form;
import reclens.ui.control.Card;
import reclens.ui.control.ChartAndTable;
import reclens.ui.control.InSight;
import reclens.ui.control.Noted;
import reclens.ui.control.RichTextFlow;
import reclens.ui.control.Segmented;
import reclens.ui.users.HasUserChooser;
import reclens.ui.users.UserChooser;

/** What would have been recommended over what was attended to, on one axis of time; beside them the list at one point. */
public final class EvolutionView extends BorderPane implements HasUserChooser {
    private final EvolutionViewModel model;
    private final UserChooser chooser;
    private final ChartTheme theme;
    private final Card list;
    private final VBox left;
    private final HBox body;

    public EvolutionView(EvolutionViewModel model, UserChooser chooser, ChartTheme theme) {
        this.model = model;
        this.chooser = chooser;
        this.theme = theme;
        getStyleClass().add("main-area");
        setTop(head());
        Card recommended = chart(UiText.get("evolution.card.recommended"), model.recommendedProperty(), Form.AREAS);
        Card attended = chart(UiText.get("evolution.card.attended"), model.attendedProperty(), Form.MAP);
        list = list();
        left = new VBox(recommended, attended, new Player(model));
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        body = new HBox(left, list);
        body.getStyleClass().add("view-body");
        setCenter(body);
        widthProperty().addListener((p, was, now) -> fit(now.doubleValue()));
        fit(1368);
        setMinWidth(0);
        InSight.follow(this, model::setActive);
    }

    @Override
    public UserChooser chooser() {
        return chooser;
    }

    private Node head() {
        Label title = new Label(UiText.get("evolution.title"));
        title.getStyleClass().add("view-title");
        title.setMinWidth(USE_PREF_SIZE);
        chooser.getStyleClass().add("head-chooser");
        chooser.setMinWidth(190);
        chooser.setPrefWidth(230);
        RichTextFlow sentence = new RichTextFlow("sentence");
        sentence.setLineSpacing(3);
        sentence.setPrefWidth(0); // or it asks for the width of its longest line
        model.sentenceProperty().addListener((p, was, now) -> sentence.show(now));
        sentence.show(model.sentenceProperty().get());
        VBox words = new VBox(sentence);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label by = new Label(UiText.get("evolution.by"));
        by.getStyleClass().add("control-label");
        by.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(12, title, chooser, words, by, features());
        head.getStyleClass().addAll("view-head", "head-row");
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(64);
        return head;
    }

    private ComboBox<String> features() {
        ComboBox<String> features = new ComboBox<>(model.features());
        features.setAccessibleText(UiText.get("evolution.by"));
        features.setCellFactory(l -> new FeatureCell());
        features.setButtonCell(new FeatureCell());
        features.setMinWidth(120);
        features.valueProperty().bindBidirectional(model.featureProperty());
        return features;
    }

    private static final class FeatureCell extends ListCell<String> {
        @Override
        protected void updateItem(String feature, boolean empty) {
            super.updateItem(feature, empty);
            setText(empty || feature == null ? "" : EvolutionViewModel.featureName(feature));
        }
    }

    private Card chart(String title, ReadOnlyObjectProperty<SharesSpec> spec, Form first) {
        SharesChartView chart = new SharesChartView(theme);
        chart.pointProperty().bindBidirectional(model.pointProperty());
        Segmented<Form> form = new Segmented<Form>(UiText.get("evolution.form"))
                .options(List.of(Form.values()), f -> UiText.get("evolution.form." + key(f)));
        form.valueProperty().set(first);
        ChartAndTable both = new ChartAndTable(chart, title, chart::lines);
        Card card = new Card(title)
                .content(new Noted(
                        both, model.noteProperty(), model.noteProperty().isNotEmpty()))
                .tools(form, both.toggle(), chart.menuButton());
        chart.onTable(both.toggle());
        Runnable show = () -> {
            SharesSpec now = spec.get();
            card.hint().setText(now == null ? "" : now.subtitle());
            chart.show(now, form.value());
            both.refresh();
        };
        spec.addListener((p, was, now) -> show.run());
        form.valueProperty().addListener((p, was, now) -> show.run());
        show.run();
        VBox.setVgrow(card, Priority.ALWAYS);
        card.setPrefHeight(100); // both grow from the same height
        card.setMinHeight(0);
        return card;
    }

    private static String key(Form form) {
        return form.name().toLowerCase(Locale.ROOT);
    }

    private Card list() {
        ListView<EvolutionRow> items = new ListView<>(model.rows());
        items.setCellFactory(l -> new EvolutionCell());
        items.setAccessibleText(UiText.get("evolution.list"));
        items.getStyleClass().addAll("plain-list", "evolution-list");
        items.setFixedCellSize(44);
        Card card = new Card(UiText.get("evolution.list")).content(items);
        card.hint().setText(UiText.get("evolution.list.hint"));
        return card.hintBelow();
    }

    /** The widths of look.md at its three windows, and what lies between them. */
    private void fit(double width) {
        boolean narrow = width < 1300;
        boolean wide = width >= 2000;
        double gap = narrow ? 12 : 16;
        body.setSpacing(gap);
        body.setPadding(new Insets(gap));
        left.setSpacing(gap);
        fix(list, narrow ? 272 : wide ? 480 : 320);
    }

    private static void fix(Region region, double width) {
        region.setMinWidth(width);
        region.setPrefWidth(width);
        region.setMaxWidth(width);
    }
}
