package reclens.explanation;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import reclens.domain.Problem;
import reclens.domain.UsageException;

/** The attribution methods by the names of the command line and the JSON. */
public enum Method {
    ATTENTION(false),
    ROLLOUT(false),
    LEAVE_ONE_OUT(true),
    LEAVE_ONE_OUT_MASK(true);

    private final boolean signed;

    Method(boolean signed) {
        this.signed = signed;
    }

    /** Whether values have a direction: positive supports the recommendation, negative works against it. */
    public boolean signed() {
        return signed;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws UsageException when there is no such method */
    public static Method parse(String key) {
        return Arrays.stream(values())
                .filter(m -> m.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new UsageException(Problem.of("unknown method")
                        .expected("one of "
                                + Arrays.stream(values()).map(Method::key).collect(Collectors.joining(", ")))
                        .found("'" + key + "'")));
    }
}
