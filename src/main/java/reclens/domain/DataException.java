package reclens.domain;

import java.util.Optional;

/** A file is malformed, unsupported or contradicts another; a variant must be chosen; a column is missing. */
public final class DataException extends RecLensException {
    private final transient ModelChoice choice;

    public DataException(Problem problem) {
        this(problem, (Throwable) null);
    }

    public DataException(Problem problem, Throwable cause) {
        super(problem, cause);
        this.choice = null;
    }

    /** @param choice what mends the fault when the user makes it */
    public DataException(Problem problem, ModelChoice choice) {
        super(problem, null);
        this.choice = choice;
    }

    /** What the user can choose to mend this; empty where a choice does not help. */
    public Optional<ModelChoice> choice() {
        return Optional.ofNullable(choice);
    }
}
