package reclens.ui.why;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reclens.explanation.Method;
import reclens.ui.WorkbenchFixture;

class TopTenViewModelTest {
    private final WorkbenchFixture fixture = new WorkbenchFixture().open(3);
    private final WhyViewModel why = new WhyViewModel(fixture.workbench);
    private final TopTenViewModel model = why.topTen();

    @AfterEach
    void close() {
        fixture.close();
    }

    private void open() {
        why.topTenProperty().set(true);
        fixture.window.runUntil(() -> model.tilesProperty().get().size() == 10
                && model.tilesProperty().get().stream().allMatch(t -> t.bars() != null));
    }

    @Test
    void nothingIsComputedBeforeItIsShown() {
        assertThat(model.tilesProperty().get()).isEmpty();
    }

    @Test
    void allRecommendationsStandOnOneScaleBestFirst() {
        open();
        var limits = model.tilesProperty().get().get(0).bars().limits();
        assertThat(model.tilesProperty().get()).allMatch(t -> t.bars().limits().equals(limits));
        assertThat(model.tilesProperty().get().stream().map(t -> t.target().rank()))
                .isSorted();
        assertThat(model.scaleProperty().get()).contains("leave-one-out", "All on one scale");
    }

    @Test
    void aSmallOneBecomesTheLargeOne() {
        open();
        why.enlarge(model.tilesProperty().get().get(3));
        assertThat(why.topTenProperty().get()).isFalse();
        assertThat(fixture.workbench.selectedRecommendation().rank()).isEqualTo(4);
    }

    @Test
    void anotherMethodMakesOtherSmallBarsAndDropsTheOldOnes() {
        open();
        why.methodProperty().set(Method.ATTENTION);
        assertThat(model.tilesProperty().get()).noneMatch(t -> t.bars() != null);
        fixture.window.runUntil(() -> model.tilesProperty().get().stream().allMatch(t -> t.bars() != null));
        assertThat(model.tilesProperty().get()).noneMatch(t -> t.bars().signed());
    }

    @Test
    void anotherUserDropsWhatIsStillRunning() {
        why.topTenProperty().set(true);
        fixture.selection.userProperty().set("u0002");
        fixture.window.runUntil(
                () -> fixture.workbench.recommendationsProperty().get() != null
                        && model.tilesProperty().get().size() == 10
                        && model.tilesProperty().get().stream().allMatch(t -> t.bars() != null));
        var list = fixture.workbench.recommendationsProperty().get();
        assertThat(model.tilesProperty().get().stream().map(TopTenViewModel.Tile::target))
                .containsExactlyElementsOf(list.items());
    }
}
