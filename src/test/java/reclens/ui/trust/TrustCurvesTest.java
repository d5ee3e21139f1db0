package reclens.ui.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reclens.explanation.Explanation;
import reclens.explanation.Method;
import reclens.text.Sentences;
import reclens.ui.UiText;
import reclens.ui.WorkbenchFixture;

class TrustCurvesTest {
    private final WorkbenchFixture fixture = new WorkbenchFixture().open(3);
    private boolean inSight = true;
    private final TrustCurves curves =
            new TrustCurves(fixture.workbench, new Sentences(UiText.messages()), () -> inSight);
    private final Explanation explanation =
            fixture.workbench.explanationProperty().get();

    @AfterEach
    void close() {
        fixture.close();
        assertThat(fixture.faults).isEmpty();
    }

    private void show(Method method) {
        curves.show(explanation, method, List.of());
    }

    @Test
    void deletionIsShownAtOnceWithTheAreaOfTheChosenMethodFirst() {
        show(Method.LEAVE_ONE_OUT);
        assertThat(curves.curveProperty().get()).isNotNull();
        assertThat(curves.noteProperty().get()).isEmpty();
        assertThat(curves.areas()).hasSize(4).first().satisfies(area -> assertThat(area.value())
                .isEqualTo(explanation
                        .faithfulness(Method.LEAVE_ONE_OUT)
                        .orElseThrow()
                        .deletionAuc()));
    }

    @Test
    void sharesAreOfTheLargestArea() {
        show(Method.ATTENTION);
        assertThat(curves.areas()).extracting(TrustCurves.Area::share).allMatch(share -> share >= 0 && share <= 1);
        assertThat(curves.areas()).extracting(TrustCurves.Area::share).contains(1.0);
    }

    @Test
    void aMethodThatIsNotComputedYetHasAWordInPlaceOfItsCurve() {
        show(Method.SHAPLEY);
        assertThat(curves.curveProperty().get()).isNull();
        assertThat(curves.areas()).isEmpty();
        assertThat(curves.noteProperty().get()).isEqualTo(UiText.get("trust.curve.waiting"));
    }

    @Test
    void insertionIsComputedWhenItIsChosen() {
        show(Method.ATTENTION);
        curves.kindProperty().set(TrustCurves.Kind.INSERTION);
        assertThat(curves.noteProperty().get()).isEqualTo(UiText.get("trust.curve.working"));
        fixture.window.runUntil(() -> curves.curveProperty().get() != null);
        assertThat(curves.noteProperty().get()).isEmpty();
        assertThat(curves.areas()).hasSize(4);
    }

    @Test
    void insertionIsNotComputedOutOfSight() {
        inSight = false;
        show(Method.ATTENTION);
        curves.kindProperty().set(TrustCurves.Kind.INSERTION);
        assertThat(fixture.workbench.runner().tasks()).isEmpty();
    }

    @Test
    void aLateInsertionIsDroppedOnceNothingIsShown() {
        show(Method.ATTENTION);
        curves.kindProperty().set(TrustCurves.Kind.INSERTION);
        curves.clear();
        fixture.window.runUntil(() -> fixture.workbench.runner().tasks().isEmpty());
        assertThat(curves.curveProperty().get()).isNull();
        assertThat(curves.noteProperty().get()).isEmpty();
    }
}
