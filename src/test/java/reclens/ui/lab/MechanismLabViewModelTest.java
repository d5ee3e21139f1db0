package reclens.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reclens.domain.DoubleTensor;
import reclens.domain.MechanismTrace;
import reclens.ui.WorkbenchFixture;

class MechanismLabViewModelTest {
    private final WorkbenchFixture fixture = new WorkbenchFixture();
    private final MechanismLabViewModel lab = new MechanismLabViewModel(fixture.workbench);

    @AfterEach
    void close() {
        fixture.close();
    }

    private MechanismTrace awaitNew(MechanismTrace before) {
        fixture.window.runUntil(() -> lab.traceProperty().get() != before
                || !lab.problemProperty().get().isEmpty());
        assertThat(lab.problemProperty().get()).isEmpty();
        return lab.traceProperty().get();
    }

    private DoubleTensor weights(MechanismTrace trace) {
        return trace.steps().get("weights");
    }

    private TensorField tensor(String name) {
        return lab.tensors().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void startsWithTheWorkedExampleOfEvenWeights() {
        MechanismTrace trace = awaitNew(null);
        assertThat(weights(trace).shape()).containsExactly(3, 5);
        assertThat(weights(trace).values()).containsOnly(0.2);
        assertThat(Arrays.stream(trace.steps().get("output").values()).toArray())
                .containsExactly(2, 2, 2);
    }

    @ParameterizedTest
    @MethodSource("reclens.ui.lab.LabPresets#mechanisms")
    void everyOfferedMechanismComputesOnItsPreset(String mechanism) {
        MechanismTrace before = awaitNew(null);
        lab.show(LabPresets.random(mechanism));
        MechanismTrace trace = awaitNew(before);
        assertThat(trace.input().mechanism()).isEqualTo(mechanism);
        assertThat(trace.steps()).isNotEmpty();
    }

    @Test
    void aPastedTableIsReadAsAMatrix() {
        MechanismTrace before = awaitNew(null);
        tensor("q").text().set("1\t0\n0\t1");
        tensor("k").text().set("[[1, 0], [0, 1]]");
        tensor("v").text().set("1 2; 3 4".replace("; ", "\n"));
        MechanismTrace trace = awaitNew(before);
        assertThat(weights(trace).shape()).containsExactly(2, 2);
    }

    @Test
    void theCausalMaskHidesLaterKeys() {
        MechanismTrace before = awaitNew(null);
        lab.maskProperty().set(MaskKind.CAUSAL);
        MechanismTrace trace = awaitNew(before);
        assertThat(Arrays.copyOf(weights(trace).values(), 5)).containsExactly(1, 0, 0, 0, 0);
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.EnumSource(
            value = MaskKind.class,
            names = {"BOOLEAN", "ADDITIVE", "PADDING"})
    void aMaskComesAsATensorThatHidesTheLastKey(MaskKind kind) {
        MechanismTrace before = awaitNew(null);
        lab.maskProperty().set(kind);
        assertThat(tensor(kind.input()).text().get()).isNotBlank();
        MechanismTrace trace = awaitNew(before);
        assertThat(weights(trace).values()[4]).isZero();
        assertThat(weights(trace).values()[0]).isEqualTo(0.25);
    }

    @Test
    void dropoutIsShownAtItsSeedAlone() {
        MechanismTrace before = awaitNew(null);
        lab.dropoutProperty().set("0.5");
        lab.seedProperty().set("3");
        MechanismTrace trace = awaitNew(before);
        assertThat(trace.steps()).containsKey("weights_dropped");
    }

    @Test
    void aWrongTensorIsNamedAndTheLastStepsStay() {
        MechanismTrace before = awaitNew(null);
        tensor("k").text().set("1\ntwo");
        fixture.window.runUntil(() -> !lab.problemProperty().get().isEmpty());
        assertThat(lab.problemProperty().get()).contains("k, line 2").contains("'two'");
        assertThat(lab.traceProperty().get()).isSameAs(before);
    }

    @Test
    void aFileIsLoadedWithItsMechanism(@TempDir Path folder) throws Exception {
        MechanismTrace before = awaitNew(null);
        Path file = Files.writeString(
                folder.resolve("case.json"),
                "{\"mechanism\": \"cosine\", \"params\": {\"temperature_multiplier\": 2.0},"
                        + " \"inputs\": {\"q\": [[1, 0]], \"k\": [[1, 0], [0, 1]], \"v\": [[1], [2]]}}");
        lab.load(file);
        fixture.window.runUntil(() -> lab.mechanismProperty().get().equals("cosine"));
        MechanismTrace trace = awaitNew(before);
        assertThat(trace.input().params()).containsEntry("temperature_multiplier", 2.0);
        assertThat(lab.paramsProperty().get()).isEqualTo("{\"temperature_multiplier\": 2.0}");
    }

    @Test
    void withoutAWorkspaceThereIsNothingToTake() {
        awaitNew(null);
        lab.takeFromModel();
        assertThat(lab.problemProperty().get()).isEqualTo("No user is selected: open a workspace first.");
    }
}
