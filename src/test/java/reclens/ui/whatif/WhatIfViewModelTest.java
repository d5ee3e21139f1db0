package reclens.ui.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reclens.domain.EditedHistory.Change;
import reclens.domain.HistoryEdit;
import reclens.session.WhatIfResult;
import reclens.ui.WorkbenchFixture;
import reclens.ui.whatif.FoundCounterfactual.Status;
import reclens.ui.workbench.CatalogueSearch;
import reclens.ui.workbench.EditedHistories;

/** The first user of the synthetic shop has 64 events, of which the model reads the last 50. */
class WhatIfViewModelTest {
    private WorkbenchFixture fixture;
    private EditedHistories edits;
    private WhatIfViewModel model;

    @BeforeEach
    void open() {
        fixture = new WorkbenchFixture().open(3);
        edits = new EditedHistories(fixture.workbench);
        model = new WhatIfViewModel(fixture.workbench, edits);
        model.setActive(true);
        await();
        awaitCounterfactual();
    }

    @AfterEach
    void close() {
        assertThat(fixture.faults).isEmpty();
        fixture.close();
    }

    private void await() {
        fixture.window.runUntil(() -> model.resultProperty().get() != null
                        && model.resultProperty()
                                .get()
                                .history()
                                .entries()
                                .equals(edits.editedProperty().get().entries())
                || !model.problemProperty().get().isEmpty());
    }

    private void awaitCounterfactual() {
        fixture.window.runUntil(() -> found().status() != Status.SEARCHING && found().status() != Status.NONE);
    }

    private FoundCounterfactual found() {
        return model.counterfactual().foundProperty().get();
    }

    private TimelineRow row(int before) {
        return model.rows().stream()
                .filter(r -> r.before() == before)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutAnEditBothListsAreTheRecommendations() {
        WhatIfResult ranks = model.resultProperty().get();
        assertThat(ranks.before()).isEqualTo(ranks.after());
        assertThat(ranks.before())
                .isEqualTo(fixture.workbench.recommendationsProperty().get().items());
        assertThat(model.costProperty().get()).startsWith("No edit yet");
    }

    @Test
    void aRemovedEventStaysInSightAndAnOlderOneSlidesIn() {
        model.toggle(row(59));
        await();
        assertThat(row(59).change()).isEqualTo(Change.REMOVED);
        assertThat(row(13).slidIn()).isTrue();
        assertThat(model.summaryProperty().get()).isEqualTo("63 events, 1 edit");
        assertThat(model.slideProperty().get()).startsWith("#13 ").endsWith(" slides into the window");
        assertThat(model.costProperty().get()).contains("Leave-one-out says").contains("#13");
    }

    @Test
    void aRemovedEventCanBePutBack() {
        List<TimelineRow> rows = List.copyOf(model.rows());
        model.toggle(row(59));
        model.toggle(row(59));
        await();
        assertThat(model.rows()).isEqualTo(rows);
    }

    @Test
    void undoAndRedoGoThroughAllEdits() {
        for (int i = 0; i < 30; i++) {
            model.toggle(row(20 + i));
        }
        assertThat(edits.edits()).hasSize(30);
        while (model.canUndoProperty().get()) {
            model.undo();
        }
        assertThat(edits.edits()).isEmpty();
        while (model.canRedoProperty().get()) {
            model.redo();
        }
        await();
        assertThat(edits.edits()).hasSize(30);
    }

    @Test
    void resetCanBeUndone() {
        model.toggle(row(59));
        model.reset();
        assertThat(edits.edits()).isEmpty();
        model.undo();
        assertThat(edits.edits()).containsExactly(new HistoryEdit.Remove(59));
    }

    @Test
    void anItemOfTheCatalogueIsInsertedBeforeAnEvent() {
        model.insertBefore(row(63), "p7", "");
        await();
        TimelineRow inserted = model.rows().get(63);
        assertThat(inserted.change()).isEqualTo(Change.INSERTED);
        assertThat(inserted.title())
                .isEqualTo(fixture.workbench.workspace().catalog().item("p7").title());
        assertThat(model.sentenceProperty().get().text()).contains("inserted as #63");
        assertThat(model.slideProperty().get()).contains("#14 no longer fits into the window");
    }

    @Test
    void anEventDraggedOnAnotherStandsBeforeIt() {
        model.moveBefore(row(60), row(58));
        await();
        assertThat(row(60).after()).isEqualTo(58);
        assertThat(model.sentenceProperty().get().text()).contains("moved from #60 to #58");
    }

    @Test
    void anEventDraggedToTheEndIsTheLast() {
        model.moveBefore(row(60), null);
        await();
        assertThat(row(60).after()).isEqualTo(63);
    }

    @Test
    void aReplacedEventSaysWhatItWas() {
        String was = row(63).title();
        String item = model.item(row(63)).equals("p7") ? "p8" : "p7";
        model.replace(row(63), item);
        await();
        assertThat(row(63).note()).isEqualTo("was " + was);
        assertThat(model.sentenceProperty().get().text()).contains(" in place of ");
    }

    @Test
    void aModelThatReadsNoTypesSaysWhyTheyCannotBeChanged() {
        assertThat(model.typeRefusal()).hasValueSatisfying(r -> assertThat(r).contains("not which type of event"));
    }

    @Test
    void theCounterfactualIsFoundByItselfAndAppliedAsOneChange() {
        assertThat(found().status()).isEqualTo(Status.FOUND);
        int first = model.resultProperty().get().before().get(0).index();
        model.counterfactual().apply();
        await();
        assertThat(found().status()).isEqualTo(Status.APPLIED);
        assertThat(edits.edits()).hasSize(found().set().removed().length);
        assertThat(model.resultProperty().get().after().get(0).index() != first)
                .isEqualTo(found().holdsInTheTimeline());
        model.undo();
        assertThat(edits.edits()).isEmpty();
        assertThat(found().status()).isEqualTo(Status.FOUND);
    }

    @Test
    void anotherEditMakesTheFoundSetStaleAndItCanBeSearchedAgain() {
        int kept = found().events().get(0).before() == 63 ? 62 : 63;
        model.toggle(row(kept));
        await();
        assertThat(found().status()).isEqualTo(Status.STALE);
        model.searchCounterfactual();
        awaitCounterfactual();
        assertThat(found().of()).isEqualTo(edits.editedProperty().get());
    }

    @Test
    void aHistoryWithoutEventsHasNoRanksAndSaysWhatToDo() {
        edits.change(editor ->
                editor.removeAll(java.util.stream.IntStream.range(0, 64).toArray()));
        await();
        assertThat(model.resultProperty().get()).isNull();
        assertThat(model.problemProperty().get()).contains("no event").contains("keep or insert an event");
    }

    @Test
    void editsOfAUserAreThereAgainWhenTheUserIsSelectedAgain() {
        model.toggle(row(59));
        fixture.selection.userProperty().set("u0002");
        assertThat(edits.edits()).isEmpty();
        fixture.selection.userProperty().set("u0001");
        assertThat(edits.edits()).containsExactly(new HistoryEdit.Remove(59));
        await();
    }

    @Test
    void nothingIsRunWhileTheViewIsOutOfSight() {
        model.setActive(false);
        WhatIfResult before = model.resultProperty().get();
        fixture.selection.userProperty().set("u0002");
        assertThat(model.resultProperty().get()).isSameAs(before);
        model.setActive(true);
        await();
        assertThat(model.resultProperty().get().history().before().user()).isEqualTo("u0002");
    }

    @Test
    void savedEditsComeBackAsOneChange() {
        model.toggle(row(59));
        model.moveBefore(row(60), row(58));
        model.insertBefore(row(63), "p7", "view");
        List<HistoryEdit> saved = edits.edits();
        model.reset();
        edits.change(editor -> editor.set(saved));
        assertThat(edits.edits()).isEqualTo(saved);
        await();
    }

    @Test
    void theCatalogueIsSearchedByTitleFeatureAndId() {
        CatalogueSearch search = model.catalogueSearch();
        assertThat(search.size()).isEqualTo(60);
        assertThat(search.find("halden"))
                .isNotEmpty()
                .allMatch(f -> f.title().contains("Halden") || f.note().contains("Halden"));
        assertThat(search.find("cooking tarn")).allMatch(f -> f.note().contains("Cooking"));
        assertThat(search.find("p60")).extracting(CatalogueSearch.Found::id).containsExactly("p60");
        assertThat(search.find("no such thing")).isEmpty();
    }
}
