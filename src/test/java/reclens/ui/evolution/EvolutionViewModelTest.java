package reclens.ui.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reclens.chart.SharesSpec;
import reclens.domain.Recommendation;
import reclens.session.Evolution;
import reclens.ui.WorkbenchFixture;

/** The first user of the synthetic shop has 64 events; its items have six categories and seven brands. */
class EvolutionViewModelTest {
    private WorkbenchFixture fixture;
    private EvolutionViewModel model;

    @BeforeEach
    void open() {
        fixture = new WorkbenchFixture().open(3);
        model = new EvolutionViewModel(fixture.workbench);
        model.setActive(true);
        await();
    }

    @AfterEach
    void close() {
        assertThat(fixture.faults).isEmpty();
        fixture.close();
    }

    private void await() {
        fixture.window.runUntil(() -> model.evolutionProperty().get() != null);
    }

    @Test
    void nothingRunsBeforeTheViewIsInSight() {
        EvolutionViewModel hidden = new EvolutionViewModel(fixture.workbench);
        assertThat(hidden.noteProperty().get()).isEmpty();
        hidden.setActive(true);
        assertThat(hidden.noteProperty().get()).startsWith("Running the model after each event");
    }

    @Test
    void startsAtTheLastPointWhichIsWhatOtherViewsShow() {
        assertThat(model.pointProperty().get()).isEqualTo(Evolution.MOST_POINTS - 1);
        assertThat(model.rows().stream().map(EvolutionRow::rank))
                .containsExactlyElementsOf(fixture.workbench.recommendationsProperty().get().items().stream()
                        .map(Recommendation::rank)
                        .toList());
        assertThat(model.momentProperty().get()).startsWith("60 of 60 points: after #63 ");
    }

    @Test
    void startsAtTheSelectedEvent() {
        model.setActive(false);
        fixture.selection.eventProperty().set(0);
        model.featureProperty().set("brand");
        model.setActive(true);
        await();
        assertThat(model.pointProperty().get()).isZero();
    }

    @Test
    void everyPointOfBothChartsSumsToOne() {
        for (SharesSpec spec : new SharesSpec[] {
            model.recommendedProperty().get(), model.attendedProperty().get()
        }) {
            for (int p = 0; p < spec.points().size(); p++) {
                int at = p;
                assertThat(spec.series().stream()
                                .mapToDouble(s -> s.shares()[at])
                                .sum())
                        .isCloseTo(1, within(1e-9));
            }
        }
    }

    @Test
    void bothChartsGiveAValueTheSameColour() {
        assertThat(model.recommendedProperty().get().series().stream().map(s -> s.name() + s.token()))
                .isEqualTo(model.attendedProperty().get().series().stream()
                        .map(s -> s.name() + s.token())
                        .toList());
    }

    @Test
    void moreThanSevenValuesAreSummedInGrey() {
        model.featureProperty().set(Evolution.TITLE);
        await();
        SharesSpec spec = model.recommendedProperty().get();
        assertThat(spec.series()).hasSize(SharesSpec.COLORS + 1);
        assertThat(spec.series().get(SharesSpec.COLORS).name()).isEqualTo("other");
        assertThat(spec.series().get(SharesSpec.COLORS).token()).isEqualTo("other");
    }

    @Test
    void thePointBringsItsListAndItsSentence() {
        model.pointProperty().set(4);
        assertThat(model.rows()).hasSize(Evolution.TOP);
        assertThat(model.rows().get(0).score())
                .isEqualTo(String.format(
                        java.util.Locale.ROOT,
                        "%.2f",
                        model.evolutionProperty()
                                .get()
                                .points()
                                .get(4)
                                .items()
                                .get(0)
                                .score()));
        assertThat(model.sentenceProperty().get().text())
                .startsWith("After #")
                .contains("would have recommended most of all")
                .contains("It attended most of all to");
    }

    @Test
    void playingMovesOnAndStopsAtTheEnd() {
        model.togglePlaying();
        assertThat(model.pointProperty().get()).isZero();
        IntStream.range(0, 100).forEach(i -> model.step());
        assertThat(model.pointProperty().get()).isEqualTo(Evolution.MOST_POINTS - 1);
        assertThat(model.playingProperty().get()).isFalse();
    }

    @Test
    void aPauseKeepsThePoint() {
        model.pointProperty().set(7);
        model.togglePlaying();
        model.step();
        model.togglePlaying();
        model.step();
        assertThat(model.pointProperty().get()).isEqualTo(8);
    }

    @Test
    void anotherUserStopsPlayingAndStartsAnew() {
        model.pointProperty().set(7);
        model.togglePlaying();
        fixture.selection.userProperty().set("u0002");
        assertThat(model.playingProperty().get()).isFalse();
        assertThat(model.recommendedProperty().get()).isNull();
        await();
        assertThat(model.evolutionProperty().get().history().user()).isEqualTo("u0002");
    }

    @Test
    void aStaleResultIsDropped() {
        fixture.selection.userProperty().set("u0002");
        fixture.selection.userProperty().set("u0003");
        await();
        assertThat(model.evolutionProperty().get().history().user()).isEqualTo("u0003");
    }

    @Test
    void outOfSightItStopsPlaying() {
        model.togglePlaying();
        model.setActive(false);
        assertThat(model.playingProperty().get()).isFalse();
    }

    @Test
    void withoutAWorkspaceThereIsNothing() {
        fixture.workbench.show(null);
        assertThat(model.features()).isEmpty();
        assertThat(model.recommendedProperty().get()).isNull();
        assertThat(model.rows()).isEmpty();
    }
}
