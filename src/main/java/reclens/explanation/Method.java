package reclens.explanation;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import reclens.domain.Problem;
import reclens.domain.UsageException;

/** The attribution methods by the names of the command line and the JSON; the order is that of the formula sheet. */
public enum Method {
    ATTENTION(Need.ATTENTION, false) {
        @Override
        public Cost cost(int events) {
            return new Cost(1, 0);
        }
    },
    ROLLOUT(Need.ATTENTION, false) {
        @Override
        public Cost cost(int events) {
            return new Cost(1, 0);
        }
    },
    FLOW(Need.ATTENTION, false) {
        @Override
        public Cost cost(int events) {
            return new Cost(1, 0); // and a largest flow for each slot
        }
    },
    NORM(Need.VECTORS, false) {
        @Override
        public Cost cost(int events) {
            return new Cost(1, 0);
        }
    },
    NORM_RESIDUAL(Need.VECTORS, false) {
        @Override
        public Cost cost(int events) {
            return new Cost(1, 0);
        }
    },
    ALTI(Need.VECTORS, false) {
        @Override
        public Cost cost(int events) {
            return new Cost(1, 0);
        }
    },
    GRADIENT(Need.GRADIENT, false) {
        @Override
        public Cost cost(int events) {
            return new Cost(1, 1);
        }
    },
    GRADIENT_X_INPUT(Need.GRADIENT, true) {
        @Override
        public Cost cost(int events) {
            return new Cost(1, 1);
        }
    },
    GRADIENT_ATTENTION(Need.GRADIENT, false) {
        @Override
        public Cost cost(int events) {
            return new Cost(1, 1);
        }
    },
    INTEGRATED_GRADIENTS(Need.GRADIENT, true) {
        @Override
        public Cost cost(int events) {
            int passes =
                    2 + 2 * IntegratedGradients.MOST_STEPS - IntegratedGradients.FIRST_STEPS; // doubled up to the most
            return new Cost(passes, passes);
        }
    },
    LEAVE_ONE_OUT(Need.RERUNS, true) {
        @Override
        public Cost cost(int events) {
            return new Cost(events, 0);
        }
    },
    LEAVE_ONE_OUT_MASK(Need.RERUNS, true) {
        @Override
        public Cost cost(int events) {
            return new Cost(events, 0);
        }
    },
    SHAPLEY(Need.RERUNS, true) {
        @Override
        public Cost cost(int events) {
            return new Cost(events <= Shapley.EXACT_UP_TO ? 1 << events : Shapley.MOST_FORWARDS, 0);
        }
    };

    /** What a method asks of a model. */
    public enum Need {
        /** The attention weights of a forward pass. */
        ATTENTION,
        /** The vectors that attention passes on, besides its weights. */
        VECTORS,
        /** Gradients of the score. */
        GRADIENT,
        /** Scores of edited histories. */
        RERUNS
    }

    /**
     * Passes through the model for one recommendation, at most.
     *
     * @param forwards histories that are scored
     * @param backwards gradients that are taken, each with a forward pass that {@code forwards} counts
     */
    public record Cost(int forwards, int backwards) {}

    private final Need need;
    private final boolean signed;

    Method(Need need, boolean signed) {
        this.need = need;
        this.signed = signed;
    }

    public Need need() {
        return need;
    }

    /** What a history of {@code events} events costs. */
    public abstract Cost cost(int events);

    /** Whether it takes so much longer than the others that it is computed only when asked for by name. */
    public boolean slow() {
        return this == FLOW || this == SHAPLEY;
    }

    /** Whether values have a direction: positive supports the recommendation, negative works against it. */
    public boolean signed() {
        return signed;
    }

    /** Whether values are parts of 1 where the model's attention sums to 1; false for signed ones and for sizes. */
    public boolean shares() {
        return need == Need.ATTENTION || this == ALTI;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Keys of all methods, separated by commas. */
    public static String keys() {
        return Arrays.stream(values()).map(Method::key).collect(Collectors.joining(", "));
    }

    /** @throws UsageException when there is no such method */
    public static Method parse(String key) {
        return Arrays.stream(values())
                .filter(m -> m.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new UsageException(Problem.of("unknown method")
                        .expected("one of " + keys())
                        .found("'" + key + "'")));
    }
}
