package reclens.ui.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reclens.domain.Catalog;
import reclens.session.Workspace;
import reclens.ui.UiText;

/** Finds items that the model knows by title, id or feature. */
public final class CatalogueSearch {
    public static final int MOST = 100;

    private final List<Found> all;
    private final List<String> texts;

    /**
     * An item to insert.
     *
     * @param id as the data has it
     * @param title to show
     * @param note its features
     */
    public record Found(String id, String title, String note) {}

    public CatalogueSearch(Workspace workspace) {
        all = workspace == null
                ? List.of()
                : IntStream.range(0, workspace.vocabulary().size())
                        .filter(i -> !workspace.model().card().unrankable().contains(i))
                        .mapToObj(i -> found(workspace.vocabulary().id(i), workspace.catalog()))
                        .toList();
        texts = all.stream()
                .map(f -> (workspace.catalog().item(f.id()).title() + "\n" + f.note() + "\n" + f.id())
                        .toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Found found(String id, Catalog catalog) {
        String features = catalog.item(id).features().values().stream()
                .map(values -> String.join(" | ", values))
                .filter(v -> !v.isBlank())
                .collect(Collectors.joining(", "));
        return new Found(id, UiText.title(id, catalog), features);
    }

    /** How many items the model knows. */
    public int size() {
        return all.size();
    }

    /** Items with every word of the text, at most {@link #MOST}, those first whose title begins with it. */
    public List<Found> find(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        String[] words = wanted.split("\\s+");
        List<Found> first = new ArrayList<>();
        List<Found> others = new ArrayList<>();
        for (int i = 0; i < all.size() && first.size() < MOST; i++) {
            String candidate = texts.get(i);
            boolean matches = true;
            for (String word : words) {
                matches &= candidate.contains(word);
            }
            if (matches) {
                (candidate.startsWith(wanted) ? first : others).add(all.get(i));
            }
        }
        first.addAll(others.subList(0, Math.min(others.size(), MOST - first.size())));
        return first;
    }
}
