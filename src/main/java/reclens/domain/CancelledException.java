package reclens.domain;

/** The user cancelled a task; nothing was changed. */
public final class CancelledException extends RecLensException {
    public CancelledException() {
        super(Problem.of("cancelled"), null);
    }
}
