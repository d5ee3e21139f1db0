package reclens.ui.why;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import reclens.text.Numbers;
import reclens.ui.UiText;
import reclens.ui.chart.BarTileView;
import reclens.ui.chart.ChartTheme;

/** The recommendations side by side, each with its strongest events; a click makes one the large one. */
final class TopTenView extends BorderPane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double GAP = 12;
    private static final double NARROWEST = 330;
    private static final double HEAD = 44;
    private static final double ROW = 17;
    /** Fewest rows of a small chart: three events, the others and the total. */
    private static final int LEAST_ROWS = 5;

    private final TopTenViewModel model;
    private final ChartTheme theme;
    private final IntegerProperty event;
    private final Consumer<TopTenViewModel.Tile> chosen;
    private final TilePane tiles = new TilePane(GAP, GAP);
    private final ScrollPane scroll = new ScrollPane(tiles);
    private final List<Small> smalls = new ArrayList<>();

    TopTenView(TopTenViewModel model, ChartTheme theme, IntegerProperty event, Consumer<TopTenViewModel.Tile> chosen) {
        this.model = model;
        this.theme = theme;
        this.event = event;
        this.chosen = chosen;
        getStyleClass().add("main-area");
        Label scale = new Label();
        scale.textProperty().bind(model.scaleProperty());
        scale.getStyleClass().add("second-line");
        scale.setWrapText(true);
        scale.setPadding(new Insets(12, 16, 0, 16));
        setTop(scale);
        tiles.setPadding(new Insets(12, 16, 16, 16));
        tiles.setTileAlignment(Pos.TOP_LEFT);
        scroll.getStyleClass().add("view-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.viewportBoundsProperty().addListener((p, was, now) -> fit());
        setCenter(scroll);
        model.tilesProperty().addListener((p, was, now) -> show(now));
        show(model.tilesProperty().get());
    }

    private void show(List<TopTenViewModel.Tile> all) {
        boolean another = smalls.size() != all.size();
        while (smalls.size() > all.size()) {
            smalls.remove(smalls.size() - 1);
        }
        while (smalls.size() < all.size()) {
            smalls.add(new Small());
        }
        for (int i = 0; i < all.size(); i++) {
            smalls.get(i).show(all.get(i));
        }
        if (another) {
            tiles.getChildren().setAll(smalls);
            fit();
        }
    }

    /** Marks the recommendation that is the large one. */
    void mark(int item) {
        smalls.forEach(s -> s.pseudoClassStateChanged(CHOSEN, s.tile.target().index() == item));
    }

    private void fit() {
        double width = scroll.getViewportBounds().getWidth() - 32;
        double height = scroll.getViewportBounds().getHeight() - 28;
        if (width <= 0 || smalls.isEmpty()) {
            return;
        }
        int columns = Math.max(1, Math.min(5, (int) Math.floor((width + GAP) / (NARROWEST + GAP))));
        int lines = (smalls.size() + columns - 1) / columns;
        double side = Math.floor((width - (columns - 1) * GAP) / columns);
        double fitting = Math.floor((height - (lines - 1) * GAP) / lines);
        double tall = Math.max(HEAD + LEAST_ROWS * ROW, fitting);
        tiles.setPrefColumns(columns);
        smalls.forEach(s -> {
            s.setMinSize(side, tall);
            s.setPrefSize(side, tall);
            s.setMaxSize(side, tall);
        });
        model.fit((int) ((tall - HEAD) / ROW) - 2);
    }

    private final class Small extends Button {
        private final Label name = new Label();
        private final Label score = new Label();
        private final Label note = new Label();
        private final BarTileView bars = new BarTileView(theme);
        private TopTenViewModel.Tile tile;

        Small() {
            getStyleClass().add("bar-tile");
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setAlignment(Pos.TOP_LEFT);
            name.getStyleClass().add("card-title");
            name.setTextOverrun(OverrunStyle.ELLIPSIS);
            name.setMinWidth(0);
            score.getStyleClass().add("score");
            score.setMinWidth(USE_PREF_SIZE);
            note.getStyleClass().add("note");
            note.setWrapText(true);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox head = new HBox(8, name, gap, score);
            head.setAlignment(Pos.BASELINE_LEFT);
            StackPane chart = new StackPane(bars, note);
            chart.setMinSize(0, 0);
            VBox.setVgrow(chart, Priority.ALWAYS);
            VBox content = new VBox(4, head, chart);
            content.prefWidthProperty().bind(widthProperty().subtract(24));
            content.prefHeightProperty().bind(heightProperty().subtract(16));
            content.setMouseTransparent(true);
            setGraphic(content);
            bars.onEvent(event);
            setOnAction(e -> chosen.accept(tile));
        }

        void show(TopTenViewModel.Tile now) {
            boolean same = tile != null && tile.equals(now);
            tile = now;
            if (same) {
                return;
            }
            String rank = Integer.toString(now.target().rank());
            name.setText(UiText.format("why.ten.title", rank, now.title()));
            score.setText(Numbers.score(now.target().score()));
            note.setText(now.note());
            note.setVisible(!now.note().isEmpty());
            bars.show(now.bars());
            setAccessibleText(UiText.format(
                    "why.ten.spoken",
                    rank,
                    now.title(),
                    score.getText(),
                    now.bars() == null ? now.note() : BarTileView.spoken(now.bars())));
        }
    }
}
