package reclens.chart;

import java.util.List;

/**
 * Small multiples of all heads on one colour scale.
 *
 * @param title for the card
 * @param subtitle the shared limits
 * @param tiles one per layer and head, in that order
 * @param limit weight at the end of the shared colour scale
 */
public record AttentionOverviewSpec(String title, String subtitle, List<Tile> tiles, double limit) {
    /**
     * @param title such as "Layer 2, head 1"
     * @param map the matrix, on the shared scale
     */
    public record Tile(String title, AttentionHeatmapSpec map) {}

    public AttentionOverviewSpec {
        tiles = List.copyOf(tiles);
    }
}
