package reclens.ui.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reclens.domain.CancellationToken;
import reclens.domain.ProgressListener;
import reclens.explanation.Explanation;
import reclens.explanation.Faithfulness;
import reclens.explanation.Method;
import reclens.explanation.TrustReport;
import reclens.session.ExplainRequest;
import reclens.ui.WorkbenchFixture;
import reclens.ui.workbench.Workbench;

class TrustViewModelTest {
    private final WorkbenchFixture fixture = new WorkbenchFixture().open(3);
    private final Workbench workbench = fixture.workbench;
    private final SimpleObjectProperty<TrustPage> page = new SimpleObjectProperty<>(TrustPage.USER);
    private final TrustViewModel model = new TrustViewModel(workbench, page);

    @BeforeEach
    void showTheView() {
        model.shownProperty().set(true);
        fixture.window.runUntil(() -> row(Method.GRADIENT).state() != MethodRow.State.RUNNING);
    }

    @AfterEach
    void close() {
        fixture.close();
        assertThat(fixture.faults).isEmpty();
    }

    private MethodRow row(Method method) {
        return model.rows().stream()
                .filter(r -> r.method() == method)
                .findFirst()
                .orElseThrow();
    }

    private Explanation fresh(Method method) {
        return workbench
                .explainer()
                .explain(
                        new ExplainRequest(
                                workbench.historyProperty().get(),
                                workbench.selection().itemProperty().get(),
                                List.of(method),
                                true,
                                false,
                                fixture.workbench.seed()),
                        ProgressListener.NONE,
                        new CancellationToken());
    }

    @Test
    void everyMethodHasALine() {
        assertThat(model.rows()).extracting(MethodRow::method).containsExactlyInAnyOrder(Method.values());
    }

    @Test
    void theTableHasTheNumbersOfTheCommandLine() {
        Faithfulness same = fresh(Method.ATTENTION).faithfulness().get(Method.ATTENTION);
        MethodRow shown = row(Method.ATTENTION);
        assertThat(List.of(shown.deletionArea(), shown.place(), shown.comprehensiveness(), shown.sufficiency()))
                .containsExactly(
                        same.deletionAuc(), same.randomPercentile(), same.comprehensiveness(), same.sufficiency());
    }

    @Test
    void theBestDeletionAreaStandsFirst() {
        assertThat(model.rows().stream()
                        .filter(r -> r.state() == MethodRow.State.DONE)
                        .map(MethodRow::deletionArea))
                .isSorted();
    }

    @Test
    void slowMethodsWaitToBeAskedFor() {
        assertThat(row(Method.SHAPLEY).state()).isEqualTo(MethodRow.State.WAITING);
    }

    @Test
    void aSlowMethodIsComputedOnDemand() {
        model.compute(Method.SHAPLEY);
        assertThat(row(Method.SHAPLEY).state()).isEqualTo(MethodRow.State.RUNNING);
        assertThat(model.runningProperty().get().title()).contains("Shapley");
        fixture.window.runUntil(() -> row(Method.SHAPLEY).state() == MethodRow.State.DONE);
        assertThat(model.runningProperty().get()).isNull();
    }

    @Test
    void aCancelledMethodWaitsAgain() {
        model.compute(Method.SHAPLEY);
        model.cancel();
        assertThat(row(Method.SHAPLEY).state()).isEqualTo(MethodRow.State.WAITING);
        assertThat(model.runningProperty().get()).isNull();
    }

    @Test
    void theInsertionCurveIsThatOfTheFaithfulnessCommand() {
        model.curves().kindProperty().set(TrustCurves.Kind.INSERTION);
        fixture.window.runUntil(() -> model.curves().curveProperty().get() != null);
        Map<Method, TrustReport> reports = workbench
                .explainer()
                .trust(
                        workbench.historyProperty().get(),
                        workbench.selection().itemProperty().get(),
                        List.of(Method.LEAVE_ONE_OUT),
                        fixture.workbench.seed(),
                        new CancellationToken());
        assertThat(model.curves().curveProperty().get().chosen())
                .isEqualTo(reports.get(Method.LEAVE_ONE_OUT).insertion().curve());
    }

    @Test
    void theCurveNamesItsMethod() {
        assertThat(model.curves().curveProperty().get().names().chosen()).isEqualTo("strongest by leave-one-out first");
        model.choose(Method.ATTENTION);
        assertThat(model.curves().curveProperty().get().names().chosen()).isEqualTo("strongest by attention first");
    }

    @Test
    void theBarsOfTheAreasStartAtZero() {
        assertThat(model.curves().areas()).hasSize(4).allSatisfy(area -> {
            assertThat(Double.compare(area.share(), area.zero())).isEqualTo(Double.compare(area.value(), 0));
            assertThat(area.share()).isBetween(0.0, 1.0);
        });
        // One scale: what is twice as far from zero has a bar twice as long.
        TrustCurves.Area first = model.curves().areas().get(0);
        assertThat(model.curves().areas()).allSatisfy(area -> assertThat((area.share() - area.zero()) * first.value())
                .isCloseTo((first.share() - first.zero()) * area.value(), within(1e-9)));
    }

    @Test
    void theVerdictComesWithItsAreas() {
        assertThat(model.headingProperty().get().sentence()).contains("random", "most recent first", "Area under");
    }

    @Test
    void withoutKnownCausesTheCardSaysWhatStillTells() {
        assertThat(model.truthProperty().get().sentence().text()).contains("no causes.csv");
        assertThat(model.truthProperty().get().canOpen()).isFalse();
    }

    @Test
    void aHeldOutEventEndsTheHistoryBeforeIt() {
        int whole = workbench.historyProperty().get().size();
        model.openHeldOut();
        assertThat(workbench.historyProperty().get().size()).isEqualTo(whole - 1);
        assertThat(workbench.heldOutEventProperty().get().position()).isEqualTo(whole - 1);
    }

    @Test
    void theHistoryIsWholeAgainAfterwards() {
        int whole = workbench.historyProperty().get().size();
        model.openHeldOut();
        workbench.heldOutProperty().set(false);
        assertThat(workbench.historyProperty().get().size()).isEqualTo(whole);
        assertThat(workbench.heldOutEventProperty().get()).isNull();
    }

    @Test
    void hitOrMissSaysWhatToDoWhileNoEventIsHeldOut() {
        page.set(TrustPage.HIT);
        assertThat(model.hit().noteProperty().get()).contains("Open the held-out event");
        assertThat(model.headingProperty().get().sentence()).isEmpty(); // not the same a second time
    }

    @Test
    void hitOrMissNamesTheRankOfWhatFollowed() {
        page.set(TrustPage.HIT);
        model.openHeldOut();
        fixture.window.runUntil(() -> model.hit().pageProperty().get() != null);
        int rank = workbench
                .explainer()
                .recommendation(
                        workbench.historyProperty().get(),
                        model.hit().pageProperty().get().actual())
                .rank();
        assertThat(model.headingProperty().get().sentence()).startsWith("Held-out event: rank " + rank + " of 60.");
    }

    @Test
    void theBarsOfAMissExplainTheLeadOverWhatFollowed() {
        page.set(TrustPage.HIT);
        model.openHeldOut();
        fixture.window.runUntil(() -> model.hit().pageProperty().get() != null);
        assertThat(model.hit().pageProperty().get().bars().axis())
                .isEqualTo("lead lost when the event is removed (logits)");
        assertThat(model.hit().pageProperty().get().barsTitle()).contains(" rather than ");
    }
}
