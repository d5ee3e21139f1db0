package reclens.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import reclens.ui.StoredModel;
import reclens.ui.WorkbenchFixture;

class ModelViewModelTest {
    // A mapped file cannot be deleted on every system before it is collected.
    @TempDir(cleanup = CleanupMode.NEVER)
    private Path folder;

    private final WorkbenchFixture fixture = new WorkbenchFixture();
    private final ModelViewModel model = new ModelViewModel(fixture.workbench);

    @AfterEach
    void close() {
        fixture.close();
        assertThat(fixture.faults).isEmpty();
    }

    private void open() {
        fixture.workbench.show(StoredModel.open(folder, "model.safetensors"));
        model.setActive(true);
        fixture.window.runUntil(
                () -> !model.rows().isEmpty() && model.summaryProperty().get() != null);
    }

    private void choose(String name) {
        model.selectedProperty()
                .set(model.rows().stream()
                        .filter(r -> r.name().equals(name))
                        .findFirst()
                        .orElseThrow());
        fixture.window.runUntil(() -> model.summaryProperty().get() != null);
    }

    private List<String> names() {
        return model.rows().stream().map(TensorRow::name).toList();
    }

    private String fact(String name) {
        return model.facts().stream()
                .filter(f -> f.name().equals(name))
                .map(Fact::value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutAModelItSaysWhatToDo() {
        model.setActive(true);
        assertThat(model.noteProperty().get()).startsWith("No model is open. Open a workspace");
    }

    @Test
    void readsNothingWhileOutOfSight() {
        fixture.workbench.show(StoredModel.open(folder, "model.safetensors"));
        assertThat(model.rows()).isEmpty();
        assertThat(fixture.workbench.runner().tasks()).noneMatch(t -> t.title().equals("Reading the model"));
    }

    @Test
    void listsTheTensorsInTheOrderOfTheFile() {
        open();
        assertThat(names()).containsExactly(StoredModel.ITEMS, StoredModel.BIAS, StoredModel.BROKEN);
        TensorRow first = model.rows().get(0);
        assertThat(first.shape()).isEqualTo("2 \u00d7 3");
        assertThat(first.dtype()).isEqualTo("float32");
        assertThat(first.bytes()).isEqualTo(24);
    }

    @Test
    void findsTensorsByEveryWordOfTheSearch() {
        open();
        model.filterProperty().set("WEIGHT item");
        assertThat(names()).containsExactly(StoredModel.ITEMS);
        model.filterProperty().set("nowhere");
        assertThat(model.noteProperty().get()).isEqualTo("No tensor matches. Shorten the search.");
        model.filterProperty().set("");
        assertThat(names()).hasSize(3);
        assertThat(model.noteProperty().get()).isEmpty();
    }

    @Test
    void figuresTellZerosAndNaNFromTheRest() {
        open();
        assertThat(ModelViewModel.figures(model.summaryProperty().get()).stream()
                        .map(f -> f.name() + " " + f.value()))
                .containsExactly(
                        "Values 6",
                        "Mean 0.6000",
                        "Standard deviation 0.8000",
                        "Minimum 0",
                        "Maximum 2",
                        "Zeros 3 (50.0%)",
                        "NaN 1 (16.7%)",
                        "Infinite 0");
    }

    @Test
    void aTensorWithoutFiniteValuesHasASentenceInPlaceOfAHistogram() {
        open();
        choose(StoredModel.BROKEN);
        assertThat(model.histogramProperty().get()).isNull();
        assertThat(model.histogramNoteProperty().get()).startsWith("None of its values is finite");
    }

    @Test
    void heightsCanBeLogarithms() {
        open();
        model.logarithmicProperty().set(true);
        assertThat(model.histogramProperty().get().logarithmic()).isTrue();
        assertThat(model.histogramProperty().get().title()).isEqualTo(StoredModel.ITEMS);
    }

    @Test
    void factsNameFileFingerprintAndComputation() throws IOException {
        open();
        assertThat(fact("Name")).isEqualTo("model.safetensors");
        assertThat(fact("Size"))
                .isEqualTo(Files.size(folder.resolve("model.safetensors")) + " B ("
                        + Files.size(folder.resolve("model.safetensors")) + " bytes)");
        assertThat(fact("SHA-256"))
                .isEqualTo(fixture.workbench.workspace().provenance().sha256());
        assertThat(fact("Model type")).isEqualTo("SASRec");
        assertThat(fact("Window")).isEqualTo("50 events at most");
        assertThat(fact("Stored values")).isEqualTo("12");
        assertThat(fact("Assumption")).startsWith("Nothing");
    }

    @Test
    void followsTheModelThatIsOpenedNextAndKeepsTheTensor() {
        open();
        choose(StoredModel.BIAS);
        fixture.workbench.show(StoredModel.open(folder, "other.safetensors"));
        assertThat(model.summaryProperty().get()).isNull();
        fixture.window.runUntil(() -> model.summaryProperty().get() != null);
        assertThat(fact("Name")).isEqualTo("other.safetensors");
        assertThat(model.selectedProperty().get().name()).isEqualTo(StoredModel.BIAS);
        assertThat(model.summaryProperty().get().mean()).isEqualTo(2.5);
    }

    @Test
    void saysThatTheFileHasChanged() throws IOException {
        open();
        model.setActive(false);
        Path copy = Files.copy(folder.resolve("model.safetensors"), folder.resolve("new"));
        byte[] changed = Files.readAllBytes(copy);
        changed[changed.length - 9] ^= 1; // a bit of a value
        Files.delete(folder.resolve("model.safetensors"));
        Files.write(folder.resolve("model.safetensors"), changed, StandardOpenOption.CREATE_NEW);
        model.setActive(true);
        fixture.window.runUntil(() -> !model.rows().isEmpty());
        assertThat(model.warningProperty().get()).isEqualTo("The file has changed since the workspace was opened");
    }

    @Test
    void aFileThatIsGoneHasItsSentence() throws IOException {
        open();
        model.setActive(false);
        Files.delete(folder.resolve("model.safetensors"));
        model.setActive(true);
        fixture.window.runUntil(() -> model.noteProperty().get().contains("no such file"));
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void outOfSightNothingOfTheFileIsKept() {
        open();
        model.setActive(false);
        assertThat(model.rows()).isEmpty();
        assertThat(model.summaryProperty().get()).isNull();
        assertThat(model.histogramProperty().get()).isNull();
    }

    @Test
    void theCopiedTableHoldsNumbersInFull() {
        open();
        assertThat(ModelViewModel.numbers(model.rows()))
                .startsWith(
                        List.of("Name", "Shape", "Type", "Values", "Bytes"),
                        List.of(StoredModel.ITEMS, "[2,3]", "float32", "6", "24"));
    }
}
