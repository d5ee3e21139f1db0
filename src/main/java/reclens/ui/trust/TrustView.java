package reclens.ui.trust;

import javafx.geometry.Insets;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import reclens.ui.chart.ChartTheme;
import reclens.ui.control.InSight;
import reclens.ui.users.HasUserChooser;
import reclens.ui.users.UserChooser;

/** Curves and methods on the left; planted truth and agreement on the right. */
public final class TrustView extends BorderPane implements HasUserChooser {
    private static final double RIGHT_SHARE = 29;
    private static final double CURVE_HEIGHT = 300;
    private static final double RIGHT_LEAST = 344;

    private final UserChooser chooser;
    private final GridPane cards = new GridPane();
    private final ScrollPane scroll = new ScrollPane(cards);
    private final ColumnConstraints left = new ColumnConstraints();
    private final ColumnConstraints right = new ColumnConstraints();
    private final MethodTable table;
    private HitPage hit;
    private ManyPage many;

    public TrustView(TrustViewModel model, UserChooser chooser, ChartTheme theme) {
        this.chooser = chooser;
        getStyleClass().addAll("main-area", "trust-view");
        setTop(new TrustHead(model, chooser));
        table = new MethodTable(model);
        cards.getStyleClass().add("view-body");
        cards.getColumnConstraints().setAll(left, right);
        left.setHgrow(Priority.ALWAYS);
        RowConstraints above = new RowConstraints();
        RowConstraints below = new RowConstraints();
        above.setPercentHeight(50);
        below.setPercentHeight(50);
        cards.getRowConstraints().setAll(above, below);
        cards.add(new CurveCard(model, theme).card(), 0, 0);
        cards.add(new PlantedCard(model), 1, 0);
        cards.add(new MethodsCard(model, table), 0, 1);
        cards.add(new AgreementCard(model), 1, 1);
        scroll.getStyleClass().add("view-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.viewportBoundsProperty().addListener((p, was, now) -> fit(now.getWidth(), now.getHeight()));
        model.pageProperty().addListener((p, was, now) -> showPage(model, theme));
        showPage(model, theme);
        setMinWidth(0);
        InSight.follow(this, model.shownProperty()::set);
    }

    private void showPage(TrustViewModel model, ChartTheme theme) {
        TrustPage page = model.pageProperty().get();
        if (page == TrustPage.HIT && hit == null) {
            hit = new HitPage(model, theme);
        }
        if (page == TrustPage.MANY && many == null) {
            many = new ManyPage(model.many());
        }
        setCenter(
                switch (page) {
                    case USER -> scroll;
                    case HIT -> hit;
                    case MANY -> many;
                });
    }

    @Override
    public UserChooser chooser() {
        return chooser;
    }

    private void fit(double width, double height) {
        double padding = width < 1300 ? 12 : 16;
        cards.setPadding(new Insets(padding));
        cards.setHgap(padding);
        cards.setVgap(padding);
        double side = Math.max(RIGHT_LEAST, width * RIGHT_SHARE / 100);
        right.setMinWidth(side);
        right.setMaxWidth(side);
        left.setMinWidth(Math.max(0, width - side - 3 * padding));
        left.setMaxWidth(left.getMinWidth());
        double least = CURVE_HEIGHT + table.getMinHeight() + 60 + 3 * padding;
        cards.setMinHeight(Math.max(least, height));
        cards.setPrefHeight(Math.max(least, height));
    }
}
