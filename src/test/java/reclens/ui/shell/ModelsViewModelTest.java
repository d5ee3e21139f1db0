package reclens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reclens.session.Preferences;
import reclens.session.WorkspaceSource;
import reclens.ui.WorkbenchFixture;

class ModelsViewModelTest {
    private static final Path SHOP = Path.of("sample-data", "shop");

    @TempDir
    Path folder;

    private final WorkbenchFixture fixture = new WorkbenchFixture();
    private final RecordingDialogs dialogs = new RecordingDialogs();
    private ShellViewModel shell;
    private ModelsViewModel models;

    @BeforeEach
    void start() throws Exception {
        // Not below the folder, which is deleted while the last session may still be written.
        Path home = Files.createTempDirectory("reclens-test");
        shell = new ShellViewModel(fixture.workbench, dialogs, Preferences.load(home));
        models = new ModelsViewModel(shell);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private String openType() {
        return fixture.workbench.workspace() == null
                ? ""
                : fixture.workbench.workspace().provenance().modelType();
    }

    private void openShop() {
        shell.opening().openFolder(SHOP);
        fixture.window.runUntil(() -> models.titles().size() > 1);
    }

    @Test
    void offersAllModelsOfTheWorkspaceAndShowsWhichIsOpen() {
        openShop();
        assertThat(models.titles()).startsWith("", "FDSA").hasSize(4);
        assertThat(models.chosenProperty().get()).isEmpty();
    }

    @Test
    void callsTheMainModelAsTheWorkspaceDoes() {
        openShop();
        assertThat(models.mainTitle()).isEqualTo("SASRec");
    }

    @Test
    void anotherModelOpensForTheSameUser() {
        openShop();
        fixture.selection.userProperty().set("u0007");
        models.chosenProperty().set("FDSA");
        fixture.window.runUntil(() -> openType().equals("fdsa"));
        assertThat(fixture.selection.userProperty().get()).isEqualTo("u0007");
        assertThat(models.chosenProperty().get()).isEqualTo("FDSA");
        assertThat(fixture.faults).isEmpty();
    }

    /** The shop's SASRec with nothing but its weights: RecBole's names settle the variant, nothing the heads. */
    private void openWithoutHeads() throws Exception {
        Files.copy(SHOP.resolve("model.safetensors"), folder.resolve("model.safetensors"));
        Files.copy(SHOP.resolve("history.csv"), folder.resolve("history.csv"));
        Files.copy(SHOP.resolve("items.vocab.json"), folder.resolve("items.vocab.json"));
        Files.writeString(
                folder.resolve("workspace.json"),
                "{\"schema\": \"reclens.workspace/1\", \"title\": \"bare\", \"model\": {\"checkpoint\":"
                        + " \"model.safetensors\"}, \"vocabulary\": \"items.vocab.json\", \"history\": {\"file\":"
                        + " \"history.csv\", \"user\": \"user_id\", \"item\": \"item_id\", \"event\": \"event_type\","
                        + " \"time\": \"timestamp\"}}");
        shell.opening().open(WorkspaceSource.folder(folder));
        fixture.window.runUntil(() -> dialogs.asked != null || !fixture.faults.isEmpty());
        assertThat(fixture.faults).isEmpty();
    }

    @Test
    void whatTheFileDoesNotTellIsOfferedAndOpenedAsChosen() throws Exception {
        dialogs.answer = Map.of("num_attention_heads", 2L);
        openWithoutHeads();
        assertThat(dialogs.asked.variants()).isEmpty();
        assertThat(dialogs.asked.heads()).startsWith(1, 2, 4);
        fixture.window.runUntil(() -> openType().equals("sasrec"));
        assertThat(fixture.workbench.workspace().model().card().heads()).isEqualTo(2);
        assertThat(new StatusViewModel(fixture.workbench).modelProperty().get())
                .startsWith("SASRec, recbole, 2 heads (chosen by you)");
    }

    @Test
    void theChoiceHoldsUntilTheWorkspaceIsClosed() throws Exception {
        dialogs.answer = Map.of("num_attention_heads", 2L);
        openWithoutHeads();
        fixture.window.runUntil(() -> openType().equals("sasrec"));
        var first = fixture.workbench.workspace();
        dialogs.asked = null;
        shell.opening().openFolder(folder);
        fixture.window.runUntil(() -> fixture.workbench.workspace() != first);
        assertThat(dialogs.asked).isNull();
        shell.opening().closeWorkspace();
        shell.opening().openFolder(folder);
        fixture.window.runUntil(() -> dialogs.asked != null);
    }

    @Test
    void aChoiceThatIsNotMadeOpensNothing() throws Exception {
        openWithoutHeads();
        assertThat(fixture.workbench.workspace()).isNull();
        assertThat(fixture.faults).isEmpty();
    }

    @Test
    void theMainModelAskedForByItsTitleIsShownAsChosen() {
        fixture.workbench.open(WorkspaceSource.folder(SHOP).withModelTitle("SASRec"), opened -> {});
        fixture.window.runUntil(() -> models.titles().size() > 1);
        assertThat(models.chosenProperty().get()).isEmpty();
    }
}
