package reclens.domain;

import java.util.List;
import java.util.Map;

/**
 * What truly caused one event of a sample whose process is known.
 *
 * @param user user id
 * @param position place of the event in the user's whole sorted history; the events before it are the history
 * @param item its item id
 * @param rule the rule that acted
 * @param drawn position of the drawn cause
 * @param valid every position that could have caused the item under this rule, the drawn one among them
 * @param feature the product feature that links cause and item; empty where none does
 * @param value that feature of the cause's item
 * @param posterior probability of each position, given the history and the item; what is missing has none
 */
public record PlantedCause(
        String user,
        int position,
        String item,
        String rule,
        int drawn,
        List<Integer> valid,
        String feature,
        String value,
        Map<Integer, Double> posterior) {
    public PlantedCause {
        valid = List.copyOf(valid);
        posterior = Map.copyOf(posterior);
    }

    /** How many events ago the drawn cause was; 1 for the one just before. */
    public int lag() {
        return position - drawn;
    }
}
