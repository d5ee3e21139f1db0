package reclens.ui.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reclens.chart.BarRow;
import reclens.domain.CancellationToken;
import reclens.domain.ProgressListener;
import reclens.domain.SeenPolicy;
import reclens.evaluation.Evaluation;
import reclens.evaluation.NegativeDraw;
import reclens.session.EvaluationRequest;
import reclens.session.Evaluator;
import reclens.ui.SyntheticWorkspace;
import reclens.ui.WorkbenchFixture;

class EvaluateViewModelTest {
    @TempDir
    private Path folder;

    private final WorkbenchFixture fixture = new WorkbenchFixture().open(40);
    private final EvaluateViewModel model = new EvaluateViewModel(fixture.workbench);

    @AfterEach
    void close() {
        fixture.close();
        assertThat(fixture.faults).isEmpty();
    }

    private void run() {
        model.run();
        fixture.window.runUntil(() -> model.runningProperty().get() == null);
    }

    private MetricRow row(String key) {
        return model.rows().stream()
                .filter(r -> r.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void beforeARunItSaysHowToStart() {
        assertThat(model.noteProperty().get()).contains("press Run");
        assertThat(model.readyProperty().get()).isTrue();
    }

    @Test
    void startsFromWhatTheWorkspaceSaysOfSeenItems() {
        assertThat(model.choices().seenProperty().get()).isEqualTo(SeenPolicy.INCLUDE);
    }

    @Test
    void figuresAreThoseOfTheCommandLine() {
        run();
        Evaluation command = new Evaluator(fixture.workbench.workspace())
                .evaluate(
                        new EvaluationRequest(10, SeenPolicy.INCLUDE, 0, NegativeDraw.DISTINCT, 1, Optional.empty()),
                        ProgressListener.NONE,
                        new CancellationToken());
        assertThat(model.lengthProperty().get()).isEqualTo(10);
        assertThat(model.shown().orElseThrow().model()).isEqualTo(command);
    }

    @Test
    void oneRunGivesEveryLength() {
        run();
        model.lengthProperty().set(20);
        double longer = row("hit_rate").value();
        model.lengthProperty().set(1);
        assertThat(row("hit_rate").value())
                .isLessThanOrEqualTo(longer)
                .isEqualTo(row("hit_at_1").value());
    }

    @Test
    void intervalsHoldTheirValuesAndListsHaveNone() {
        run();
        MetricRow ndcg = row("ndcg");
        assertThat(ndcg.value())
                .isBetween(ndcg.interval().low(), ndcg.interval().high());
        assertThat(row("coverage").interval()).isNull();
        assertThat(row("coverage").range()).isEmpty();
    }

    @Test
    void theProtocolStandsBesideTheFigures() {
        run();
        assertThat(model.protocolProperty().get())
                .startsWith("Leave-one-out: the last event of each of 40 users was held out")
                .contains("among all items (full ranking).")
                .contains("could be ranked again.")
                .contains("exact times.")
                .endsWith("seed 1.");
    }

    @Test
    void sampledNegativesAreSaidNotToBeComparable() {
        model.choices().sampledProperty().set(true);
        model.choices().negativesProperty().set("20");
        model.choices().seedProperty().set("7");
        run();
        assertThat(model.protocolProperty().get())
                .contains("among 20 items drawn at random for each user (each at most once, seed 7); not comparable");
        assertThat(row("coverage").value()).isNaN();
        assertThat(MetricRow.number(row("coverage").value())).isEqualTo("\u2013");
    }

    @Test
    void segmentsHaveColumnsAndBars() {
        model.choices().segmentProperty().set("segment");
        run();
        assertThat(row("ndcg").segments()).hasSize(4);
        assertThat(model.barsProperty().get().rows().stream()
                        .filter(r -> r.kind() == BarRow.Kind.HEADING)
                        .map(r -> r.label().title()))
                .containsExactly("The model", "Most popular items", "segment, K = 10");
        assertThat(model.numbers().get(0)).contains("segment = Van life");
    }

    @Test
    void theMostPopularItemsCanBeLeftOut() {
        model.choices().popularProperty().set(false);
        run();
        assertThat(model.shown().orElseThrow().popular()).isEmpty();
        assertThat(model.numbers().get(0)).containsExactly("metric at K = 10", "All users", "2.5%", "97.5%");
    }

    @Test
    void theMostPopularItemsAreTheSameForEveryone() {
        model.choices().seenProperty().set(SeenPolicy.INCLUDE);
        run();
        // One list for all users: so many items and no more are ever recommended.
        assertThat(row("coverage").popular()).isEqualTo(10 / 60.0);
    }

    @Test
    void wrongChoicesAreToldAndCannotBeRun() {
        model.choices().lengthsProperty().set("10, many");
        assertThat(model.hintProperty().get())
                .isEqualTo("K: give up to 8 whole numbers from 1 to 1000, separated by commas");
        assertThat(model.readyProperty().get()).isFalse();
        model.run();
        assertThat(model.runningProperty().get()).isNull();
        model.choices().lengthsProperty().set("10; 5 5");
        assertThat(model.choices().plan().orElseThrow().lengths()).containsExactly(5, 10);
    }

    @Test
    void aChangeAfterARunIsPointedOutAndTheFiguresKeepTheirProtocol() {
        run();
        String was = model.protocolProperty().get();
        model.choices().seenProperty().set(SeenPolicy.EXCLUDE);
        assertThat(model.hintProperty().get()).contains("have changed since");
        assertThat(model.protocolProperty().get()).isEqualTo(was);
        model.choices().seenProperty().set(SeenPolicy.INCLUDE);
        assertThat(model.hintProperty().get()).isEmpty();
    }

    @Test
    void aCancelledRunLeavesNoFigures() {
        model.run();
        model.cancel();
        assertThat(model.runningProperty().get()).isNull();
        assertThat(model.rows()).isEmpty();
        assertThat(model.noteProperty().get()).startsWith("Stopped before all users");
    }

    @Test
    void anotherModelForgetsTheFigures() {
        run();
        fixture.workbench.show(SyntheticWorkspace.of(3));
        assertThat(model.studyProperty().get()).isNull();
        assertThat(model.rows()).isEmpty();
        assertThat(model.barsProperty().get()).isNull();
        assertThat(model.protocolProperty().get()).isEmpty();
    }

    @Test
    void figuresOfAModelThatIsNoLongerOpenAreDropped() {
        model.run();
        fixture.workbench.show(SyntheticWorkspace.of(3));
        fixture.window.runUntil(() -> fixture.workbench.runner().tasks().stream()
                .noneMatch(t -> t.title().equals("Evaluating")));
        assertThat(model.studyProperty().get()).isNull();
    }

    @Test
    void theCommandLineSaysEverythingThatWasChosen() {
        model.choices().sampledProperty().set(true);
        model.choices().segmentProperty().set("segment");
        run();
        model.lengthProperty().set(5);
        assertThat(model.command())
                .startsWith("java -jar reclens.jar evaluate --workspace ")
                .endsWith("--order exact --k 5 --seen include --sampled-negatives 100 --negatives distinct --seed 1"
                        + " --segment segment");
    }

    @Test
    void savesJsonAndCsvAsTheCommandLineDoes() throws IOException {
        run();
        Path json = folder.resolve("e.json");
        Path csv = folder.resolve("e.csv");
        model.save(json);
        model.save(csv);
        fixture.window.runUntil(() -> Files.exists(csv) && Files.exists(json));
        assertThat(json)
                .content()
                .startsWith("{\"schema\":\"reclens.evaluation/1\"")
                .contains("\"k\":10,");
        assertThat(Files.readAllLines(csv)).hasSize(2).first().asString().startsWith("feature,value,users,accuracy");
    }

    @Test
    void withoutAWorkspaceItSaysWhatToDo() {
        fixture.workbench.show(null);
        assertThat(model.noteProperty().get()).startsWith("No workspace is open");
        assertThat(model.readyProperty().get()).isFalse();
    }

    @Test
    void theTableForOtherProgramsIsInFull() {
        run();
        List<String> ndcg = model.numbers().stream()
                .filter(line -> line.get(0).equals("ndcg"))
                .findFirst()
                .orElseThrow();
        assertThat(ndcg.get(1)).isEqualTo(Double.toString(row("ndcg").value()));
    }
}
