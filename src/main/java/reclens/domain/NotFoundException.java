package reclens.domain;

/** No such user, item or workspace, or no item of the history is known to the model. */
public final class NotFoundException extends RecLensException {
    public NotFoundException(Problem problem) {
        super(problem, null);
    }
}
