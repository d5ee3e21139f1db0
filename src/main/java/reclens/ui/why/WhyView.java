package reclens.ui.why;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import reclens.ui.UiText;
import reclens.ui.chart.BarChartView;
import reclens.ui.chart.ChartTheme;
import reclens.ui.chart.FeatureHeatmapView;
import reclens.ui.control.Card;
import reclens.ui.control.ChartAndTable;
import reclens.ui.control.InSight;
import reclens.ui.control.Noted;
import reclens.ui.control.ScaledRoot;

/** The page of one recommendation: sentence and verdict above, three charts below. */
public final class WhyView extends BorderPane {
    /** Heights of a card that are not rows: padding, title, axis or column headings. */
    private static final double BARS_FRAME = 96 + BehavioursCard.FOOT;

    private static final double MATRIX_FRAME = 106;
    private static final double LEAST_ROWS = 6;

    private final WhyViewModel model;
    private final BarChartView behaviours;
    private final BarChartView features;
    private final FeatureHeatmapView matrix;
    private final GridPane cards = new GridPane();
    private final ScrollPane scroll = new ScrollPane(cards);
    private TopTenView topTen;
    private int shownEvents;

    public WhyView(WhyViewModel model, ChartTheme theme) {
        this.model = model;
        behaviours = new BarChartView(theme);
        features = new BarChartView(theme);
        matrix = new FeatureHeatmapView(theme);
        getStyleClass().add("main-area");
        setTop(new WhyHead(model));
        scroll.getStyleClass().add("view-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
        model.topTenProperty().addListener((p, was, now) -> showPage(theme));
        layOut();
        connect();
        InSight.follow(this, model::setActive);
        setMinWidth(0);
    }

    /** The small multiples are made when they are first asked for. */
    private void showPage(ChartTheme theme) {
        if (!model.topTenProperty().get()) {
            setCenter(scroll);
            return;
        }
        if (topTen == null) {
            topTen = new TopTenView(model.topTen(), theme, model.eventProperty(), model::enlarge);
            model.itemProperty().addListener((p, was, now) -> topTen.mark(now.intValue()));
            model.topTen()
                    .tilesProperty()
                    .addListener(
                            (p, was, now) -> topTen.mark(model.itemProperty().get()));
        }
        setCenter(topTen);
        topTen.mark(model.itemProperty().get());
    }

    private void layOut() {
        cards.getStyleClass().add("view-body");
        ColumnConstraints left = new ColumnConstraints();
        left.setPercentWidth(62.5);
        ColumnConstraints right = new ColumnConstraints();
        right.setPercentWidth(37.5);
        cards.getColumnConstraints().setAll(left, right);
        RowConstraints above = new RowConstraints();
        above.setVgrow(Priority.ALWAYS);
        RowConstraints below = new RowConstraints();
        below.setVgrow(Priority.ALWAYS);
        cards.getRowConstraints().setAll(above, below);
        cards.add(behavioursCard(), 0, 0);
        cards.add(featuresCard(), 1, 0);
        cards.add(matrixCard(), 0, 1, 2, 1);
        scroll.viewportBoundsProperty().addListener((p, was, now) -> fit(now.getWidth(), now.getHeight()));
        model.topProperty().addListener((p, was, now) -> refit());
        model.behavioursProperty().addListener((p, was, now) -> refit());
    }

    private Node behavioursCard() {
        Card card = new BehavioursCard(model).of(behaviours);
        GridPane.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private Node featuresCard() {
        return new FeaturesCard(model).of(features);
    }

    private Node matrixCard() {
        Card card = new Card(UiText.get("why.matrix"));
        ChartAndTable both = new ChartAndTable(
                matrix,
                UiText.get("why.matrix"),
                () -> WhyViewModel.numbers(model.matrixProperty().get()));
        matrix.onTable(both.toggle());
        model.matrixProperty().addListener((p, was, now) -> {
            card.hint().setText(now == null ? "" : now.subtitle());
            both.refresh();
        });
        card.hint()
                .setText(
                        model.matrixProperty().get() == null
                                ? ""
                                : model.matrixProperty().get().subtitle());
        return card.content(new Noted(
                        both, model.matrixNoteProperty(), model.matrixProperty().isNull()))
                .tools(hatch(), both.toggle(), matrix.menuButton());
    }

    /** What a hatched cell means. */
    private Label hatch() {
        Region sample = new Region();
        sample.getStyleClass().add("hatch-sample");
        Label words = new Label();
        words.setGraphic(sample);
        words.getStyleClass().add("second-line");
        model.matrixProperty().addListener((p, was, now) -> words.setText(now == null ? "" : now.hatched()));
        words.visibleProperty().bind(model.matrixProperty().isNotNull());
        return words;
    }

    private void connect() {
        behaviours.onEvent(model.eventProperty());
        matrix.onEvent(model.eventProperty());
        features.onEvent(model.eventProperty());
        model.behavioursProperty().addListener((p, was, now) -> behaviours.show(now));
        model.featuresProperty().addListener((p, was, now) -> features.show(now));
        model.matrixProperty().addListener((p, was, now) -> matrix.show(now));
        behaviours.show(model.behavioursProperty().get());
        features.show(model.featuresProperty().get());
        matrix.show(model.matrixProperty().get());
    }

    /** As many rows as the page has room for; below the least number of rows the page scrolls. */
    private void fit(double width, double height) {
        double padding = width < 1000 && ScaledRoot.windowWidth(this, 1440) < 1400 ? 12 : 16;
        cards.setPadding(new Insets(padding));
        cards.setHgap(padding);
        cards.setVgap(padding);
        double row = rowHeight(ScaledRoot.windowWidth(this, width));
        double room = height - 3 * padding - BARS_FRAME - MATRIX_FRAME;
        long fitting = Math.round(Math.max(LEAST_ROWS, room / (2 * row + 1)));
        int wanted = model.wantedEvents();
        // Others and total have rows too; more rows than fit make the page scroll.
        long rows = wanted == 0 ? fitting : Math.max((long) LEAST_ROWS, wanted + 2);
        double least = Math.min(rows, wanted == 0 ? LEAST_ROWS : rows) * (2 * row + 1)
                + BARS_FRAME
                + MATRIX_FRAME
                + 3 * padding;
        cards.setMinHeight(Math.max(least, height));
        cards.setPrefHeight(Math.max(least, height));
        double share = (rows * row + BARS_FRAME) / (rows * (2 * row + 1) + BARS_FRAME + MATRIX_FRAME);
        cards.getRowConstraints().get(0).setPercentHeight(100 * share);
        cards.getRowConstraints().get(1).setPercentHeight(100 * (1 - share));
        model.fit((int) fitting - 2, (int) fitting - 1);
    }

    private void refit() {
        int wanted = model.wantedEvents();
        if (wanted != shownEvents) {
            shownEvents = wanted;
            fit(
                    scroll.getViewportBounds().getWidth(),
                    scroll.getViewportBounds().getHeight());
        }
    }

    static double rowHeight(double windowWidth) {
        return windowWidth < 1400 ? 18 : windowWidth < 2000 ? 20 : 28;
    }
}
