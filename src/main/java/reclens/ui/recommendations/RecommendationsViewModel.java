package reclens.ui.recommendations;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import reclens.domain.Catalog;
import reclens.domain.Recommendation;
import reclens.session.RecommendationList;
import reclens.ui.UiText;
import reclens.ui.workbench.Lingering;
import reclens.ui.workbench.Workbench;

/** The best items as rows, and the selected one. */
public final class RecommendationsViewModel {
    private final Workbench workbench;
    private final ObservableList<RecommendationRow> rows = FXCollections.observableArrayList();
    private Runnable comparison = () -> {};
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");

    public RecommendationsViewModel(Workbench workbench) {
        this.workbench = workbench;
        workbench.recommendationsProperty().addListener((p, was, now) -> show(now));
        show(workbench.recommendationsProperty().get());
    }

    ObservableList<RecommendationRow> rows() {
        return rows;
    }

    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    IntegerProperty selectedProperty() {
        return workbench.selection().itemProperty();
    }

    /** @param action shows the selected item beside the rival */
    public void onWhyNot(Runnable action) {
        comparison = action;
    }

    /** The rows that the selected item can be held against; none while no item of the list is selected. */
    List<RecommendationRow> rivals() {
        int selected = selectedProperty().get();
        return rowOf(selected) < 0
                ? List.of()
                : rows.stream().filter(row -> row.index() != selected).toList();
    }

    /** Shows why the selected item rather than another. */
    void whyNot(RecommendationRow other) {
        workbench.selection().askWhyNot(other.index());
        comparison.run();
    }

    /** Row of an item; -1 when it is not in the list. */
    int rowOf(int index) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).index() == index) {
                return i;
            }
        }
        return -1;
    }

    private void show(RecommendationList list) {
        if (list == null) {
            Lingering.clear(workbench, workbench.recommendationsProperty(), this::clear);
            return;
        }
        if (list.items().isEmpty()) {
            clear();
            return;
        }
        double best = list.items().get(0).score();
        rows.setAll(list.items().stream().map(r -> row(r, best)).toList());
        summary.set(UiText.format("recommendations.top", Integer.toString(rows.size())));
    }

    private void clear() {
        rows.clear();
        summary.set("");
    }

    private RecommendationRow row(Recommendation r, double best) {
        Catalog catalog = workbench.workspace().catalog();
        String features = String.join(" \u00b7 ", catalog.featureValues(r.item()));
        double share = best > 0 ? Math.max(0, r.score() / best) : 0;
        return new RecommendationRow(
                r.index(), r.rank(), UiText.title(r.item(), catalog), features, score(r.score()), share);
    }

    private static String score(double value) {
        return String.format(Locale.US, "%.2f", value).replace('-', '\u2212');
    }
}
