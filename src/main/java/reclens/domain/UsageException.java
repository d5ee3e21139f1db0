package reclens.domain;

/** Wrong usage: an unknown method, a position out of range, options that contradict each other. */
public final class UsageException extends RecLensException {
    public UsageException(Problem problem) {
        super(problem, null);
    }
}
