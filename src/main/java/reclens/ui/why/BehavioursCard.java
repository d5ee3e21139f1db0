package reclens.ui.why;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import reclens.chart.ChartOptions;
import reclens.ui.UiText;
import reclens.ui.chart.BarChartView;
import reclens.ui.control.Card;
import reclens.ui.control.ChartAndTable;
import reclens.ui.control.Noted;
import reclens.ui.control.Segmented;
import reclens.ui.settings.Settings;

/** The bars of the events: by which method, in which order, how many; and how far other methods agree. */
final class BehavioursCard {
    /** Height of the line below the bars. */
    static final double FOOT = 42; // two lines of Chinese

    private final WhyViewModel model;

    BehavioursCard(WhyViewModel model) {
        this.model = model;
    }

    Card of(BarChartView bars) {
        MethodChooser method = new MethodChooser(model);
        Label info = method.info();
        Segmented<ChartOptions.Order> order = new Segmented<ChartOptions.Order>(UiText.get("why.order"))
                .options(
                        List.of(ChartOptions.Order.values()),
                        o -> UiText.get("why.order." + o.name().toLowerCase(Locale.ROOT)));
        order.valueProperty().bindBidirectional(model.orderProperty());
        ChartAndTable both = new ChartAndTable(
                bars,
                UiText.get("why.behaviours"),
                () -> WhyViewModel.numbers(model.behavioursProperty().get()));
        bars.onTable(both.toggle());
        model.behavioursProperty().addListener((p, was, now) -> both.refresh());
        Noted noted = new Noted(
                both, model.behavioursNoteProperty(), model.behavioursProperty().isNull());
        StackPane chart = new StackPane(noted);
        chart.setMinSize(0, 0);
        VBox.setVgrow(chart, Priority.ALWAYS);
        model.further().runningProperty().addListener((p, was, now) -> showWait(chart));
        model.headingProperty().addListener((p, was, now) -> showWait(chart));
        showWait(chart);
        HBox foot = foot(bars);
        Card card = new Card(UiText.get("why.behaviours"))
                .content(new VBox(chart, foot))
                .tools(method, info, order);
        model.behavioursProperty().addListener((p, was, now) -> {
            boolean fields = !model.readsHistory() && now != null;
            card.title().setText(fields ? now.title() : UiText.get("why.behaviours"));
            show(method, !fields);
            show(info, !fields);
            show(order, !fields);
            show(foot, !fields);
        });
        return card;
    }

    /** Most methods are there at once, so the sign of a slow one is made when it is first needed. */
    private void showWait(StackPane chart) {
        if (chart.getChildren().size() == 1 && model.further().missing()) {
            chart.getChildren().add(new MethodWait(model));
        }
    }

    private HBox foot(BarChartView bars) {
        Label agreement = new Label();
        agreement.getStyleClass().addAll("hint", "agreement-line");
        agreement.textProperty().bind(model.agreementProperty());
        agreement.setWrapText(true);
        agreement.setMinWidth(0);
        agreement.setMaxHeight(FOOT);
        agreement.setTooltip(new Tooltip(UiText.get("why.agreement.meaning")));
        agreement.getTooltip().setWrapText(true);
        agreement.getTooltip().setMaxWidth(360);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ComboBox<Integer> top = Choosers.of(UiText.get("why.top"), Settings::topName);
        top.getItems().setAll(Settings.TOPS);
        top.valueProperty().bindBidirectional(model.topProperty());
        top.setMinWidth(Region.USE_PREF_SIZE);
        Label name = new Label(UiText.get("why.top"));
        name.getStyleClass().add("control-label");
        name.setMinWidth(Region.USE_PREF_SIZE);
        HBox foot = new HBox(8, agreement, gap, name, top, bars.menuButton());
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.setMinHeight(FOOT);
        foot.setMaxHeight(FOOT);
        return foot;
    }

    private static void show(Region node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
