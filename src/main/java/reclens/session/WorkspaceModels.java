package reclens.session;

import java.util.List;
import java.util.stream.Stream;
import reclens.files.WorkspaceFile;

/** The models that a workspace names. */
public final class WorkspaceModels {
    private WorkspaceModels() {}

    /**
     * The title that the workspace gives to its main model; empty where it gives none.
     *
     * @throws reclens.domain.DataException when the {@code workspace.json} is malformed
     * @throws reclens.domain.NotFoundException when the folder has none
     */
    public static String mainTitle(WorkspaceSource source) {
        return source.folder().isEmpty() || source.model().isPresent()
                ? ""
                : WorkspaceFile.read(source.folder().get()).model().title();
    }

    /**
     * Titles by which one is opened; the main model first, which is opened by an empty one. One alone where no folder names several.
     *
     * @throws reclens.domain.DataException when the {@code workspace.json} is malformed
     * @throws reclens.domain.NotFoundException when the folder has none
     */
    public static List<String> titles(WorkspaceSource source) {
        if (source.folder().isEmpty() || source.model().isPresent()) {
            return List.of("");
        }
        return Stream.concat(
                        Stream.of(""),
                        WorkspaceFile.read(source.folder().get()).models().stream()
                                .map(entry -> entry.title()))
                .toList();
    }
}
