package reclens.ui.presentation;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import reclens.ui.UiText;
import reclens.ui.chart.BarChartView;
import reclens.ui.chart.ChartTheme;
import reclens.ui.control.Badge;
import reclens.ui.control.Card;
import reclens.ui.control.RichTextFlow;
import reclens.ui.icon.Icons;
import reclens.ui.workbench.Workbench;

/**
 * The sentence, large, over the bars of behaviours and features; the verdict in plain words below. Left and right go to other
 * recommendations, up and down to other users, Escape leaves.
 */
public final class PresentationView extends BorderPane {
    /** Type grows with the window from this width on. */
    private static final double LEAST_WIDTH = 1280;

    private static final double LEAST_HEIGHT = 800;

    private static final double BASE = 15;
    private static final double MOST = 2.4;
    private static final double CHART = 1.3;
    /** Room for two lines, at the size of the window's type. */
    private static final double ROW = 46;

    private static final double ICON = 2.2;

    private final PresentationViewModel model;
    private final Steps steps;
    private final Label where = new Label();
    private final Label title = new Label();
    private final RichTextFlow sentence = new RichTextFlow("present-sentence");
    private final Label verdict = new Label();
    private final Label reason = new Label();
    private final HBox judged = new HBox();
    private Badge.Tone tone = Badge.Tone.NONE;
    private double factor = 1;
    private final BarChartView behaviours;
    private final BarChartView features;
    private final Card left;
    private final Card right;
    private final ColumnConstraints rightColumn = new ColumnConstraints();
    private final ColumnConstraints leftColumn = new ColumnConstraints();

    /** Where the keys go. */
    public interface Steps {
        /** To the recommendation {@code step} ranks further down. */
        void recommendation(int step);

        /** To the user {@code step} places further. */
        void user(int step);

        /** Back to the window. */
        void leave();
    }

    public PresentationView(Workbench workbench, ChartTheme theme, Steps steps) {
        this.model = new PresentationViewModel(workbench);
        this.steps = steps;
        getStyleClass().add("presentation");
        behaviours = bars(theme);
        features = bars(theme);
        left = new Card("").hintBelow().content(behaviours);
        right = new Card("").hintBelow().content(features);
        right.hint().setText(UiText.get("present.features.note"));
        where.getStyleClass().add("present-where");
        title.getStyleClass().add("present-title");
        verdict.getStyleClass().add("present-judgement");
        reason.getStyleClass().add("present-reason");
        for (Label label : List.of(title, verdict, reason)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        VBox words = new VBox(verdict, reason);
        words.getStyleClass().add("present-words");
        judged.setAlignment(Pos.CENTER_LEFT);
        judged.getChildren().setAll(words);
        HBox.setHgrow(words, Priority.ALWAYS);
        VBox head = new VBox(where, title, sentence);
        head.getStyleClass().add("present-head");
        setTop(head);
        setCenter(charts());
        Label keys = new Label(UiText.get("present.keys"));
        keys.getStyleClass().add("present-keys");
        VBox foot = new VBox(judged, keys);
        foot.getStyleClass().add("present-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        setBottom(foot);
        setFocusTraversable(true);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        widthProperty().addListener((p, was, now) -> size());
        heightProperty().addListener((p, was, now) -> size());
        model.pageProperty().addListener((p, was, now) -> show(now));
        show(model.pageProperty().get());
    }

    private GridPane charts() {
        GridPane charts = new GridPane();
        charts.getStyleClass().add("present-charts");
        leftColumn.setHgrow(Priority.ALWAYS);
        rightColumn.setHgrow(Priority.ALWAYS);
        charts.getColumnConstraints().setAll(leftColumn, rightColumn);
        RowConstraints row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        charts.getRowConstraints().setAll(row);
        charts.add(left, 0, 0);
        charts.add(right, 1, 0);
        return charts;
    }

    private void size() {
        factor = Math.max(1, Math.min(MOST, Math.min(getWidth() / LEAST_WIDTH, getHeight() / LEAST_HEIGHT)));
        setStyle("-fx-font-size: " + Math.round(BASE * factor) + "px;");
        behaviours.setFontScale(CHART * factor);
        features.setFontScale(CHART * factor);
        showTone();
    }

    private static BarChartView bars(ChartTheme theme) {
        BarChartView bars = new BarChartView(theme);
        bars.setHighestRow(ROW);
        return bars;
    }

    /** The icon does not follow the type by itself. */
    private void showTone() {
        judged.getStyleClass().setAll("present-verdict", "badge-" + tone.styleClass());
        Node icon = Icons.of(tone.icon(), (int) Math.round(BASE * factor * ICON));
        if (judged.getChildren().size() > 1) {
            judged.getChildren().set(0, icon);
        } else {
            judged.getChildren().add(0, icon);
        }
    }

    private void show(PresentationViewModel.Page page) {
        if (page == null) {
            return; // the next one comes in a moment
        }
        where.setText(page.where());
        title.setText(page.title());
        sentence.show(page.sentence());
        verdict.setText(page.verdict());
        reason.setText(page.reason());
        tone = Badge.Tone.of(page.tone());
        showTone();
        left.hint().setText(page.behavioursNote());
        page.behaviours().ifPresent(bars -> left.title().setText(bars.title()));
        page.features().ifPresent(bars -> right.title().setText(bars.title()));
        behaviours.show(page.behaviours().orElse(null));
        features.show(page.features().orElse(null));
        boolean both = page.behaviours().isPresent() && page.features().isPresent();
        left.setVisible(page.behaviours().isPresent());
        right.setVisible(page.features().isPresent());
        leftColumn.setPercentWidth(both ? 58 : page.behaviours().isPresent() ? 100 : 0);
        rightColumn.setPercentWidth(both ? 42 : page.behaviours().isPresent() ? 0 : 100);
        setAccessibleText(page.title() + ". " + page.sentence().text() + " " + page.verdict() + ". " + page.reason());
    }

    private void key(KeyEvent e) {
        if (e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        switch (e.getCode()) {
            case RIGHT, PAGE_DOWN, SPACE -> steps.recommendation(1);
            case LEFT, PAGE_UP -> steps.recommendation(-1);
            case DOWN -> steps.user(1);
            case UP -> steps.user(-1);
            case ESCAPE, F5 -> steps.leave();
            default -> {
                return;
            }
        }
        e.consume();
    }

    /** Lets go of the workbench. */
    public void close() {
        model.close();
    }
}
