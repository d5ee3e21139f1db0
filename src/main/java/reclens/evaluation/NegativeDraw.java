package reclens.evaluation;

import java.util.Arrays;
import java.util.Locale;
import reclens.domain.Problem;
import reclens.domain.UsageException;

/** How the items are drawn against which a held-out item is ranked. */
public enum NegativeDraw {
    /** Each at most once; none that may not be recommended, never the held-out item. */
    DISTINCT,
    /** As RecBole draws for sequential models: with repetition, any item but the held-out one. */
    RECBOLE,
    /**
     * As pmixer's evaluation draws: with repetition, any item that the model was not trained on, which leaves the last two
     * events, the held-out item among them; on a tie with itself it counts as first.
     */
    PMIXER;

    /** The name in options and documents. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws UsageException when there is no such way */
    public static NegativeDraw parse(String key) {
        return Arrays.stream(values())
                .filter(d -> d.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new UsageException(Problem.of("unknown way of drawing negatives")
                        .expected("distinct, recbole or pmixer")
                        .found("'" + key + "'")));
    }
}
