package reclens.domain;

/** Hears how far a task is. Called from the thread of the task, at most some hundred times a second. */
@FunctionalInterface
public interface ProgressListener {
    ProgressListener NONE = (stage, fraction) -> {};

    /**
     * @param stage what is being done, a key of the message bundle such as {@code progress.reading-history}
     * @param fraction 0 to 1, or negative when it cannot be known
     */
    void progress(String stage, double fraction);
}
