package reclens.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reclens.domain.ComparedWith;
import reclens.explanation.Method;
import reclens.session.Comparison;
import reclens.session.WorkspaceSource;
import reclens.ui.WorkbenchFixture;
import reclens.ui.workbench.EditedHistories;
import reclens.ui.workbench.ModelChoices;

class CompareViewModelTest {
    private static final ModelChoices NOTHING_KNOWN = new ModelChoices() {
        @Override
        public WorkspaceSource known(WorkspaceSource source) {
            return source;
        }

        @Override
        public boolean ask(WorkspaceSource source, Throwable fault) {
            return false;
        }
    };

    private final ObjectProperty<ComparedWith> kept = new SimpleObjectProperty<>(ComparedWith.NONE);
    private WorkbenchFixture fixture;
    private EditedHistories edits;
    private CompareViewModel model;

    @BeforeEach
    void open() {
        fixture = new WorkbenchFixture().open(4);
        edits = new EditedHistories(fixture.workbench);
        model = new CompareViewModel(fixture.workbench, edits, NOTHING_KNOWN, kept);
        model.setActive(true);
        await(Kind.ITEMS);
    }

    @AfterEach
    void close() {
        assertThat(fixture.faults).isEmpty();
        fixture.close();
    }

    @Test
    void whatIsComparedIsKeptInWordsAndTakenUpAgain() {
        model.chooseOtherUser("u0003");
        show(Kind.USERS);
        model.methodProperty().set(Method.ROLLOUT);
        ComparedWith then = kept.get();
        assertThat(then).isEqualTo(new ComparedWith("users", "", "u0003", Optional.empty(), "rollout"));

        CompareViewModel later =
                new CompareViewModel(fixture.workbench, edits, NOTHING_KNOWN, new SimpleObjectProperty<>(then));
        assertThat(later.kindProperty().get()).isEqualTo(Kind.USERS);
        assertThat(later.methodProperty().get()).isEqualTo(Method.ROLLOUT);
        later.setActive(true);
        fixture.window.runUntil(() -> later.comparedProperty().get() != null);
        assertThat(later.comparedProperty().get().b().title()).isEqualTo("u0003");
    }

    @Test
    void aSessionThatIsBroughtBackIsShownByTheOpenViewToo() {
        kept.set(new ComparedWith("users", "", "u0002", Optional.empty(), "leave_one_out"));
        assertThat(model.kindProperty().get()).isEqualTo(Kind.USERS);
        await(Kind.USERS);
        kept.set(new ComparedWith("users", "", "gone", Optional.empty(), "tea-leaves"));
        assertThat(kept.get().user()).isEqualTo("u0002");
        assertThat(kept.get().method()).isEqualTo("leave_one_out");
    }

    private Compared await(Kind kind) {
        fixture.window.runUntil(() -> !model.problemProperty().get().isEmpty()
                || model.comparedProperty().get() != null
                        && model.comparedProperty().get().kind() == kind);
        return model.comparedProperty().get();
    }

    private Compared show(Kind kind) {
        model.kindProperty().set(kind);
        return await(kind);
    }

    @Test
    void theSelectedRecommendationIsComparedWithTheBestOtherOne() {
        Compared now = model.comparedProperty().get();
        assertThat(now.comparison().a().rank()).isEqualTo(1);
        assertThat(now.comparison().b().rank()).isEqualTo(2);
        assertThat(now.lead())
                .isCloseTo(now.comparison().a().score() - now.comparison().b().score(), within(1e-9));
        assertThat(now.sentence().text()).contains("speaks most for A: removing it costs A");
    }

    @Test
    void theDifferenceOfTwoItemsIsThatOfTheContrast() {
        fixture.window.runUntil(() -> model.verdictProperty().get() != null);
        Compared now = model.comparedProperty().get();
        var contrast = fixture.workbench
                .explainer()
                .explain(
                        new reclens.session.ExplainRequest(
                                fixture.workbench.historyProperty().get(),
                                now.comparison().a().index(),
                                List.of(Method.LEAVE_ONE_OUT),
                                false,
                                false,
                                1,
                                now.comparison().b().index()),
                        reclens.domain.ProgressListener.NONE,
                        new reclens.domain.CancellationToken());
        double[] values = contrast.attributions().get(Method.LEAVE_ONE_OUT).values();
        for (int i = 0; i < values.length; i++) {
            assertThat(now.comparison().rows().get(i).difference()).isCloseTo(values[i], within(1e-4));
        }
    }

    @Test
    void askingWhyNotAnotherItemComparesWithItWhateverWasCompared() {
        show(Kind.USERS);
        int third =
                fixture.workbench.recommendationsProperty().get().items().get(2).index();

        fixture.workbench.selection().askWhyNot(third);
        Compared now = await(Kind.ITEMS);

        assertThat(now.comparison().a().rank()).isEqualTo(1);
        assertThat(now.comparison().b().index()).isEqualTo(third);
        show(Kind.USERS);
        fixture.workbench.selection().askWhyNot(third);
        assertThat(model.kindProperty().get()).isEqualTo(Kind.ITEMS);
    }

    @Test
    void swappingTurnsTheDifferenceRound() {
        Comparison before = model.comparedProperty().get().comparison();
        model.swap();
        fixture.window.runUntil(
                () -> model.comparedProperty().get().comparison().a().index()
                        == before.b().index());
        Comparison after = model.comparedProperty().get().comparison();
        assertThat(after.b().index()).isEqualTo(before.a().index());
        assertThat(after.rows().get(0).difference())
                .isCloseTo(-before.rows().get(0).difference(), within(1e-9));
    }

    @Test
    void rowsOthersAndTotalAddUp() {
        Compared now = model.comparedProperty().get();
        List<AlignedRow> rows = AlignedRows.behaviours(now, 8, false);
        assertThat(rows).hasSize(10);
        assertThat(rows.get(8).style()).isEqualTo(AlignedRow.Style.OTHER);
        assertThat(rows.get(8).title()).isEqualTo("other (42 events)");
        AlignedRow total = rows.get(9);
        assertThat(rows.subList(0, 9).stream().mapToDouble(AlignedRow::a).sum()).isCloseTo(total.a(), within(1e-6));
        assertThat(rows.subList(0, 9).stream()
                        .mapToDouble(AlignedRow::difference)
                        .sum())
                .isCloseTo(total.difference(), within(1e-6));
    }

    @Test
    void rowsStandBySizeOfTheDifferenceOrInTimeOrder() {
        Compared now = model.comparedProperty().get();
        assertThat(AlignedRows.behaviours(now, 8, false).subList(0, 8))
                .extracting(r -> -Math.abs(r.difference()))
                .isSorted();
        assertThat(AlignedRows.behaviours(now, 8, true).subList(0, 8))
                .extracting(AlignedRow::event)
                .isSorted();
    }

    @Test
    void twoUsersAreComparedItemByItemWithoutAValueWhereOneHasNoSuchEvent() {
        Compared now = show(Kind.USERS);
        assertThat(now.a().title()).isEqualTo("u0001");
        assertThat(now.b().title()).isEqualTo("u0002");
        assertThat(now.comparison().a().index()).isEqualTo(now.comparison().b().index());
        assertThat(now.comparison().rows()).anyMatch(r -> Double.isNaN(r.b()) && r.difference() == r.a());
        assertThat(now.comparison().rows()).extracting(r -> r.event().item()).doesNotHaveDuplicates();
    }

    @Test
    void anotherUserCanBeChosenForEitherSide() {
        show(Kind.USERS);
        model.chooseOtherUser("u0003");
        fixture.window.runUntil(() -> model.comparedProperty().get().b().title().equals("u0003"));
        model.chooseUser("u0003");
        fixture.window.runUntil(() -> model.comparedProperty().get() != null
                && model.comparedProperty().get().a().title().equals("u0003"));
        assertThat(model.comparedProperty().get().b().title()).isEqualTo("u0004");
    }

    @Test
    void withoutAnEditThereIsASentenceThatSaysWhatToDo() {
        show(Kind.EDIT);
        assertThat(model.comparedProperty().get()).isNull();
        assertThat(model.problemProperty().get())
                .contains("Nothing is edited yet")
                .contains("What if");
    }

    @Test
    void anEditIsComparedEventByEvent() {
        edits.change(editor -> editor.remove(59));
        edits.change(editor -> editor.insert(10, "p7", "view"));
        Compared now = show(Kind.EDIT);
        assertThat(now.b().note()).startsWith("2 edits");
        List<Comparison.Row> rows = now.comparison().rows();
        Comparison.Row removed = rows.stream()
                .filter(r -> r.event().position() == 59 && !Double.isNaN(r.a()))
                .findFirst()
                .orElseThrow();
        assertThat(removed.b()).isNaN();
        Comparison.Row last = rows.stream()
                .filter(r -> r.event().position() == 63)
                .findFirst()
                .orElseThrow();
        assertThat(last.a()).isFinite();
        assertThat(last.b()).isFinite();
    }

    @Test
    void attentionIsNotOfferedForTwoItemsSinceItDoesNotDependOnThem() {
        assertThat(model.methods()).contains(Method.LEAVE_ONE_OUT).doesNotContain(Method.ATTENTION);
        show(Kind.USERS);
        assertThat(model.methods()).contains(Method.ATTENTION);
        model.methodProperty().set(Method.ATTENTION);
        fixture.window.runUntil(
                () -> model.comparedProperty().get().comparison().method() == Method.ATTENTION);
        assertThat(model.comparedProperty().get().fields()).contains("category");
        show(Kind.ITEMS);
        assertThat(model.methodProperty().get()).isEqualTo(Method.LEAVE_ONE_OUT);
    }

    @Test
    void featuresOfOneFieldAddUpToTheTotal() {
        Compared now = model.comparedProperty().get();
        assertThat(AlignedRows.features(now, "category", 20).stream()
                        .mapToDouble(AlignedRow::a)
                        .filter(Double::isFinite)
                        .sum())
                .isCloseTo(now.comparison().totalOfA(), within(1e-6));
    }

    @Test
    void itemsAreFoundInTheCatalogueAndUsersByTheirSegment() {
        assertThat(model.choices().items("")).hasSize(10);
        assertThat(model.choices().items("stove")).isNotEmpty().allMatch(c -> c.title()
                .contains("Stove"));
        assertThat(model.choices().users("van life")).extracting(c -> c.id()).containsExactly("u0004");
    }
}
