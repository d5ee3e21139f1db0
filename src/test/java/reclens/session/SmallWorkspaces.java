package reclens.session;

import java.nio.file.Path;
import java.util.List;
import reclens.domain.Catalog;
import reclens.domain.InteractionLog;
import reclens.domain.ItemVocabulary;
import reclens.domain.Provenance;
import reclens.domain.SeenPolicy;
import reclens.domain.UserTable;
import reclens.inference.RecommenderModel;
import reclens.inference.SmallModels;

/** Workspaces around the small models of the goldens. */
public final class SmallWorkspaces {
    private SmallWorkspaces() {}

    /** Users a and b with the same history; the model knows a alone where it reads users. */
    public static Workspace of(String type) {
        RecommenderModel model = SmallModels.open(type);
        return new Workspace(
                WorkspaceSource.folder(Path.of("small")),
                "Small",
                new Provenance("0", type, "", 1, 1, "file", "00", "Small"),
                model,
                ItemVocabulary.identity(24),
                model.card().traits().readsHistory()
                        ? ItemVocabulary.of(List.of())
                        : ItemVocabulary.of(List.of("[PAD]", "a", "c")),
                Catalog.EMPTY,
                new InteractionLog(
                        List.of("a", "b", "c"),
                        List.of("3", "9", "4"),
                        List.of(""),
                        new int[] {0, 3, 6, 9},
                        new int[] {0, 1, 2, 0, 1, 2, 0, 1, 2},
                        null,
                        null),
                UserTable.EMPTY,
                SeenPolicy.INCLUDE,
                List.of());
    }
}
