package reclens.explanation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import reclens.inference.Ability;
import reclens.inference.RecommenderModel;
import reclens.inference.ScoreSlopes;

/**
 * A9: {@code (e_i - b) . (1/m) sum_k ds_t/de_i} at the points {@code b + (k - 1/2)/m (e - b)}, k = 1..m (Sundararajan et al. 2017,
 * arXiv 1703.01365). b is the model's padding row at every event; positions and masks stay those of the history. m doubles
 * until the values add up to s(e) - s(b) within 1%, or reaches its limit, which is flagged.
 */
record IntegratedGradients(int firstSteps, int mostSteps) implements ExplanationMethod {
    static final int FIRST_STEPS = 16;
    static final int MOST_STEPS = 512;
    private static final double TOLERANCE = 0.01;
    /** Differences below it are too small to divide by. */
    private static final double SMALL = 1e-3;
    /** Values of one batch of points: bounds the memory for long histories. */
    private static final int BATCH = 1 << 21;

    @Override
    public Optional<String> refusal(RecommenderModel model) {
        return model.abilities().contains(Ability.GIVEN_EMBEDDINGS)
                ? Optional.empty()
                : Optional.of("the model does not run on embeddings between those of padding and of its events");
    }

    @Override
    public Attribution attribute(AttributionContext context) {
        int n = context.input().length();
        if (n == 0) {
            return new Attribution(Method.INTEGRATED_GRADIENTS, new double[0], Double.NaN, Map.of());
        }
        float[] e = context.gradient().get().embeddings();
        float[] row = context.model().paddingEmbedding();
        float[] b = new float[e.length];
        for (int i = 0; i < e.length; i++) {
            b[i] = row[i % row.length];
        }
        float[] ends = Arrays.copyOf(b, 2 * e.length);
        System.arraycopy(e, 0, ends, e.length, e.length);
        float[] scores = context.slopes(ends).scores();
        double difference = (double) scores[1] - scores[0];
        boolean relative = Math.abs(difference) >= SMALL;
        double gap = Double.NaN;
        double[] values = new double[n];
        int steps = firstSteps / 2;
        do {
            steps *= 2;
            values = values(context, e, b, steps);
            gap = Math.abs(Arrays.stream(values).sum() - difference) / (relative ? Math.abs(difference) : 1);
        } while (gap > TOLERANCE && steps < mostSteps);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("baseline", "padding");
        details.put("steps", steps);
        details.put("completeness_gap", gap);
        details.put("gap_is", relative ? "relative" : "absolute");
        details.put("complete", gap <= TOLERANCE);
        return new Attribution(Method.INTEGRATED_GRADIENTS, values, Double.NaN, details);
    }

    private static double[] values(AttributionContext context, float[] e, float[] b, int steps) {
        double[] mean = new double[e.length];
        int batch = Math.max(1, Math.min(steps, BATCH / e.length));
        for (int from = 0; from < steps; from += batch) {
            context.cancellation().check();
            int count = Math.min(batch, steps - from);
            float[] points = new float[count * e.length];
            for (int k = 0; k < count; k++) {
                float along = (float) ((from + k + 0.5) / steps);
                for (int i = 0; i < e.length; i++) {
                    points[k * e.length + i] = b[i] + along * (e[i] - b[i]);
                }
            }
            ScoreSlopes slopes = context.slopes(points);
            for (int i = 0; i < points.length; i++) {
                mean[i % e.length] += slopes.gradients()[i];
            }
        }
        int n = context.input().length();
        int d = e.length / n;
        double[] values = new double[n];
        for (int i = 0; i < e.length; i++) {
            values[i / d] += mean[i] / steps * ((double) e[i] - b[i]);
        }
        return values;
    }
}
