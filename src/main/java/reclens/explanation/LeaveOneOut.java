package reclens.explanation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import reclens.inference.ModelInput;
import reclens.inference.RecommenderModel;

/**
 * A10: {@code s_t(H) - s_t(H without i)}. A history of one event has no value: without it there is no history to score.
 */
record LeaveOneOut(Kind kind) implements ExplanationMethod {
    /** What "without" means. */
    enum Kind {
        /** The other events close up as the model's padding has it; no older event slides into the window. */
        DELETE,
        /** Positions stay; no query may attend to the event. */
        MASK
    }

    @Override
    public Optional<String> refusal(RecommenderModel model) {
        return Optional.empty();
    }

    @Override
    public Attribution attribute(AttributionContext context) {
        ModelInput input = context.input();
        double[] drops = new double[input.length()];
        // A model that drops the oldest event still has that one to be asked with.
        if (input.length() == 1 && !context.model().card().traits().dropsOldest()) {
            Arrays.fill(drops, Double.NaN);
        } else {
            List<ModelInput> edits = new ArrayList<>(input.length());
            for (int i = 0; i < input.length(); i++) {
                edits.add(kind == Kind.DELETE ? input.without(i) : input.hiding(i));
            }
            double[] scores = context.scores(edits);
            for (int i = 0; i < drops.length; i++) {
                drops[i] = context.score() - scores[i];
            }
        }
        return new Attribution(
                kind == Kind.DELETE ? Method.LEAVE_ONE_OUT : Method.LEAVE_ONE_OUT_MASK,
                drops,
                Double.NaN,
                Map.of("kind", kind.name().toLowerCase(Locale.ROOT)));
    }
}
