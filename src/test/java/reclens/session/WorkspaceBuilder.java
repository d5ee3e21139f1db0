package reclens.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import reclens.domain.Catalog;
import reclens.domain.InteractionLog;
import reclens.domain.ItemVocabulary;
import reclens.domain.Provenance;
import reclens.domain.SeenPolicy;
import reclens.domain.UserTable;
import reclens.inference.ModelCard;
import reclens.inference.RecommenderModel;

/** Workspaces made in memory, of a model and what a test cares about; the rest is as plain as it can be. */
public final class WorkspaceBuilder {
    private final RecommenderModel model;
    private WorkspaceSource source = WorkspaceSource.folder(Path.of("small"));
    private String title = "Small";
    private String application = "0";
    private String file = "file";
    private String sha256 = "00";
    private ItemVocabulary vocabulary;
    private ItemVocabulary userVocabulary = ItemVocabulary.EMPTY;
    private Catalog catalog = Catalog.EMPTY;
    private InteractionLog log;
    private UserTable users = UserTable.EMPTY;

    /** A workspace whose items are numbered as the model numbers them, without users. */
    public WorkspaceBuilder(RecommenderModel model) {
        this.model = model;
        this.vocabulary = ItemVocabulary.identity(model.card().itemCount());
        this.log = log(List.of(), List.of(), new int[] {0}, new int[0]);
    }

    public WorkspaceBuilder source(WorkspaceSource from) {
        this.source = from;
        return this;
    }

    public WorkspaceBuilder title(String words) {
        this.title = words;
        return this;
    }

    public WorkspaceBuilder application(String version) {
        this.application = version;
        return this;
    }

    public WorkspaceBuilder checkpoint(String name, String digest) {
        this.file = name;
        this.sha256 = digest;
        return this;
    }

    public WorkspaceBuilder vocabulary(ItemVocabulary items) {
        this.vocabulary = items;
        return this;
    }

    public WorkspaceBuilder userVocabulary(ItemVocabulary known) {
        this.userVocabulary = known;
        return this;
    }

    public WorkspaceBuilder catalog(Catalog items) {
        this.catalog = items;
        return this;
    }

    public WorkspaceBuilder log(InteractionLog events) {
        this.log = events;
        return this;
    }

    /** Users who have all seen these items, in this order, at no known time. */
    public WorkspaceBuilder histories(List<String> names, List<String> items) {
        int n = items.size();
        return log(log(
                names,
                items,
                IntStream.rangeClosed(0, names.size()).map(u -> u * n).toArray(),
                IntStream.range(0, names.size() * n).map(e -> e % n).toArray()));
    }

    public WorkspaceBuilder users(UserTable table) {
        this.users = table;
        return this;
    }

    public Workspace build() {
        ModelCard card = model.card();
        return new Workspace(
                source,
                title,
                new Provenance(
                        application, card.type(), card.variant(), card.layers(), card.heads(), file, sha256, title),
                model,
                vocabulary,
                userVocabulary,
                catalog,
                log,
                users,
                SeenPolicy.INCLUDE,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /**
     * Events without times and types.
     *
     * @param offsets of each user's first event [users + 1]
     * @param events places in {@code items}
     */
    public static InteractionLog log(List<String> users, List<String> items, int[] offsets, int[] events) {
        return new InteractionLog(users, items, List.of(""), offsets, events, null, null);
    }
}
