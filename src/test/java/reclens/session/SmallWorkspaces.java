package reclens.session;

import java.util.List;
import reclens.domain.ItemVocabulary;
import reclens.inference.RecommenderModel;
import reclens.inference.SmallModels;

/** Workspaces around the small models of the goldens. */
public final class SmallWorkspaces {
    private SmallWorkspaces() {}

    /** Users a, b and c with the same history; the model knows a and c alone where it reads users. */
    public static Workspace of(String type) {
        RecommenderModel model = SmallModels.open(type);
        WorkspaceBuilder workspace =
                new WorkspaceBuilder(model).histories(List.of("a", "b", "c"), List.of("3", "9", "4"));
        if (!model.card().traits().readsHistory()) {
            workspace.userVocabulary(ItemVocabulary.of(List.of("[PAD]", "a", "c")));
        }
        return workspace.build();
    }
}
