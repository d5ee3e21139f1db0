package reclens.ui.task;

import reclens.domain.CancellationToken;
import reclens.domain.ProgressListener;

/** The part of a task that runs off the window's thread. It copies its inputs when it is made. */
@FunctionalInterface
public interface Work<T> {
    T run(ProgressListener progress, CancellationToken cancellation) throws Exception;
}
