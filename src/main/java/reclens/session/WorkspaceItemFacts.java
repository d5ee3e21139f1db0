package reclens.session;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import reclens.domain.CancellationToken;
import reclens.domain.InteractionLog;
import reclens.evaluation.ItemFacts;
import reclens.inference.ModelCard;

/** What an open workspace knows of its items. Categories are the catalogue's first feature. */
final class WorkspaceItemFacts implements ItemFacts {
    private final Workspace workspace;
    private final int[] met;
    private final int catalogueSize;
    private final CancellationToken cancellation;

    private WorkspaceItemFacts(Workspace workspace, int[] met, int catalogueSize, CancellationToken cancellation) {
        this.cancellation = cancellation;
        this.workspace = workspace;
        this.met = met;
        this.catalogueSize = catalogueSize;
    }

    /** Counts for each item the users who met it before their last event. */
    static WorkspaceItemFacts of(Workspace workspace, CancellationToken cancellation) {
        InteractionLog log = workspace.log();
        int[] indexOf = log.items().stream()
                .mapToInt(id -> workspace.vocabulary().index(id).orElse(0))
                .toArray();
        int[] met = new int[workspace.vocabulary().size()];
        for (int user = 0; user < log.userCount(); user++) {
            cancellation.check();
            int[] items = log.itemsOf(user);
            IntStream.range(0, Math.max(0, items.length - 1))
                    .map(e -> indexOf[items[e]])
                    .distinct()
                    .forEach(i -> met[i]++);
        }
        ModelCard card = workspace.model().card();
        int size = (int) IntStream.range(0, Math.min(card.itemCount(), met.length))
                .filter(i -> !card.unrankable().contains(i))
                .count();
        return new WorkspaceItemFacts(workspace, met, size, cancellation);
    }

    /** How many users met each item, by its index; negative infinity where an index is no item that can be recommended. */
    float[] met() {
        float[] counts = new float[met.length];
        BitSet items = workspace.rankableItems();
        for (int i = 0; i < counts.length; i++) {
            counts[i] = items.get(i) ? met[i] : Float.NEGATIVE_INFINITY;
        }
        return counts;
    }

    @Override
    public int catalogueSize() {
        return catalogueSize;
    }

    @Override
    public double popularity(int item) {
        return Math.max(1, met[item]) / (double) workspace.log().userCount();
    }

    @Override
    public Optional<float[]> embedding(int item) {
        cancellation.check(); // the cosines of all pairs of all lists take seconds
        return workspace.model().itemEmbedding(item);
    }

    @Override
    public Set<String> categories(int item) {
        return Set.copyOf(workspace
                .catalog()
                .item(workspace.vocabulary().id(item))
                .features()
                .getOrDefault(workspace.catalog().features().get(0), List.of()));
    }

    @Override
    public boolean hasCategories() {
        return !workspace.catalog().features().isEmpty();
    }

    @Override
    public boolean pointwise() {
        return workspace.model().card().traits().pointwise();
    }
}
