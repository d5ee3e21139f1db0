package reclens.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import reclens.domain.SeenPolicy;
import reclens.explanation.Method;

/**
 * What to hold against the planted causes of a sample.
 *
 * @param causes the file of the truth; empty for {@code causes.csv} of the workspace's folder
 * @param users of how many users, drawn by the seed, the events are taken; {@link #ALL} takes all
 * @param methods in the order in which they are shown
 * @param seen whether seen items may be recommended
 * @param seed of the users, the methods and the bootstrap
 */
public record PlantedRequest(Optional<Path> causes, int users, List<Method> methods, SeenPolicy seen, long seed) {
    public static final int ALL = Integer.MAX_VALUE;

    public PlantedRequest {
        methods = List.copyOf(methods);
    }
}
