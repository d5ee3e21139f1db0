package reclens.ui.compare;

import java.util.List;
import reclens.domain.Catalog;
import reclens.session.Comparison;
import reclens.text.RichText;

/**
 * A comparison with its words.
 *
 * @param kind what is compared
 * @param comparison values of both sides
 * @param a first side
 * @param b second side
 * @param sentence what speaks most for either side
 * @param axis what the values are, with their unit
 * @param catalog titles
 */
record Compared(Kind kind, Comparison comparison, Side a, Side b, RichText sentence, String axis, Catalog catalog) {
    /**
     * @param title of the item, user, model or history
     * @param note second line
     * @param score of the explained item
     */
    record Side(String title, String note, double score) {}

    /** How far the first side's score is above the second's. */
    double lead() {
        return a.score() - b.score();
    }

    /** Feature fields with values on either side, in the order of the catalogue. */
    List<String> fields() {
        return comparison.features().stream().map(f -> f.feature()).distinct().toList();
    }
}
