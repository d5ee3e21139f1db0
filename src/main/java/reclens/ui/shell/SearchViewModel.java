package reclens.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import reclens.domain.Interaction;
import reclens.domain.Recommendation;
import reclens.session.RecommendationList;
import reclens.session.Workspace;
import reclens.ui.UiText;
import reclens.ui.workbench.Workbench;

/** Finds users, recommended items and events of the shown history by id or title. */
final class SearchViewModel {
    private static final int MOST_OF_A_KIND = 5;

    /**
     * Something found.
     *
     * @param icon name of its icon
     * @param title what it is called
     * @param note what it is
     * @param go selects it
     */
    record Hit(String icon, String title, String note, Runnable go) {}

    private final Workbench workbench;

    SearchViewModel(Workbench workbench) {
        this.workbench = workbench;
    }

    List<Hit> find(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        List<Hit> hits = new ArrayList<>();
        if (!wanted.isEmpty() && workbench.workspace() != null) {
            addUsers(wanted, hits);
            addRecommendations(wanted, hits);
            addEvents(wanted, hits);
        }
        return hits;
    }

    private void addUsers(String wanted, List<Hit> hits) {
        Workspace open = workbench.workspace();
        List<String> users = open.log().users();
        List<String> found = new ArrayList<>();
        // An id typed in full comes first, whatever else it is part of.
        users.stream().filter(u -> u.toLowerCase(Locale.ROOT).equals(wanted)).forEach(found::add);
        users.stream()
                .filter(u -> u.toLowerCase(Locale.ROOT).contains(wanted) && !found.contains(u))
                .limit(MOST_OF_A_KIND)
                .forEach(found::add);
        found.stream()
                .limit(MOST_OF_A_KIND)
                .forEach(u -> hits.add(new Hit(
                        "mdi2a-account-outline",
                        u,
                        open.users().label(u).isEmpty()
                                ? UiText.get("search.user")
                                : open.users().label(u),
                        () -> workbench.selection().userProperty().set(u))));
    }

    private void addRecommendations(String wanted, List<Hit> hits) {
        RecommendationList list = workbench.recommendationsProperty().get();
        if (list == null) {
            return;
        }
        int before = hits.size();
        for (Recommendation r : list.items()) {
            String title = workbench.workspace().catalog().item(r.item()).title();
            if (hits.size() - before < MOST_OF_A_KIND && matches(wanted, title, r.item())) {
                hits.add(new Hit(
                        "mdi2s-star-outline",
                        title,
                        UiText.format("search.recommendation", Integer.toString(r.rank())),
                        () -> workbench.selection().itemProperty().set(r.index())));
            }
        }
    }

    private void addEvents(String wanted, List<Hit> hits) {
        if (workbench.historyProperty().get() == null) {
            return;
        }
        int before = hits.size();
        List<Interaction> events = workbench.historyProperty().get().events();
        for (int i = events.size() - 1; i >= 0 && hits.size() - before < MOST_OF_A_KIND; i--) {
            Interaction event = events.get(i);
            String title = workbench.workspace().catalog().item(event.item()).title();
            if (matches(wanted, title, event.item())) {
                hits.add(new Hit(
                        "mdi2h-history",
                        title,
                        UiText.format("search.event", Integer.toString(event.position()), event.event()),
                        () -> workbench.selection().eventProperty().set(event.position())));
            }
        }
    }

    private static boolean matches(String wanted, String title, String id) {
        return title.toLowerCase(Locale.ROOT).contains(wanted)
                || id.toLowerCase(Locale.ROOT).equals(wanted);
    }
}
