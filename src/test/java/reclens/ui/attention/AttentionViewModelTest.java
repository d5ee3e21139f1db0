package reclens.ui.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reclens.chart.ScaleMode;
import reclens.session.WorkspaceSource;
import reclens.ui.WorkbenchFixture;
import reclens.ui.selection.HeadChoice;

class AttentionViewModelTest {
    private final WorkbenchFixture fixture = new WorkbenchFixture().open(3);
    private final AttentionViewModel model = new AttentionViewModel(fixture.workbench);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void opensOnTheMeanOfTheLastLayer() {
        assertThat(model.heatmapProperty().get().layer()).isEqualTo(1);
        assertThat(model.heatmapProperty().get().head()).isNegative();
    }

    @Test
    void offersMeanMaxAndEveryHead() {
        assertThat(model.heads()).containsExactly(HeadChoice.MEAN, HeadChoice.MAX, HeadChoice.of(0), HeadChoice.of(1));
        assertThat(model.layers()).containsExactly(0, 1);
    }

    @Test
    void showsAllHeadsOnOneScale() {
        assertThat(model.overviewProperty().get().tiles())
                .hasSize(4)
                .allMatch(t -> t.map().limit() == model.overviewProperty().get().limit());
    }

    @Test
    void aSmallMultipleChoosesItsHead() {
        model.chooseTile(2);
        assertThat(model.layerProperty().get()).isEqualTo(1);
        assertThat(model.headProperty().get()).isEqualTo(HeadChoice.of(0));
        assertThat(model.chosenTile()).isEqualTo(2);
    }

    @Test
    void listsTheRowThatScoredUntilAnotherIsChosen() {
        assertThat(model.listsTheScoringRow()).isTrue();
        assertThat(model.rowBarsProperty().get().title()).contains("#63");
        model.rowProperty().set(10);
        assertThat(model.listsTheScoringRow()).isFalse();
        assertThat(model.rowBarsProperty().get().title()).contains("#24");
    }

    @Test
    void canShowOnlyTheRowThatScored() {
        model.scoringRowOnlyProperty().set(true);
        assertThat(model.heatmapProperty().get().rows()).hasSize(1);
        assertThat(model.heatmapProperty().get().masked(0, 49)).isFalse();
        assertThat(model.heatmapProperty().get().rows().get(0).position()).isEqualTo(63);
        assertThat(model.heatmapProperty().get().title()).startsWith("The row that scored: #63 ");
    }

    @Test
    void theUniformBaselineCanBeLeftOut() {
        assertThat(model.heatmapProperty().get().uniform()).isEqualTo(1.0 / 50);
        model.uniformProperty().set(false);
        assertThat(model.heatmapProperty().get().uniform()).isNaN();
    }

    @Test
    void theScaleIsAChoice() {
        model.scaleProperty().set(ScaleMode.ROW_MAX);
        assertThat(model.heatmapProperty().get().limit()).isEqualTo(1);
    }

    @Test
    void theScaleComesBackWithTheStreamThatOffersIt() {
        WorkbenchFixture shop = new WorkbenchFixture();
        try {
            AttentionViewModel fdsa = new AttentionViewModel(shop.workbench);
            shop.workbench.open(
                    WorkspaceSource.folder(Path.of("sample-data", "shop")).withModelTitle("FDSA"), opened -> {});
            shop.window.runUntil(() -> fdsa.traceProperty().get() != null);
            fdsa.scaleProperty().set(ScaleMode.LOG);
            fdsa.scaleProperty().set(ScaleMode.CLIPPED);
            String first = fdsa.streamProperty().get();
            for (String other : fdsa.streams()) {
                fdsa.streamProperty().set(other);
                assertThat(fdsa.scales()).contains(fdsa.scaleProperty().get());
            }
            fdsa.streamProperty().set(first);
            assertThat(fdsa.scaleProperty().get()).isEqualTo(ScaleMode.CLIPPED);
        } finally {
            shop.close();
        }
    }

    @Test
    void theTableLeavesMaskedCellsEmpty() {
        var lines = model.numbers(0);
        assertThat(lines).hasSize(51);
        assertThat(lines.get(1).get(1)).isEqualTo("1.000");
        assertThat(lines.get(1).get(2)).isEmpty();
    }

    private void cluster() {
        model.clusteredProperty().set(true);
        fixture.window.runUntil(() -> model.heatmapProperty().get().name().endsWith("cluster order"));
    }

    @Test
    void clusterOrderMovesRowsAndColumnsAlikeAndLosesNoWeight() {
        var inTime = model.heatmapProperty().get();
        cluster();
        var spec = model.heatmapProperty().get();
        assertThat(spec.rows()).containsExactlyInAnyOrderElementsOf(inTime.rows());
        assertThat(spec.columns()).isEqualTo(spec.rows()).isNotEqualTo(inTime.columns());
        for (int r = 0; r < 50; r++) {
            for (int c = 0; c < 50; c++) {
                int row = spec.originalRow(r);
                int column = spec.originalRow(c);
                assertThat(spec.weight(r, c)).isEqualTo(inTime.weight(row, column));
                assertThat(spec.masked(r, c)).isEqualTo(inTime.masked(row, column));
            }
        }
        model.clusteredProperty().set(false);
        assertThat(model.heatmapProperty().get()).isEqualTo(inTime);
    }

    @Test
    void clusterOrderOfTheRowThatScoredKeepsItsRow() {
        model.scoringRowOnlyProperty().set(true);
        cluster();
        assertThat(model.heatmapProperty().get().rows()).hasSize(1);
        assertThat(model.heatmapProperty().get().rows().get(0).position()).isEqualTo(63);
        assertThat(model.rowBarsProperty().get().title()).contains("#63");
    }

    @Test
    void makesNothingOutOfSightAndCatchesUpWhenSeen() {
        model.setActive(false);
        model.headProperty().set(HeadChoice.of(1));
        assertThat(model.heatmapProperty().get().head()).isNegative();
        model.setActive(true);
        assertThat(model.heatmapProperty().get().head()).isEqualTo(1);
    }

    @Test
    void theListedRowStaysWhenTheViewComesBack() {
        model.rowProperty().set(10);
        model.setActive(false);
        model.headProperty().set(HeadChoice.of(1));
        model.setActive(true);
        assertThat(model.rowProperty().get()).isEqualTo(10);
    }
}
