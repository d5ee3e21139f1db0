package reclens.domain;

/** A fault that the user can understand and mend; carries its {@link Problem} and decides the exit code. */
public abstract sealed class RecLensException extends RuntimeException
        permits UsageException, DataException, NotFoundException, CancelledException {
    private final transient Problem problem;

    RecLensException(Problem problem, Throwable cause) {
        super(problem.oneLine(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
