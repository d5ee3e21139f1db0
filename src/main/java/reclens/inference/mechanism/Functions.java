package reclens.inference.mechanism;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** Scalar functions under the names of the golden cases, to double precision. */
final class Functions {
    static final Map<String, DoubleUnaryOperator> ACTIVATIONS = activations();
    private static final double SERIES_UP_TO = 3;
    private static final int FRACTION_TERMS = 60;

    private Functions() {}

    private static Map<String, DoubleUnaryOperator> activations() {
        Map<String, DoubleUnaryOperator> all = new LinkedHashMap<>();
        all.put("gelu_exact", Functions::gelu);
        all.put("gelu", Functions::gelu);
        all.put("gelu_tanh", x -> 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x))));
        all.put("silu", x -> x * sigmoid(x));
        all.put("sigmoid", Functions::sigmoid);
        all.put("tanh", Math::tanh);
        all.put("erf", Functions::erf);
        all.put("relu", x -> Math.max(0, x));
        all.put("elu", x -> x > 0 ? x : Math.expm1(x));
        all.put("leaky_relu_0_01", x -> x > 0 ? x : 0.01 * x);
        all.put("softplus", x -> x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)));
        return all;
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    static double gelu(double x) {
        return 0.5 * x * (1 + erf(x / Math.sqrt(2)));
    }

    /**
     * The error function: the series 2/sqrt(pi) e^(-x^2) sum 2^n x^(2n+1) / (2n+1)!!, whose terms are all positive, and for
     * large x the continued fraction of erfc (Abramowitz and Stegun 7.1.6, 7.1.14).
     */
    static double erf(double x) {
        double a = Math.abs(x);
        if (Double.isNaN(x) || a == 0) {
            return x;
        }
        double tail = Math.exp(-a * a) / Math.sqrt(Math.PI);
        if (a < SERIES_UP_TO) {
            double term = a;
            double sum = a;
            for (int n = 1; term > sum * 1e-17; n++) {
                term *= 2 * a * a / (2 * n + 1);
                sum += term;
            }
            return Math.copySign(2 * tail * sum, x);
        }
        double fraction = a;
        for (int n = FRACTION_TERMS; n > 0; n--) {
            fraction = a + n / 2.0 / fraction;
        }
        return Math.copySign(1 - tail / fraction, x);
    }
}
