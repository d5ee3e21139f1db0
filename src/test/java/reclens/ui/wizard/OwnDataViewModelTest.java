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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reclens.domain.CancellationToken;
import reclens.domain.ProgressListener;
import reclens.session.Workspace;
import reclens.session.WorkspaceOpener;
import reclens.session.WorkspaceSource;
import reclens.ui.WindowThread;
import reclens.ui.WorkbenchFixture;
import reclens.ui.task.TaskRunner;

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
    void theNameIsThatOfTheHistoryUntilSomebodyWritesAnother() throws IOException {
        String events = "user_id,item_id\na,x\n";
        take(Files.writeString(folder.resolve("first.csv"), events));
        take(Files.writeString(folder.resolve("second.csv"), events));
        assertThat(model.titleProperty().get()).isEqualTo("second");
        model.titleProperty().set("Mine");
        take(Files.writeString(folder.resolve("third.csv"), events));
        assertThat(model.titleProperty().get()).isEqualTo("Mine");
    }

    @Test
    void anotherColumnCanBeChosen() throws IOException {
        Path history = Files.writeString(folder.resolve("h.csv"), "who,what,item_id\na,x,1\na,y,2\n");
        take(history);
        assertThat(model.column("user").get()).isEmpty();
        assertThat(found()).contains("Missing: the column of the users");
        model.column("user").set("who");
        window.runUntil(() -> found().contains("1 user, 2 events"));
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
    void settingsThatWereTakenForTheirNameAndDoNotFitAreLeftOutWithTheReason() throws IOException {
        Path settings = Files.writeString(folder.resolve("config.json"), "{\"hidden_act\": \"swish\"}");
        take(
                settings,
                SHOP.resolve("model.safetensors"),
                SHOP.resolve("items.vocab.json"),
                SHOP.resolve("history.csv"));
        model.headsProperty().set(2);
        window.runUntil(() -> model.readyProperty().get());
        assertThat(found()).contains("Settings left out").contains("activation 'swish' is not supported");
        boolean[] written = {false};
        model.write(folder, () -> written[0] = true);
        window.runUntil(() -> written[0]);
        assertThat(Files.readString(folder.resolve("reclens.config.json"))).doesNotContain("swish");
    }

    @Test
    void settingsThatSomebodyChoseAreNotLeftOut() throws IOException {
        Path settings = Files.writeString(folder.resolve("config.json"), "[]");
        model.file(Part.CONFIG).set(settings);
        take(SHOP.resolve("model.safetensors"), SHOP.resolve("items.vocab.json"), SHOP.resolve("history.csv"));
        window.runUntil(() -> found().contains("config.json"));
        assertThat(found()).doesNotContain("left out").doesNotContain("Missing: the number of attention heads");
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
    void aHistoryWithMalformedLinesOffersToSkipThem() throws IOException {
        Path history = Files.writeString(folder.resolve("h.csv"), "user_id,item_id\na,x\nbroken\na,y\n");
        take(history);
        assertThat(found()).contains("malformed line").doesNotContain("were skipped");
        assertThat(model.badLinesProperty().get()).isTrue();
        model.skipBadLinesProperty().set(true);
        window.runUntil(() -> found().contains("were skipped"));
        assertThat(found()).contains("1 user, 2 events, 2 items").contains("1 of 3 lines are malformed");
        assertThat(model.badLinesProperty().get()).isTrue();
    }

    @Test
    void malformedLinesThatAreSkippedStaySkippedInTheWorkspace() throws IOException {
        String events = Files.readString(SHOP.resolve("history.csv"));
        Path history = Files.writeString(folder.resolve("h.csv"), events + "broken\n");
        take(history, SHOP.resolve("model.safetensors"), SHOP.resolve("config.json"));
        assertThat(model.readyProperty().get()).isFalse();
        model.skipBadLinesProperty().set(true);
        window.runUntil(() -> model.readyProperty().get());
        boolean[] written = {false};
        model.write(folder, () -> written[0] = true);
        window.runUntil(() -> written[0]);
        try (Workspace workspace = new WorkspaceOpener()
                .open(WorkspaceSource.folder(folder), ProgressListener.NONE, new CancellationToken())) {
            assertThat(workspace.notices()).anyMatch(notice -> notice.contains("were skipped"));
        }
    }

    @Test
    void aColumnThatIsSetToNoneIsNotTakenAllTheSame() {
        take(SHOP.resolve("history.csv"));
        assertThat(found()).contains("Event types: view");
        model.column("event").set("");
        window.runUntil(() -> !found().contains("Event types"));
        model.column("time").set("");
        window.runUntil(() -> found().contains("No column of times"));
    }

    @Test
    void asksForTheColumnsInWordsOfTheWindow() throws IOException {
        take(Files.writeString(folder.resolve("h.csv"), "who,what,item_id\na,x,1\n"));
        assertThat(found())
                .contains("Missing: the column of the users. Choose it under 1.")
                .doesNotContain("name the columns");
    }

    @Test
    void whatStandsBesideAFileIsTakenWithItAndCanBeLeftOut() {
        take(SHOP.resolve("history.csv"));
        window.runUntil(() -> found().contains("lists 100.0% of the users"));
        assertThat(model.file(Part.ITEMS).get()).isEqualTo(SHOP.toAbsolutePath().resolve("items.csv"));
        assertThat(model.file(Part.USERS).get()).isEqualTo(SHOP.toAbsolutePath().resolve("users.csv"));
        assertThat(found()).contains("Catalogue: 600 items; it lists 100.0% of the items in the history.");
        model.file(Part.ITEMS).set(null);
        window.runUntil(() -> !found().contains("Catalogue"));
        assertThat(model.file(Part.ITEMS).get()).isNull();
    }

    @Test
    void ofAFolderItTakesOneFileForEachPartAndNamesTheOthers() throws IOException {
        Files.writeString(folder.resolve("a.inter"), "user_id:token\titem_id:token\n");
        Files.writeString(folder.resolve("b.inter"), "user_id:token\titem_id:token\nu\t1\n");
        Files.write(folder.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0});
        model.take(List.of(folder));
        window.runUntil(() -> found().contains("1 user, 1 event, 1 item"));
        assertThat(model.file(Part.HISTORY).get()).isEqualTo(folder.resolve("b.inter"));
        assertThat(found())
                .contains("Not used, since another file was taken in its place: a.inter")
                .contains("Not used, since RecLens does not read such files here: picture.png");
    }

    @Test
    void ofAFolderWithoutAHistoryItSaysWhatIsMissing() throws IOException {
        Files.write(folder.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0});
        model.take(List.of(folder));
        window.runUntil(() -> found().contains("picture.png"));
        assertThat(found()).contains("Missing: the history");
    }

    @ParameterizedTest
    @CsvSource({
        "a.pth, MODEL",
        "model.safetensors, MODEL",
        "ml-100k.item, ITEMS",
        "items.csv, ITEMS",
        "products_in_sample.csv, ITEMS",
        "Beauty_item2attributes.json, ITEMS",
        "ml-100k.inter, HISTORY",
        "train-item-views-sample.csv, HISTORY",
        "2019-Oct.csv, HISTORY",
        "Beauty.txt, HISTORY",
        "train.jsonl, HISTORY",
        "ml-100k.user, USERS",
        "users.csv, USERS",
        "demographics.csv, USERS",
        "items.vocab.json, VOCABULARY",
        "id_to_token.json, VOCABULARY",
        "config.json, CONFIG"
    })
    void filesAreTakenForWhatTheyAre(String name, Part part) {
        assertThat(Part.of(Path.of(name))).contains(part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.png",
                "b.xlsx",
                "state_dict_shapes.json",
                "features.manifest.json",
                "users.vocab.json",
                "LICENSE",
                "README.txt"
            })
    void filesOfOtherKindsPlayNoPart(String name) {
        assertThat(Part.of(Path.of(name))).isEmpty();
    }

    @Test
    void ofTwoCheckpointsTheOneWithItsSettingsIsTaken() {
        Path full = Path.of("SASRec-May.pth");
        assertThat(Part.better(Path.of("state_dict.pth"), full)).isEqualTo(full);
        assertThat(Part.better(full, Path.of("model.safetensors"))).isEqualTo(full);
    }
}
