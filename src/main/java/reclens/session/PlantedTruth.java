package reclens.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import reclens.domain.CancellationToken;
import reclens.domain.PlantedCause;
import reclens.domain.ProgressListener;
import reclens.files.PlantedCauseReader;

/** What truly caused which event, where a workspace's folder has a {@code causes.csv}. */
public final class PlantedTruth {
    /** The file's name in the workspace's folder. */
    public static final String FILE = "causes.csv";

    /** No event's cause is known. */
    public static final PlantedTruth NONE = new PlantedTruth(Map.of());

    private final Map<Place, PlantedCause> causes;

    private record Place(String user, int position) {}

    private PlantedTruth(Map<Place, PlantedCause> causes) {
        this.causes = causes;
    }

    /**
     * @return {@link #NONE} where there is no such file
     * @throws reclens.domain.DataException when the file is malformed
     * @throws reclens.domain.CancelledException when cancelled
     */
    public static PlantedTruth of(Workspace workspace, CancellationToken cancellation) {
        Optional<Path> file = file(workspace);
        if (file.isEmpty()) {
            return NONE;
        }
        Map<Place, PlantedCause> causes = new HashMap<>();
        for (PlantedCause cause : PlantedCauseReader.read(file.get(), ProgressListener.NONE, cancellation)) {
            causes.put(new Place(cause.user(), cause.position()), cause);
        }
        return new PlantedTruth(causes);
    }

    /** The file of the truth; empty where there is none. */
    static Optional<Path> file(Workspace workspace) {
        return workspace.source().folder().map(folder -> folder.resolve(FILE)).filter(Files::isRegularFile);
    }

    /** What caused the event at a position of the user's whole history; empty where that is not known. */
    public Optional<PlantedCause> cause(String user, int position) {
        return Optional.ofNullable(causes.get(new Place(user, position)));
    }

    /** How many events have a known cause. */
    public int size() {
        return causes.size();
    }
}
