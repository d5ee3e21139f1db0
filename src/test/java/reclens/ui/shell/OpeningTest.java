package reclens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reclens.session.Preferences;
import reclens.session.Workspace;
import reclens.ui.WorkbenchFixture;
import reclens.ui.dialog.FileKind;

class OpeningTest {
    private static final Path SHOP = Path.of("sample-data", "shop").toAbsolutePath();

    private final WorkbenchFixture fixture = new WorkbenchFixture();
    private final RecordingDialogs dialogs = new RecordingDialogs();
    private ShellViewModel shell;

    @BeforeEach
    void start() throws Exception {
        // Not below a folder that is deleted while the last session may still be written.
        Path home = Files.createTempDirectory("reclens-test");
        shell = new ShellViewModel(fixture.workbench, dialogs, Preferences.load(home));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Workspace open() {
        return fixture.workbench.workspace();
    }

    private void openShop() {
        shell.opening().openFolder(SHOP);
        fixture.window.runUntil(() -> open() != null);
    }

    @Test
    void aFolderThatWasOpenedIsTheNewestOfTheRecentOnes() {
        openShop();
        assertThat(shell.recent().list()).first().satisfies(recent -> {
            assertThat(recent.folder()).isEqualTo(SHOP);
            assertThat(recent.title()).isEqualTo(open().title());
        });
    }

    @Test
    void whatCannotBeOpenedLeavesThePresentWorkspaceAndIsNotKept(@TempDir Path empty) {
        openShop();
        Workspace before = open();
        shell.opening().openFolder(empty);
        fixture.window.runUntil(() -> !fixture.faults.isEmpty());
        assertThat(open()).isSameAs(before);
        assertThat(fixture.faults).singleElement().satisfies(fault -> assertThat(fault)
                .hasMessageContaining("workspace.json"));
        assertThat(shell.recent().list()).extracting(Preferences.Recent::folder).containsExactly(SHOP);
    }

    @Test
    void theOpenModelIsNotOpenedAgain() {
        openShop();
        shell.opening().openModel("", () -> {});
        assertThat(fixture.workbench.runner().tasks())
                .noneMatch(task -> task.title().contains("shop"));
    }

    @Test
    void anotherModelThatFailsIsToldToWhoChoseItBeforeTheUser() {
        openShop();
        int[] toldBefore = {-1};
        shell.opening().openModel("No such model", () -> toldBefore[0] = fixture.faults.size());
        fixture.window.runUntil(() -> !fixture.faults.isEmpty());
        assertThat(toldBefore[0]).isZero();
        assertThat(open().source().modelTitle()).isEmpty();
    }

    @Test
    void theSessionIsAskedForAndBroughtBack(@TempDir Path folder) {
        openShop();
        fixture.window.runUntil(() -> shell.sessions().now().isPresent());
        fixture.selection.userProperty().set("u0007");
        Path file = folder.resolve("seven.reclens");
        shell.sessions().now().orElseThrow().write(file);
        fixture.selection.userProperty().set("u0042");
        dialogs.files.put(FileKind.SESSION, file);
        shell.opening().chooseSession();
        fixture.window.runUntil(() -> fixture.selection.userProperty().get().equals("u0007"));
        assertThat(fixture.faults).isEmpty();
    }

    @Test
    void closingForgetsNoRecentWorkspace() {
        openShop();
        shell.opening().closeWorkspace();
        assertThat(open()).isNull();
        assertThat(shell.recent().list()).hasSize(1);
    }

    @Test
    void recentWorkspacesThatAreGoneAreForgotten(@TempDir Path folder) throws Exception {
        Path gone = folder.resolve("gone");
        shell.preferences().addRecent(gone, "Gone", "SASRec", 0);
        shell.preferences().addRecent(SHOP, "Shop", "SASRec", 1);
        RecentWorkspaces recent = new RecentWorkspaces(shell.preferences(), fixture.workbench.runner());
        assertThat(recent.list()).hasSize(2);
        recent.prune();
        fixture.window.runUntil(() -> recent.list().size() == 1);
        assertThat(recent.list()).extracting(Preferences.Recent::title).containsExactly("Shop");
    }
}
