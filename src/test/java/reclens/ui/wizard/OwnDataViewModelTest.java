package reclens.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reclens.session.WorkspaceSource;
import reclens.ui.WindowThread;
import reclens.ui.WorkbenchFixture;
import reclens.ui.task.TaskRunner;
import reclens.ui.wizard.OwnDataViewModel.Part;

class OwnDataViewModelTest {
    private static final Path SHOP = Path.of("sample-data", "shop");

    @TempDir
    Path folder;

    private final WindowThread window = new WindowThread();
    private final TaskRunner runner = new TaskRunner(window);
    private final List<Throwable> faults = new ArrayList<>();
    private final OwnDataViewModel model = new OwnDataViewModel(runner, faults::add);

    @AfterEach
    void close() {
        runner.close();
    }

    private void take(Path... files) {
        model.take(List.of(files));
        window.runUntil(() -> model.previewProperty().get() != null
                && !model.busyProperty().get()
                && model.findings().size() > 1);
    }

    private String found() {
        return String.join("\n", model.findings().stream().map(Finding::text).toList());
    }

    @Test
    void recognisesTheColumnsAndShowsTheFirstLines() {
        take(SHOP.resolve("history.csv"));
        assertThat(model.column("user").get()).isEqualTo("user_id");
        assertThat(model.column("item").get()).isEqualTo("item_id");
        assertThat(model.column("event").get()).isEqualTo("event_type");
        assertThat(model.column("time").get()).isEqualTo("timestamp");
        assertThat(model.previewProperty().get().rows()).hasSize(6);
    }

    @Test
    void aHistoryThatIsBeingReadIsNotSaidToBeMissing() {
        assertThat(found()).contains("Missing: the history");
        model.take(List.of(SHOP.resolve("history.csv")));
        assertThat(found()).isEmpty();
        assertThat(model.busyProperty().get()).isTrue();
        window.runUntil(() -> !model.findings().isEmpty());
        assertThat(found()).doesNotContain("Missing: the history");
    }

    @Test
    void aHistoryThatCannotBeReadIsMissingAgain() throws IOException {
        model.take(List.of(folder.resolve("none.csv")));
        window.runUntil(() -> !faults.isEmpty());
        assertThat(found()).contains("Missing: the history");
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void withoutAModelItSaysWhatIsMissingAndWhatStillWorks() {
        take(SHOP.resolve("history.csv"));
        assertThat(found())
                .contains("2,000 users")
                .contains("Missing: the model")
                .contains("What works without a fitting model");
        assertThat(model.readyProperty().get()).isFalse();
    }

    @Test
    void anotherColumnCanBeChosen() throws IOException {
        Path history = Files.writeString(folder.resolve("h.csv"), "who,what,item_id\na,x,1\na,y,2\n");
        take(history);
        assertThat(model.column("user").get()).isEmpty();
        assertThat(found()).contains("cannot tell which column holds the users");
        model.column("user").set("who");
        window.runUntil(() -> found().contains("1 users, 2 events"));
        assertThat(faults).isEmpty();
    }

    @Test
    void modelVocabularyAndHistoryMakeAWorkspaceThatOpens() throws IOException {
        take(
                SHOP.resolve("model.safetensors"),
                SHOP.resolve("items.vocab.json"),
                SHOP.resolve("config.json"),
                SHOP.resolve("items.csv"),
                SHOP.resolve("history.csv"));
        window.runUntil(() -> model.readyProperty().get());
        assertThat(found()).contains("The model knows 100.0% of the items");
        boolean[] written = {false};
        model.titleProperty().set("My shop");
        model.write(folder, () -> written[0] = true);
        window.runUntil(() -> written[0]);
        assertThat(Files.readString(folder.resolve("workspace.json")))
                .contains("My shop")
                .contains("user_id");
        try (WorkbenchFixture fixture = new WorkbenchFixture()) {
            fixture.workbench.open(WorkspaceSource.folder(folder), opened -> {});
            fixture.window.runUntil(() -> fixture.workbench.workspace() != null);
            assertThat(fixture.workbench.workspace().title()).isEqualTo("My shop");
            assertThat(fixture.faults).isEmpty();
        }
    }

    @Test
    void whatTheCheckpointDoesNotTellIsAskedForAndWrittenBesideTheWorkspace() throws IOException {
        take(SHOP.resolve("model.safetensors"), SHOP.resolve("items.vocab.json"), SHOP.resolve("history.csv"));
        assertThat(found()).contains("Missing: the number of attention heads");
        assertThat(model.choiceProperty().get().heads()).contains(2);
        model.headsProperty().set(2);
        window.runUntil(() -> model.readyProperty().get());
        boolean[] written = {false};
        model.write(folder, () -> written[0] = true);
        window.runUntil(() -> written[0]);
        assertThat(Files.readString(folder.resolve("reclens.config.json"))).contains("\"num_attention_heads\": 2");
        assertThat(Files.readString(folder.resolve("workspace.json"))).contains("reclens.config.json");
    }

    @Test
    void aModelOfOtherItemsIsNotReady() throws IOException {
        Path history = Files.writeString(folder.resolve("h.csv"), "user_id,item_id\na,none\na,such\n");
        take(SHOP.resolve("model.safetensors"), SHOP.resolve("items.vocab.json"), SHOP.resolve("config.json"), history);
        window.runUntil(() -> found().contains("knows none of these items"));
        assertThat(model.readyProperty().get()).isFalse();
    }

    @Test
    void aFolderWithAWorkspaceIsNotOverwritten() throws IOException {
        Files.writeString(folder.resolve("workspace.json"), "mine");
        take(
                SHOP.resolve("model.safetensors"),
                SHOP.resolve("items.vocab.json"),
                SHOP.resolve("config.json"),
                SHOP.resolve("history.csv"));
        window.runUntil(() -> model.readyProperty().get());
        model.write(folder, () -> {});
        window.runUntil(() -> !faults.isEmpty());
        assertThat(faults.get(0)).hasMessageContaining("has a workspace already");
        assertThat(Files.readString(folder.resolve("workspace.json"))).isEqualTo("mine");
    }

    @Test
    void filesAreTakenForWhatTheyAre() {
        assertThat(OwnDataViewModel.partOf(Path.of("a.pth"))).isEqualTo(Part.MODEL);
        assertThat(OwnDataViewModel.partOf(Path.of("ml-100k.item"))).isEqualTo(Part.ITEMS);
        assertThat(OwnDataViewModel.partOf(Path.of("ml-100k.inter"))).isEqualTo(Part.HISTORY);
        assertThat(OwnDataViewModel.partOf(Path.of("items.vocab.json"))).isEqualTo(Part.VOCABULARY);
        assertThat(OwnDataViewModel.partOf(Path.of("config.json"))).isEqualTo(Part.CONFIG);
        assertThat(OwnDataViewModel.partOf(Path.of("items.csv"))).isEqualTo(Part.ITEMS);
    }
}
