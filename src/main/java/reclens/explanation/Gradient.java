package reclens.explanation;

import java.util.Map;
import java.util.Optional;
import reclens.inference.Ability;
import reclens.inference.InputGradient;
import reclens.inference.RecommenderModel;

/**
 * A7: how the score reacts to a small change of what the model looked up for an event, e_i [D]. The output table is held
 * constant even where it is the same table.
 */
record Gradient(Kind kind) implements ExplanationMethod {
    static final String NO_BACKWARD_PASS = "the model has no backward pass, so there is no gradient";

    /** What is made of the gradient of an event. */
    enum Kind {
        /** {@code ||ds_t/de_i||_2}. */
        NORM,
        /** {@code e_i . ds_t/de_i}, in logits. */
        TIMES_INPUT
    }

    @Override
    public Optional<String> refusal(RecommenderModel model) {
        return model.abilities().contains(Ability.GRADIENT) ? Optional.empty() : Optional.of(NO_BACKWARD_PASS);
    }

    @Override
    public Attribution attribute(AttributionContext context) {
        InputGradient found = context.gradient().get();
        float[] e = kind == Kind.NORM ? found.gradients() : found.embeddings();
        double[] values = new double[context.input().length()];
        for (int i = 0; i < values.length; i++) {
            for (int j = i * found.width(); j < (i + 1) * found.width(); j++) {
                values[i] += (double) found.gradients()[j] * e[j];
            }
            values[i] = kind == Kind.NORM ? Math.sqrt(values[i]) : values[i];
        }
        return new Attribution(
                kind == Kind.NORM ? Method.GRADIENT : Method.GRADIENT_X_INPUT,
                values,
                Double.NaN,
                kind == Kind.NORM ? Map.of("normalisation", "none") : Map.of());
    }
}
