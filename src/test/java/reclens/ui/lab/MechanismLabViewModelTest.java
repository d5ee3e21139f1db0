package reclens.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reclens.domain.AttentionMap;
import reclens.domain.DoubleTensor;
import reclens.domain.MechanismCase;
import reclens.domain.MechanismTrace;
import reclens.inference.HeadPlace;
import reclens.session.WorkspaceSource;
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
        awaitNew(null);
        lab.show(LabPresets.random("stacked_self_attention")); // without queries and keys that could be kept
        lab.mechanismProperty().set(mechanism);
        fixture.window.runUntil(() -> !lab.problemProperty().get().isEmpty()
                || lab.traceProperty().get().input().mechanism().equals(mechanism));
        MechanismTrace trace = lab.traceProperty().get();
        assertThat(lab.problemProperty().get()).isEmpty();
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

    @Test
    void whatIsSaidOfTheExampleGoesWithItsSettings() {
        MechanismTrace before = awaitNew(null);
        assertThat(lab.originProperty().getValue()).contains("0.2");
        lab.maskProperty().set(MaskKind.CAUSAL);
        awaitNew(before);
        assertThat(lab.originProperty().getValue()).isEmpty();
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

    private static final String TWO_CASES = "{\"cases\": ["
            + "{\"name\": \"row without keys\", \"mechanism\": \"scaled_dot_product\", \"params\": {}, \"inputs\": {\"q\": [[1], [2]],"
            + " \"k\": [[1], [1]], \"v\": [[1], [2]], \"mask\": [[false, true], [true, true]]}},"
            + "{\"name\": \"causal\", \"mechanism\": \"scaled_dot_product\", \"params\": {\"causal\": true, \"dropout\": 0.5,"
            + " \"seed\": 3}, \"inputs\": {\"q\": [[1], [2]], \"k\": [[1], [1]], \"v\": [[1], [2]]}}]}";

    private MechanismTrace loadTwoCases(Path folder) throws Exception {
        MechanismTrace before = awaitNew(null);
        lab.load(Files.writeString(folder.resolve("cases.json"), TWO_CASES));
        fixture.window.runUntil(() -> lab.caseProperty().get() != null);
        return awaitNew(before);
    }

    @Test
    void allCasesOfAFileAreOfferedAndTheFirstIsShown(@TempDir Path folder) throws Exception {
        loadTwoCases(folder);
        assertThat(lab.cases()).extracting(MechanismCase::name).containsExactly("row without keys", "causal");
        assertThat(lab.originProperty().getValue()).contains("row without keys");
        assertThat(lab.maskProperty().get()).isEqualTo(MaskKind.BOOLEAN);
    }

    @Test
    void anotherCaseBringsItsMaskDropoutAndSeed(@TempDir Path folder) throws Exception {
        MechanismTrace before = loadTwoCases(folder);
        lab.caseProperty().set(lab.cases().get(1));
        MechanismTrace trace = awaitNew(before);
        assertThat(lab.maskProperty().get()).isEqualTo(MaskKind.CAUSAL);
        assertThat(lab.dropoutProperty().get()).isEqualTo("0.5");
        assertThat(lab.seedProperty().get()).isEqualTo("3");
        assertThat(trace.steps()).containsKey("weights_dropped");
    }

    @Test
    void aRowWithoutKeysIsSaidToBeUndefined(@TempDir Path folder) throws Exception {
        MechanismTrace trace = loadTwoCases(folder);
        StepMatrix weights = StepSlices.of(trace).matrix("weights", 0);
        assertThat(weights.lines("Row").get(1)).containsExactly("0", "1.00000", "0, since its key is masked");
        assertThat(weights.lines("Row").get(2)).containsExactly("1", "undefined (NaN)", "undefined (NaN)");
        assertThat(trace.notes()).first().asString().contains("a softmax over nothing is undefined");
    }

    private void openShop(String title) {
        WorkspaceSource shop =
                WorkspaceSource.folder(Path.of("sample-data", "shop")).withModelTitle(title);
        fixture.workbench.open(shop, opened -> {});
        fixture.window.runUntil(() -> !lab.places().isEmpty());
    }

    @Test
    void theWeightsOfATakenHeadAreThoseOfTheModel() {
        awaitNew(null);
        openShop("");
        HeadPlace place = lab.placeProperty().get();
        assertThat(place.layer()).isEqualTo(1); // the last comes first
        MechanismTrace before = lab.traceProperty().get();
        lab.takeFromModel();
        MechanismTrace trace = awaitNew(before);
        AttentionMap map = fixture.workbench.attentionProperty().get().map(place.layer(), place.head());
        double[] weights = weights(trace).values();
        for (int i = 0; i < weights.length; i++) {
            assertThat(weights[i]).isCloseTo(map.weights()[i], within(2e-6));
        }
        assertThat(lab.originProperty().getValue())
                .startsWith("Layer 2, head 1 of SASRec for user u0414")
                .contains("Rows are the events of the window");
    }

    @Test
    void tensorsOfTheModelStayItsOwnUnderAnotherMaskButNotWhenEdited() {
        awaitNew(null);
        openShop("");
        MechanismTrace before = lab.traceProperty().get();
        lab.takeFromModel();
        MechanismTrace taken = awaitNew(before);
        lab.dropoutProperty().set("0.5");
        awaitNew(taken);
        assertThat(lab.originProperty().getValue()).startsWith("Layer 2, head 1");
        lab.tensors().get(0).text().set("1");
        assertThat(lab.originProperty().getValue()).isEmpty();
    }

    @Test
    void aModelWithoutQueriesAndKeysSaysWhyNothingIsTaken() {
        awaitNew(null);
        openShop("Feature attention");
        lab.takeFromModel();
        fixture.window.runUntil(() -> !lab.problemProperty().get().isEmpty());
        assertThat(lab.problemProperty().get())
                .contains("The attention of a model of type feature_attention is not a product of queries and keys");
    }

    @Test
    void sigmoidAttentionTakesFactorsInPlaceOfMasks() {
        assertThat(MaskKind.of("sigmoid_cross")).containsExactly(MaskKind.NONE, MaskKind.FACTORS);
        MechanismTrace before = awaitNew(null);
        lab.mechanismProperty().set("sigmoid_cross");
        before = awaitNew(before);
        lab.maskProperty().set(MaskKind.FACTORS);
        MechanismTrace trace = awaitNew(before);
        assertThat(weights(trace).values()[4]).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dot_product", "bilinear", "additive", "adaptive", "sigmoid_cross"})
    void anotherMechanismIsComputedOnTheSameTensors(String mechanism) {
        MechanismTrace before = awaitNew(null);
        tensor("k").text().set("1\n2\n3\n4\n5");
        before = awaitNew(before);
        lab.mechanismProperty().set(mechanism);
        MechanismTrace trace = awaitNew(before);
        assertThat(trace.input().mechanism()).isEqualTo(mechanism);
        assertThat(trace.input().inputs().get("k").values()).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void theMaskStaysWithAMechanismThatTakesIt() {
        MechanismTrace before = awaitNew(null);
        lab.maskProperty().set(MaskKind.ADDITIVE);
        before = awaitNew(before);
        lab.mechanismProperty().set("cosine");
        assertThat(awaitNew(before).input().inputs()).containsKey("mask");
        assertThat(lab.maskProperty().get()).isEqualTo(MaskKind.ADDITIVE);
    }

    @Test
    void whatIsSaidOfTheExampleGoesWithItsMechanismAndItsTensors() {
        awaitNew(null);
        lab.mechanismProperty().set("dot_product");
        assertThat(lab.originProperty().getValue()).isEmpty();
        lab.showWorkedExample();
        assertThat(lab.originProperty().getValue()).contains("0.2");
        tensor("v").text().set("1 2 3 4 5");
        assertThat(lab.originProperty().getValue()).isEmpty();
    }

    @Test
    void stepsAreStaleFromAWrongInputToTheNextRightOne() {
        MechanismTrace before = awaitNew(null);
        assertThat(lab.staleProperty().get()).isFalse();
        tensor("k").text().set("1\ntwo");
        fixture.window.runUntil(() -> !lab.problemProperty().get().isEmpty());
        assertThat(lab.staleProperty().get()).isTrue();
        tensor("k").text().set("1\n2\n3\n4\n5");
        fixture.window.runUntil(() -> lab.traceProperty().get() != before);
        assertThat(lab.staleProperty().get()).isFalse();
        assertThat(lab.problemProperty().get()).isEmpty();
    }

    @Test
    void aFileThatCannotBeLoadedLeavesTheStepsThoseOfTheInput(@TempDir Path folder) {
        awaitNew(null);
        lab.load(folder.resolve("none.json"));
        fixture.window.runUntil(() -> !lab.problemProperty().get().isEmpty());
        assertThat(lab.staleProperty().get()).isFalse();
    }

    @Test
    void aProblemIsToldInWholeSentences() {
        awaitNew(null);
        lab.seedProperty().set("2.7");
        fixture.window.runUntil(() -> !lab.problemProperty().get().isEmpty());
        assertThat(lab.problemProperty().get())
                .isEqualTo("Not a whole number: seed. Expected: a whole number. Found: '2.7'.");
    }

    @Test
    void theWeightsOfATakenHeadAreNotCalledTheModelsUnderAnotherMask() {
        awaitNew(null);
        openShop("");
        MechanismTrace before = lab.traceProperty().get();
        lab.takeFromModel();
        before = awaitNew(before);
        assertThat(lab.originProperty().getValue()).contains("The weights are those of the model.");
        lab.maskProperty().set(MaskKind.NONE);
        awaitNew(before);
        assertThat(lab.originProperty().getValue())
                .startsWith("Layer 2, head 1 of SASRec for user u0414: its Q, K and V.")
                .doesNotContain("The weights");
    }

    @Test
    void masksUnderTheNamesOfPyTorchAreKnown(@TempDir Path folder) throws Exception {
        awaitNew(null);
        lab.load(Files.writeString(
                folder.resolve("case.json"),
                "{\"name\": \"m\", \"mechanism\": \"scaled_dot_product\", \"inputs\": {\"q\": [[1]], \"k\": [[1], [1]],"
                        + " \"v\": [[1], [2]], \"attn_mask\": [[false, true]]}}"));
        fixture.window.runUntil(() -> lab.caseProperty().get() != null);
        assertThat(lab.maskProperty().get()).isEqualTo(MaskKind.BOOLEAN);
        lab.maskProperty().set(MaskKind.NONE);
        assertThat(lab.tensors()).extracting(TensorField::name).containsExactly("q", "k", "v");
    }

    @Test
    void aMechanismThatOnlyTheFileHasIsOfferedAndBringsItsCase(@TempDir Path folder) throws Exception {
        awaitNew(null);
        lab.load(Files.writeString(
                folder.resolve("case.json"),
                "{\"name\": \"rows\", \"mechanism\": \"softmax\", \"inputs\": {\"x\": [[1, 2]]}}"));
        fixture.window.runUntil(() -> lab.caseProperty().get() != null);
        assertThat(lab.mechanisms()).contains("softmax");
        lab.showWorkedExample();
        lab.mechanismProperty().set("softmax");
        assertThat(lab.caseProperty().get().name()).isEqualTo("rows");
    }
}
