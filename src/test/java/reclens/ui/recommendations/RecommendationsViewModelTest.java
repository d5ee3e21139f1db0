package reclens.ui.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reclens.ui.WorkbenchFixture;
import reclens.ui.selection.SelectionModel;

class RecommendationsViewModelTest {
    private WorkbenchFixture fixture;
    private RecommendationsViewModel model;

    @BeforeEach
    void open() {
        fixture = new WorkbenchFixture().open(4);
        model = new RecommendationsViewModel(fixture.workbench);
        fixture.window.runUntil(
                () -> !model.rows().isEmpty() && model.selectedProperty().get() != SelectionModel.NONE);
    }

    @AfterEach
    void close() {
        assertThat(fixture.faults).isEmpty();
        fixture.close();
    }

    @Test
    void theSelectedItemCanBeHeldAgainstEveryOtherOfTheList() {
        model.selectedProperty().set(model.rows().get(2).index());

        assertThat(model.rivals())
                .hasSize(model.rows().size() - 1)
                .doesNotContain(model.rows().get(2));
    }

    @Test
    void anItemOutsideTheListHasNoRivalsInIt() {
        model.selectedProperty().set(SelectionModel.NONE);

        assertThat(model.rivals()).isEmpty();
    }

    @Test
    void whyNotShowsTheComparisonAndKeepsTheSelection() {
        AtomicInteger shown = new AtomicInteger();
        model.onWhyNot(shown::incrementAndGet);
        int selected = model.selectedProperty().get();

        model.whyNot(model.rows().get(4));

        assertThat(shown).hasValue(1);
        assertThat(model.selectedProperty().get()).isEqualTo(selected);
        assertThat(fixture.workbench.selection().rivalProperty().get())
                .isEqualTo(model.rows().get(4).index());
    }
}
