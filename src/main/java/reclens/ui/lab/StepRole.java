package reclens.ui.lab;

import java.util.Locale;
import java.util.Set;

/**
 * What rows and columns of a step stand for, so that the same query or key can be marked in all steps.
 *
 * @param rows of the last but one axis
 * @param columns of the last axis
 */
record StepRole(Axis rows, Axis columns) {
    /** What an axis counts. */
    enum Axis {
        QUERY,
        KEY,
        OTHER
    }

    private static final Set<String> QUERY_BY_KEY = Set.of(
            "scores",
            "scaled",
            "masked",
            "weights",
            "weights_head_average",
            "dropout",
            "weights_dropped",
            "tanh",
            "cosine",
            "sigmoid");
    private static final Set<String> BY_QUERY =
            Set.of("q", "qw", "output", "heads", "joined", "q_normalised", "q_projected");
    private static final Set<String> BY_KEY = Set.of("k", "v", "k_normalised", "k_projected", "gate", "gated_values");

    /**
     * By the step's name, its scope left out.
     *
     * @param batched whether the rows of the step are batches, each with the one query of a pooling
     */
    static StepRole of(String step, boolean batched) {
        String name = step.substring(step.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (QUERY_BY_KEY.contains(name)) {
            return new StepRole(batched ? Axis.OTHER : Axis.QUERY, Axis.KEY);
        }
        if (BY_QUERY.contains(name)) {
            return new StepRole(Axis.QUERY, Axis.OTHER);
        }
        return new StepRole(BY_KEY.contains(name) ? Axis.KEY : Axis.OTHER, Axis.OTHER);
    }

    /** Whether a cell belongs to one query and one key. */
    boolean isPair() {
        return rows == Axis.QUERY && columns == Axis.KEY;
    }

    /** Whether values are meant as shares from 0 on; those of DIN have a sign all the same. */
    static boolean shares(String step) {
        String name = step.substring(step.lastIndexOf('.') + 1);
        return isWeights(step) || name.equals("sigmoid") || name.equals("dropout");
    }

    static boolean isWeights(String step) {
        return step.substring(step.lastIndexOf('.') + 1).startsWith("weights");
    }
}
