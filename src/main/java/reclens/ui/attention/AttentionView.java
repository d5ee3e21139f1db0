package reclens.ui.attention;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import reclens.chart.AttentionHeatmapSpec;
import reclens.chart.AttentionOverviewSpec;
import reclens.chart.BarChartSpec;
import reclens.ui.UiText;
import reclens.ui.chart.AttentionHeatmapView;
import reclens.ui.chart.AttentionOverviewView;
import reclens.ui.chart.BarChartView;
import reclens.ui.chart.ChartTheme;
import reclens.ui.control.Card;
import reclens.ui.control.ChartAndTable;
import reclens.ui.control.InSight;
import reclens.ui.control.ScaledRoot;
import reclens.ui.icon.Icons;

/** The page of attention: the matrix of one head, all heads, one row. */
public final class AttentionView extends BorderPane {
    private static final double ROW_HEIGHT = 26;
    /** The others, the padding, and the sum. */
    private static final int ROWS_BELOW = 3;

    private final AttentionViewModel model;
    private final AttentionHeatmapView heatmap;
    private final AttentionOverviewView overview;
    private final BarChartView row;
    private final GridPane cards = new GridPane();

    public AttentionView(AttentionViewModel model, ChartTheme theme) {
        this.model = model;
        heatmap = new AttentionHeatmapView(theme);
        overview = new AttentionOverviewView(theme);
        row = new BarChartView(theme);
        getStyleClass().add("main-area");
        cards.getStyleClass().add("view-body");
        Card map = mapCard();
        AttentionHead head = new AttentionHead(model);
        setTop(head);
        layOut(map, overviewCard(), rowCard());
        setCenter(cards);
        connect();
        InSight.follow(this, model::setActive);
        setMinWidth(0);
        widthProperty().addListener((p, was, now) -> fit());
    }

    private Card mapCard() {
        Card card = new Card("");
        ChartAndTable both =
                new ChartAndTable(heatmap, UiText.get("attention.numbers"), () -> model.numbers(heatmap.firstColumn()));
        card.title()
                .textProperty()
                .bind(model.heatmapProperty().map(AttentionHeatmapSpec::title).orElse(""));
        card.hint()
                .textProperty()
                .bind(model.heatmapProperty()
                        .map(AttentionHeatmapSpec::subtitle)
                        .orElse(""));
        model.heatmapProperty().addListener((p, was, now) -> both.refresh());
        heatmap.onTable(both.toggle());
        return card.content(both)
                .tools(new HBox(
                        4,
                        zoom("mdi2m-magnify-minus-outline", "attention.zoom.out", heatmap::zoomOut),
                        zoom("mdi2m-magnify-plus-outline", "attention.zoom.in", heatmap::zoomIn),
                        zoom("mdi2f-fit-to-page-outline", "attention.zoom.all", heatmap::zoomToAll),
                        both.toggle(),
                        heatmap.menuButton()));
    }

    private static Button zoom(String icon, String key, Runnable action) {
        Button button = new Button();
        button.setGraphic(Icons.of(icon, 16));
        button.getStyleClass().add("chart-menu-button");
        button.setAccessibleText(UiText.get(key));
        button.setTooltip(new Tooltip(UiText.get(key)));
        button.setOnAction(e -> action.run());
        return button;
    }

    private Card overviewCard() {
        Card card = new Card(UiText.get("attention.heads"));
        card.hint()
                .textProperty()
                .bind(model.overviewProperty()
                        .map(AttentionOverviewSpec::subtitle)
                        .orElse(""));
        Label help = new Label(UiText.get("attention.enlarge"));
        help.getStyleClass().add("hint");
        help.visibleProperty()
                .bind(model.overviewProperty()
                        .map(spec -> spec.tiles().size() > 1)
                        .orElse(false));
        VBox content = new VBox(4, overview, help);
        VBox.setVgrow(overview, Priority.ALWAYS);
        return card.content(content);
    }

    private Card rowCard() {
        Card card = new Card("");
        card.title()
                .textProperty()
                .bind(model.rowBarsProperty().map(BarChartSpec::title).orElse(""));
        card.hint()
                .textProperty()
                .bind(model.rowBarsProperty().map(this::rowHint).orElse(""));
        StackPane top = new StackPane(row);
        top.setAlignment(Pos.TOP_CENTER);
        top.setMinSize(0, 0);
        top.heightProperty()
                .addListener((p, was, now) ->
                        model.fitRow(Math.max(3, (int) (now.doubleValue() / ROW_HEIGHT) - ROWS_BELOW)));
        return card.hintBelow().content(top);
    }

    private String rowHint(BarChartSpec spec) {
        return model.listsTheScoringRow() ? UiText.format("attention.scored", spec.subtitle()) : spec.subtitle();
    }

    private void layOut(Node map, Node heads, Node bars) {
        RowConstraints half = new RowConstraints();
        half.setPercentHeight(55);
        half.setVgrow(Priority.ALWAYS);
        RowConstraints other = new RowConstraints();
        other.setPercentHeight(45);
        cards.getRowConstraints().setAll(half, other);
        cards.add(map, 0, 0, 1, 2);
        cards.add(heads, 1, 0);
        cards.add(bars, 1, 1);
        fit();
    }

    private void connect() {
        heatmap.onEvent(model.eventProperty());
        heatmap.onRow(model.rowProperty());
        row.onEvent(model.eventProperty());
        overview.onTile(model::chooseTile);
        model.heatmapProperty().addListener((p, was, now) -> heatmap.show(now));
        model.overviewProperty().addListener((p, was, now) -> showOverview());
        model.headProperty().addListener((p, was, now) -> showOverview());
        model.layerProperty().addListener((p, was, now) -> showOverview());
        model.rowBarsProperty().addListener((p, was, now) -> row.show(now));
        heatmap.show(model.heatmapProperty().get());
        showOverview();
        row.show(model.rowBarsProperty().get());
    }

    private void showOverview() {
        overview.show(model.overviewProperty().get(), model.chosenTile());
    }

    /** The side keeps the widths of the grid; the matrix takes what is left. */
    private void fit() {
        double width = ScaledRoot.windowWidth(this, 1440);
        double padding = width < 1400 ? 12 : 16;
        cards.setPadding(new Insets(padding));
        cards.setHgap(padding);
        cards.setVgap(padding);
        ColumnConstraints main = new ColumnConstraints();
        main.setHgrow(Priority.ALWAYS);
        main.setMinWidth(200);
        ColumnConstraints side = new ColumnConstraints();
        double sideWidth = width < 1400 ? 272 : width < 2000 ? 288 : 672;
        side.setMinWidth(sideWidth);
        side.setPrefWidth(sideWidth);
        side.setMaxWidth(sideWidth);
        cards.getColumnConstraints().setAll(main, side);
    }
}
