package reclens.domain;

/** A file is malformed, unsupported or contradicts another; a variant must be chosen; a column is missing. */
public final class DataException extends RecLensException {
    public DataException(Problem problem) {
        super(problem, null);
    }

    public DataException(Problem problem, Throwable cause) {
        super(problem, cause);
    }
}
