package reclens.inference;

import java.util.List;
import reclens.domain.Problem;
import reclens.domain.UsageException;

/** Refuses inputs that would read outside of a table: in native memory that ends the process. */
final class InputCheck {
    private InputCheck() {}

    static void check(ModelInput input, ModelCard card) {
        if (input.length() > card.windowLength()) {
            throw new IllegalArgumentException(
                    "the model reads " + card.windowLength() + " events, but the input has " + input.length());
        }
        if (input.hidden() != null && input.hidden().length != input.length()) {
            throw new IllegalArgumentException("the input has " + input.length() + " events but marks "
                    + input.hidden().length + " as hidden or not");
        }
        int tokens = card.traits().tokens().size();
        if ((input.tokens() != null) != (tokens > 0) && input.length() > 0) {
            throw new IllegalArgumentException(
                    tokens > 0
                            ? "the model reads tokens of events, but the input has none"
                            : "the model reads items, but the input has tokens of events");
        }
        for (int i = 0; tokens > 0 && i < input.length(); i++) {
            if (input.tokens().length != input.length() || input.tokens()[i] < 1 || input.tokens()[i] >= tokens) {
                throw new IllegalArgumentException("the input of " + input.length()
                        + " events needs as many tokens from" + " 1 to " + (tokens - 1));
            }
        }
        for (int item : input.items()) {
            if (item < 1 || item >= card.itemCount()) {
                throw new IllegalArgumentException(
                        "item index " + item + " is not between 1 and " + (card.itemCount() - 1));
            }
        }
    }

    static void checkTargets(int[] targets, ModelCard card) {
        for (int target : targets) {
            if (target < 0 || target >= card.itemCount()) {
                throw new IllegalArgumentException(
                        "target index " + target + " is not between 0 and " + (card.itemCount() - 1));
            }
        }
    }

    /**
     * @param streams whose attention is made of queries and keys
     * @throws UsageException when there is no such head
     */
    static void checkHead(HeadPlace place, ModelCard card, String... streams) {
        if (!List.of(streams).contains(place.stream())) {
            throw new UsageException(Problem.of("the attention of '" + place.stream()
                            + "' is not a product of queries and keys, so there are none to take")
                    .expected("attention of " + String.join(" or ", streams)));
        }
        checkIndex("layer", place.layer(), card.layers());
        checkIndex("head", place.head(), card.heads());
    }

    private static void checkIndex(String what, int index, int count) {
        if (index < 0 || index >= count) {
            throw new UsageException(Problem.of("there is no such " + what)
                    .expected("0 to " + (count - 1))
                    .found(Integer.toString(index)));
        }
    }
}
