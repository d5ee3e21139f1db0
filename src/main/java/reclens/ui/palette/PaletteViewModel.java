package reclens.ui.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import reclens.domain.Interaction;
import reclens.domain.Recommendation;
import reclens.session.RecommendationList;
import reclens.session.Workspace;
import reclens.ui.UiText;
import reclens.ui.workbench.Workbench;

/** Finds actions, users, items and events of the shown history by name, id or title. */
public final class PaletteViewModel {
    private static final int MOST_OF_A_KIND = 5;
    private static final int MOST_ACTIONS = 12;

    private final Workbench workbench;
    private final Supplier<List<PaletteAction>> source;
    private List<PaletteAction> actions;
    private Workspace indexed;
    private List<String> users = List.of();
    private int[] items = {};
    private List<String> titles = List.of();

    /** @param actions asked when they are first needed */
    public PaletteViewModel(Workbench workbench, Supplier<List<PaletteAction>> actions) {
        this.workbench = workbench;
        this.source = actions;
    }

    /** Best of a kind first: actions, users, recommendations, events, other items. For nothing typed, what can be done now. */
    public List<PaletteHit> find(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        List<PaletteHit> hits = new ArrayList<>();
        addActions(wanted, hits);
        Workspace open = workbench.workspace();
        if (open == null || wanted.isEmpty()) {
            return hits;
        }
        index(open);
        // An id typed in full comes first, whatever else it is part of.
        addUsers(wanted, hits.isEmpty() || users.contains(wanted) ? 0 : hits.size(), hits);
        addRecommendations(wanted, hits);
        addEvents(wanted, hits);
        addItems(wanted, hits);
        return hits;
    }

    private void addActions(String wanted, List<PaletteHit> hits) {
        if (actions == null) {
            actions = source.get();
        }
        List<PaletteAction> possible =
                actions.stream().filter(a -> a.enabled().getAsBoolean()).toList();
        best(
                        possible.size(),
                        i -> possible.get(i).title().toLowerCase(Locale.ROOT),
                        wanted,
                        wanted.isEmpty() ? MOST_ACTIONS : MOST_OF_A_KIND)
                .mapToObj(possible::get)
                .forEach(a ->
                        hits.add(new PaletteHit("mdi2c-chevron-right", a.title(), a.group(), a.shortcut(), a.run())));
    }

    /** Lower case once a workspace, not once a key: 6,040 users are searched while somebody types. */
    private void index(Workspace open) {
        if (open == indexed) {
            return;
        }
        indexed = open;
        users = open.log().users().stream().map(u -> u.toLowerCase(Locale.ROOT)).toList();
        items = open.explainable();
        titles = IntStream.of(items)
                .mapToObj(i ->
                        open.catalog().item(open.vocabulary().id(i)).title().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Numbers of the best matching texts, best first, at most {@code most}. */
    private static IntStream best(int count, IntFunction<String> text, String wanted, int most) {
        int[] marks = new int[count];
        for (int i = 0; i < count; i++) {
            marks[i] = Match.of(text.apply(i), wanted);
        }
        return IntStream.range(0, count)
                .filter(i -> marks[i] != Match.NONE)
                .boxed()
                .sorted(Comparator.comparingInt(i -> -marks[i]))
                .limit(most)
                .mapToInt(Integer::intValue);
    }

    private void addUsers(String wanted, int at, List<PaletteHit> hits) {
        Workspace open = indexed;
        List<PaletteHit> found = best(users.size(), users::get, wanted, MOST_OF_A_KIND)
                .mapToObj(i -> open.log().users().get(i))
                .map(u -> new PaletteHit(
                        "mdi2a-account-outline",
                        u,
                        open.users().label(u).isEmpty()
                                ? UiText.get("search.user")
                                : open.users().label(u),
                        "",
                        () -> workbench.selection().userProperty().set(u)))
                .toList();
        hits.addAll(at, found);
    }

    private void addRecommendations(String wanted, List<PaletteHit> hits) {
        RecommendationList list = workbench.recommendationsProperty().get();
        if (list == null) {
            return;
        }
        int before = hits.size();
        for (Recommendation r : list.items()) {
            String title = title(indexed, r.item());
            if (hits.size() - before < MOST_OF_A_KIND && matches(wanted, title, r.item())) {
                hits.add(new PaletteHit(
                        "mdi2s-star-outline",
                        title,
                        UiText.format("search.recommendation", Integer.toString(r.rank())),
                        "",
                        () -> explain(r.index())));
            }
        }
    }

    private void addEvents(String wanted, List<PaletteHit> hits) {
        if (workbench.historyProperty().get() == null) {
            return;
        }
        int before = hits.size();
        List<Interaction> events = workbench.historyProperty().get().events();
        for (int i = events.size() - 1; i >= 0 && hits.size() - before < MOST_OF_A_KIND; i--) {
            Interaction event = events.get(i);
            String title = title(indexed, event.item());
            if (matches(wanted, title, event.item())) {
                hits.add(new PaletteHit(
                        "mdi2h-history",
                        title,
                        UiText.format(
                                "search.event",
                                Integer.toString(event.position()),
                                UiText.messages().eventName(event.event())),
                        "",
                        () -> workbench.selection().eventProperty().set(event.position())));
            }
        }
    }

    /** Any other item can be explained too: why is it not among the first ten? */
    private void addItems(String wanted, List<PaletteHit> hits) {
        if (workbench.selection().userProperty().get().isEmpty()) {
            return;
        }
        RecommendationList list = workbench.recommendationsProperty().get();
        best(
                        items.length,
                        i -> indexed.vocabulary()
                                        .id(items[i])
                                        .toLowerCase(Locale.ROOT)
                                        .equals(wanted)
                                ? wanted
                                : titles.get(i),
                        wanted,
                        MOST_OF_A_KIND)
                .map(i -> items[i])
                .filter(item -> list == null || list.items().stream().noneMatch(r -> r.index() == item))
                .forEach(item -> hits.add(new PaletteHit(
                        "mdi2t-tag-outline",
                        title(indexed, indexed.vocabulary().id(item)),
                        UiText.get("search.item"),
                        "",
                        () -> explain(item))));
    }

    private void explain(int item) {
        workbench.selection().itemProperty().set(item);
    }

    private static String title(Workspace open, String item) {
        return UiText.title(item, open.catalog());
    }

    private static boolean matches(String wanted, String title, String id) {
        return title.toLowerCase(Locale.ROOT).contains(wanted)
                || id.toLowerCase(Locale.ROOT).equals(wanted);
    }
}
