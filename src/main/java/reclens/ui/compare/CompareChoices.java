package reclens.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import reclens.domain.InteractionLog;
import reclens.session.RecommendationList;
import reclens.session.Workspace;
import reclens.session.WorkspaceSource;
import reclens.ui.UiText;
import reclens.ui.control.SearchPopup.Choice;
import reclens.ui.workbench.CatalogueSearch;
import reclens.ui.workbench.Workbench;

/** What can be chosen for either side. */
final class CompareChoices {
    private static final int MOST = 100;

    private final Workbench workbench;
    private Workspace searched;
    private CatalogueSearch catalogue;

    CompareChoices(Workbench workbench) {
        this.workbench = workbench;
    }

    /** Items by model index: the recommendations for no text, else all that match. */
    List<Choice> items(String text) {
        Workspace open = workbench.workspace();
        RecommendationList list = workbench.recommendationsProperty().get();
        List<Choice> found = new ArrayList<>();
        if (text.isEmpty() && list != null) {
            list.items()
                    .forEach(r -> found.add(new Choice(
                            Integer.toString(r.index()),
                            UiText.title(r.item(), open.catalog()),
                            UiText.format("compare.rank", Integer.toString(r.rank())))));
            return found;
        }
        if (searched != open) {
            searched = open;
            catalogue = new CatalogueSearch(open);
        }
        catalogue.find(text).forEach(f -> open.vocabulary()
                .index(f.id())
                .ifPresent(i -> found.add(new Choice(Integer.toString(i), f.title(), f.note()))));
        return found;
    }

    /** Users by id. */
    List<Choice> users(String text) {
        Workspace open = workbench.workspace();
        InteractionLog log = open.log();
        String wanted = text.toLowerCase(Locale.ROOT);
        return log.users().stream()
                .filter(u -> u.toLowerCase(Locale.ROOT).contains(wanted)
                        || open.users().label(u).toLowerCase(Locale.ROOT).contains(wanted))
                .limit(MOST)
                .map(u -> {
                    int events = log.eventCount(log.indexOfUser(u).orElseThrow());
                    String count = UiText.plural("history.events", events, Integer.toString(events));
                    String label = open.users().label(u);
                    return new Choice(u, u, label.isEmpty() ? count : label + ", " + count);
                })
                .toList();
    }

    List<String> otherModels() {
        return SecondModel.others(workbench.workspace().source());
    }

    /** Further models of the workspace by title. */
    List<Choice> models(String text) {
        WorkspaceSource source = workbench.workspace().source();
        return otherModels().stream()
                .map(title -> new Choice(title, Comparer.modelTitle(source.withModelTitle(title)), ""))
                .filter(c -> c.title().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)))
                .toList();
    }
}
