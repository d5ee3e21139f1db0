package reclens.inference;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops between the products of {@link VectorKernels}. Each takes what fills whole vectors; the rest of a row goes to the
 * plain loops ({@link FusedLoops}, {@link Exponential}, {@link Gelu}), whose coefficients these are.
 */
final class VectorLoops {
    private static final VectorSpecies<Float> SPECIES = VectorTile.SPECIES;
    private static final int LANES = VectorTile.LANES;
    private static final float LOG2_E = 1.44269504f;
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;
    private static final float ROUNDING = 12582912f; // 1.5 * 2^23: adding it rounds to the nearest whole number
    private static final int ROUNDING_BITS = Float.floatToRawIntBits(ROUNDING) - 127; // 127: bias of the exponent
    private static final float LOWEST = -88; // its power of two, 2^-127, comes out as 0
    private static final float BUMP_END = 6;

    private final FusedLoops plain = new FusedLoops();

    /** y += bias for rows of {@code bias.length}, then the activation. */
    void biasAndActivation(float[] y, int at, int rows, float[] bias, Activation activation) {
        for (int r = 0; r < rows; r++) {
            add(y, at + r * bias.length, bias, 0, bias.length);
        }
        activate(y, at, rows * bias.length, activation);
    }

    static void add(float[] x, int at, float[] r, int from, int count) {
        int j = 0;
        for (; j + LANES <= count; j += LANES) {
            FloatVector.fromArray(SPECIES, x, at + j)
                    .add(FloatVector.fromArray(SPECIES, r, from + j))
                    .intoArray(x, at + j);
        }
        for (; j < count; j++) {
            x[at + j] += r[from + j];
        }
    }

    void activate(float[] y, int at, int count, Activation activation) {
        int whole = activation == Activation.GELU ? count - count % LANES : 0;
        gelu(y, at, whole);
        plain.activate(y, at + whole, count - whole, activation);
    }

    /** See {@link Gelu}. */
    private static void gelu(float[] x, int at, int whole) {
        for (int i = at; i < at + whole; i += LANES) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, i);
            FloatVector u = v.abs().min(BUMP_END);
            FloatVector p = u.mul(-9.97782355e-05f).add(0.00271663888f);
            p = p.fma(u, broadcast(-0.0297044234f));
            p = p.fma(u, broadcast(0.163140423f));
            p = p.fma(u, broadcast(-0.450298845f));
            p = p.fma(u, broadcast(0.500001927f)).mul(u);
            FloatVector q = u.mul(0.0001594878f).add(-0.000952163384f);
            q = q.fma(u, broadcast(0.00385908448f));
            q = q.fma(u, broadcast(-0.00594293087f));
            q = q.fma(u, broadcast(0.0124769742f));
            q = q.fma(u, broadcast(0.0147870272f));
            q = q.fma(u, broadcast(0.00545917771f));
            q = q.fma(u, broadcast(0.243586167f));
            q = q.fma(u, broadcast(-0.10261793f));
            q = q.fma(u, broadcast(1f));
            v.max(0f).sub(p.div(q)).intoArray(x, i);
        }
    }

    /**
     * Scores become weights in place, as {@link FusedLoops#softmax} has it, for one query.
     *
     * @param s scores [n] from {@code at}, followed by room for a vector
     * @param query index among the events
     */
    void softmax(float[] s, int at, int n, float scale, AttentionMask mask, int query) {
        if (mask.additive() != null || mask.hidden() != null) {
            plain.softmaxRow(s, at, n, scale, mask, query);
            return;
        }
        int lead = mask.padding() > 0 ? 1 : 0;
        int end = mask.causal() ? Math.min(n, lead + query + 1) : n; // one past the last key that may be seen
        int rounded = (end + LANES - 1) / LANES * LANES;
        Arrays.fill(s, at + end, at + Math.max(n, rounded), Float.NEGATIVE_INFINITY);
        float max = max(s, at, rounded);
        float sum = exponential(s, at, rounded, scale, max);
        if (lead == 1) {
            sum += s[at] * (mask.padding() - 1);
            s[at] *= mask.padding();
        }
        multiply(s, at, rounded, 1 / sum);
        Arrays.fill(s, at + end, at + n, 0f);
    }

    private static float max(float[] s, int at, int rounded) {
        FloatVector max = FloatVector.fromArray(SPECIES, s, at);
        for (int j = at + LANES; j < at + rounded; j += LANES) {
            max = max.max(FloatVector.fromArray(SPECIES, s, j));
        }
        return max.reduceLanes(VectorOperators.MAX);
    }

    /** s = e^(scale (s - max)), see {@link Exponential}; returns the sum. */
    private static float exponential(float[] s, int at, int rounded, float scale, float max) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int j = at; j < at + rounded; j += LANES) {
            FloatVector v =
                    FloatVector.fromArray(SPECIES, s, j).sub(max).mul(scale).max(LOWEST);
            FloatVector shifted = v.fma(broadcast(LOG2_E), broadcast(ROUNDING));
            FloatVector n = shifted.sub(ROUNDING);
            FloatVector r = n.fma(broadcast(-LN2_HIGH), v);
            r = n.fma(broadcast(-LN2_LOW), r);
            FloatVector p = r.mul(1.9875691500e-4f).add(1.3981999507e-3f);
            p = p.fma(r, broadcast(8.3334519073e-3f));
            p = p.fma(r, broadcast(4.1665795894e-2f));
            p = p.fma(r, broadcast(1.6666665459e-1f));
            p = p.fma(r, broadcast(5.0000001201e-1f));
            p = p.mul(r).fma(r, r).add(1f);
            FloatVector power = shifted.reinterpretAsInts()
                    .sub(ROUNDING_BITS)
                    .lanewise(VectorOperators.LSHL, 23)
                    .reinterpretAsFloats();
            FloatVector e = p.mul(power);
            e.intoArray(s, j);
            sum = sum.add(e);
        }
        return sum.reduceLanes(VectorOperators.ADD);
    }

    private static void multiply(float[] s, int at, int rounded, float factor) {
        for (int j = at; j < at + rounded; j += LANES) {
            FloatVector.fromArray(SPECIES, s, j).mul(factor).intoArray(s, j);
        }
    }

    /** Rows of a multiple of the lanes only. */
    static void layerNorm(float[] x, int rows, Norm norm, float[] y) {
        int d = norm.gain().length;
        for (int at = 0; at < rows * d; at += d) {
            FloatVector sum = FloatVector.zero(SPECIES);
            for (int j = at; j < at + d; j += LANES) {
                sum = sum.add(FloatVector.fromArray(SPECIES, x, j));
            }
            float mean = sum.reduceLanes(VectorOperators.ADD) / d;
            FloatVector squares = FloatVector.zero(SPECIES);
            for (int j = at; j < at + d; j += LANES) {
                FloatVector c = FloatVector.fromArray(SPECIES, x, j).sub(mean);
                squares = c.fma(c, squares);
            }
            float scale = (float) (1 / Math.sqrt(squares.reduceLanes(VectorOperators.ADD) / (double) d + norm.eps()));
            for (int j = 0; j < d; j += LANES) {
                FloatVector.fromArray(SPECIES, x, at + j)
                        .sub(mean)
                        .mul(scale)
                        .fma(
                                FloatVector.fromArray(SPECIES, norm.gain(), j),
                                FloatVector.fromArray(SPECIES, norm.bias(), j))
                        .intoArray(y, at + j);
            }
        }
    }

    private static FloatVector broadcast(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }
}
