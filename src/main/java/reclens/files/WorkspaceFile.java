package reclens.files;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reclens.domain.SeenPolicy;

/**
 * What a {@code workspace.json} says; paths are resolved against its folder.
 *
 * @param title shown in the window; the folder's name where the file has none
 * @param model the main model
 * @param models further models over the same items
 * @param vocabulary item ids by model index
 * @param userVocabulary user ids by model index
 * @param featureVocabularies values by model index, by feature
 * @param featureTables arrays {@code item.<field>} and {@code user.<field>}
 * @param items the catalogue
 * @param history the events
 * @param users what is known of the users
 * @param seen whether items of the history may be recommended again
 * @param startUser the user whom the window selects first; the first of the history when empty
 * @param notices entries that are not known and were ignored
 */
public record WorkspaceFile(
        String title,
        ModelEntry model,
        List<ModelEntry> models,
        Optional<Path> vocabulary,
        Optional<Path> userVocabulary,
        Map<String, Path> featureVocabularies,
        Optional<Path> featureTables,
        Optional<CatalogSource> items,
        HistorySource history,
        Optional<UserTableSource> users,
        SeenPolicy seen,
        Optional<String> startUser,
        List<String> notices) {
    /** Name of the file inside the folder. */
    public static final String NAME = "workspace.json";

    static final String SCHEMA = "reclens.workspace/1";

    public WorkspaceFile {
        models = List.copyOf(models);
        featureVocabularies =
                Collections.unmodifiableMap(new LinkedHashMap<>(featureVocabularies)); // their order is the fields'
        notices = List.copyOf(notices);
    }

    /**
     * Reads the {@code workspace.json} of a folder.
     *
     * @throws reclens.domain.NotFoundException when the folder has none
     * @throws reclens.domain.DataException when it is malformed, of another schema, or names no model or history
     */
    public static WorkspaceFile read(Path folder) {
        return WorkspaceJson.read(folder);
    }

    /**
     * Writes a {@code workspace.json}, atomically; paths inside the folder become relative.
     *
     * @throws reclens.domain.DataException when it cannot be written
     */
    public static void write(Path folder, WorkspaceFile workspace) {
        WorkspaceJson.write(folder, workspace);
    }
}
