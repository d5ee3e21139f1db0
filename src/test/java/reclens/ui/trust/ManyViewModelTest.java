package reclens.ui.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reclens.domain.CancellationToken;
import reclens.domain.ProgressListener;
import reclens.evaluation.FaithfulnessStudy;
import reclens.evaluation.Interval;
import reclens.explanation.Metric;
import reclens.session.ExplanationEvaluator;
import reclens.session.FaithfulnessRequest;
import reclens.session.MethodStudy;
import reclens.session.WorkspaceSource;
import reclens.text.Numbers;
import reclens.text.Sentences;
import reclens.ui.SyntheticWorkspace;
import reclens.ui.UiText;
import reclens.ui.WorkbenchFixture;

class ManyViewModelTest {
    private final WorkbenchFixture fixture = new WorkbenchFixture();
    private final ManyViewModel model = new ManyViewModel(fixture.workbench, new Sentences(UiText.messages()));

    @AfterEach
    void close() {
        assertThat(fixture.faults).isEmpty();
        fixture.close();
    }

    private void run() {
        model.run();
        fixture.window.runUntil(() -> model.runningProperty().get() == null);
    }

    @Test
    void theTableHasTheFiguresOfTheFaithfulnessCommand() {
        fixture.open(4);
        run();
        FaithfulnessStudy command = new ExplanationEvaluator(fixture.workbench.workspace())
                .faithfulness(
                        new FaithfulnessRequest(
                                100,
                                MethodStudy.quickMethods(),
                                fixture.workbench.workspace().seen(),
                                fixture.workbench.seed(),
                                false),
                        ProgressListener.NONE,
                        new CancellationToken());
        Interval first = command.results().get(0).metrics().get(Metric.DELETION_PERCENTILE);
        StudyTable shown = model.foundProperty().get().methods();
        assertThat(shown.rows()).hasSize(command.results().size() + 2);
        assertThat(shown.rows().get(0).get(1).text())
                .isEqualTo(Numbers.attention(first.mean()) + " (" + Numbers.attention(first.low()) + " to "
                        + Numbers.attention(first.high()) + ")");
        assertThat(shown.rows()).allSatisfy(row -> assertThat(row).hasSameSizeAs(shown.columns()));
        assertThat(model.noteProperty().get()).contains("4 users", "seed 1", "95%");
    }

    @Test
    void plantedCausesAreHeldAgainstTheMethodsWhereTheyAreKnown() {
        fixture.workbench.open(WorkspaceSource.folder(Path.of("sample-data", "shop")), opened -> {});
        fixture.window.runUntil(() -> fixture.workbench.workspace() != null);
        model.usersProperty().set(20);
        run();
        StudyTable planted = model.foundProperty().get().planted().orElseThrow();
        assertThat(planted.rows())
                .extracting(row -> row.get(0).value())
                .endsWith("Random order", "Most recent first", "Exact posterior");
        assertThat(model.foundProperty().get().plantedNote())
                .contains("events with a planted cause are among the ten best");
        assertThat(model.numbers()).contains(List.of(""));
    }

    @Test
    void withoutATruthTheNoteSaysSo() {
        fixture.open(3);
        run();
        assertThat(model.foundProperty().get().planted()).isEmpty();
        assertThat(model.foundProperty().get().plantedNote()).contains("no causes.csv");
    }

    @Test
    void cancelledItShowsNothingAndCanBeRunAgain() {
        fixture.open(4);
        model.run();
        assertThat(model.noteProperty().get()).startsWith("Explaining");
        model.cancel();
        fixture.window.runUntil(() -> fixture.workbench.runner().tasks().isEmpty());
        assertThat(model.foundProperty().get()).isNull();
        assertThat(model.noteProperty().get()).contains("press Run");
    }

    @Test
    void figuresOfAnotherSeedOrWorkspaceAreForgotten() {
        fixture.open(3);
        run();
        fixture.workbench.seedProperty().set(7);
        assertThat(model.foundProperty().get()).isNull();
        run();
        assertThat(model.noteProperty().get()).contains("seed 7");
        fixture.workbench.show(SyntheticWorkspace.of(2));
        assertThat(model.foundProperty().get()).isNull();
    }
}
