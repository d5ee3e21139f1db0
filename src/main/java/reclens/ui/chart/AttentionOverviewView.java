package reclens.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.TilePane;
import reclens.chart.AttentionOverviewSpec;

/** All heads as small multiples on one scale; a click enlarges one. */
public final class AttentionOverviewView extends ScrollPane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double GAP = 8;
    private static final double CAPTION = 26;
    private static final double LARGEST = 220;

    private final ChartTheme theme;
    private final TilePane tiles = new TilePane(GAP, GAP);
    private final List<Button> buttons = new ArrayList<>();
    private final List<AttentionTileView> maps = new ArrayList<>();
    private AttentionOverviewSpec shown;
    private IntConsumer chosen = tile -> {};

    public AttentionOverviewView(ChartTheme theme) {
        this.theme = theme;
        getStyleClass().add("tiles-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setContent(tiles);
        setMinSize(40, 40);
        tiles.setAlignment(Pos.TOP_LEFT);
        viewportBoundsProperty().addListener((p, was, now) -> fit());
    }

    public void onTile(IntConsumer action) {
        chosen = action;
    }

    /** @param tile index of the head that is shown large; -1 for none */
    public void show(AttentionOverviewSpec spec, int tile) {
        if (spec != shown) {
            shown = spec;
            build();
        }
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).pseudoClassStateChanged(CHOSEN, i == tile);
        }
    }

    private void build() {
        int count = shown == null ? 0 : shown.tiles().size();
        while (buttons.size() > count) {
            buttons.remove(buttons.size() - 1);
            maps.remove(maps.size() - 1);
        }
        while (buttons.size() < count) {
            buttons.add(button(buttons.size()));
        }
        for (int i = 0; i < count; i++) {
            AttentionOverviewSpec.Tile tile = shown.tiles().get(i);
            buttons.get(i).setText(tile.title());
            buttons.get(i).setAccessibleText(tile.title());
            maps.get(i).show(tile.map());
        }
        if (!tiles.getChildren().equals(buttons)) {
            tiles.getChildren().setAll(buttons);
        }
        fit();
    }

    private Button button(int index) {
        AttentionTileView map = new AttentionTileView(theme);
        maps.add(map);
        Button button = new Button("", map);
        button.setContentDisplay(ContentDisplay.BOTTOM);
        button.setAlignment(Pos.TOP_LEFT);
        button.getStyleClass().add("head-tile");
        button.setOnAction(e -> chosen.accept(index));
        return button;
    }

    /** Two tiles beside each other, or as many as stay large enough to be read. */
    private void fit() {
        double width = getViewportBounds().getWidth();
        double height = getViewportBounds().getHeight();
        if (width <= 0 || buttons.isEmpty()) {
            return;
        }
        int columns = Math.max(2, (int) Math.floor(width / LARGEST));
        int lines = (buttons.size() + columns - 1) / columns;
        double side = (width - (columns - 1) * GAP - 2) / columns;
        double fitting = (height - (lines - 1) * GAP - 2) / lines - CAPTION;
        double size = Math.floor(Math.max(70, Math.min(side - 8, Math.min(LARGEST * 1.6, fitting))));
        tiles.setPrefColumns(columns);
        tiles.setPrefTileWidth(Math.floor(side));
        tiles.setTileAlignment(Pos.TOP_LEFT);
        maps.forEach(m -> {
            m.setMinSize(size, size);
            m.setPrefSize(size, size);
            m.setMaxSize(size, size);
        });
    }
}
