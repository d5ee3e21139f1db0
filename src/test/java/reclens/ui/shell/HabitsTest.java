package reclens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import reclens.domain.Viewpoint;
import reclens.session.LastSession;
import reclens.session.Preferences;
import reclens.session.SavedSession;
import reclens.session.WorkspaceSource;
import reclens.ui.MainWindow;
import reclens.ui.OnScreen;
import reclens.ui.SyntheticWorkspace;
import reclens.ui.dialog.FileKind;
import reclens.ui.workbench.Workbench;

/** Welcome page, wizard, palette and language menu in the real window. */
@ExtendWith(ApplicationExtension.class)
class HabitsTest {
    private static final Path SHOP = Path.of("sample-data", "shop").toAbsolutePath();

    private final RecordingDialogs dialogs = new RecordingDialogs();
    private Preferences preferences;
    private MainWindow window;
    private Workbench workbench;
    private MainView view;
    private OnScreen screen;

    @Start
    void start(Stage stage) throws Exception {
        Path home = Files.createTempDirectory("reclens-test");
        preferences = Preferences.load(home);
        preferences.addRecent(SHOP, "Known shop", "SASRec", 0);
        preferences.addRecent(home.resolve("gone"), "Shop that is gone", "SASRec", 0);
        window = new MainWindow(stage).preferences(preferences).dialogs(dialogs).show();
        workbench = window.workbench();
        view = window.view();
    }

    @BeforeEach
    void look(FxRobot robot) {
        screen = new OnScreen(view, robot);
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
        assertThat(dialogs.faults).isEmpty();
    }

    private void openShop(FxRobot robot) throws Exception {
        robot.interact(() -> workbench.show(SyntheticWorkspace.of(20)));
        screen.await(() -> workbench.explanationProperty().get() != null
                && !workbench.checkingProperty().get());
    }

    @Test
    void theWelcomePageOffersTheSamplesAndForgetsWorkspacesThatAreGone(FxRobot robot) throws Exception {
        assertThat(view.lookupAll(".sample-card")).hasSize(3);
        screen.await(() -> view.lookupAll(".recent-row").size() == 1);
        assertThat(screen.shows("Known shop")).isTrue();
        robot.interact(((Button) screen.node(".recent-row"))::fire);
        screen.await(() -> workbench.explanationProperty().get() != null);
        assertThat(view.lookup(".welcome").getParent().getScene()).isNotNull();
        assertThat(screen.cells(".recommendation-list", ".rank")).startsWith("1", "2");
        assertThat(preferences.recent()).extracting(Preferences.Recent::folder).containsExactly(SHOP);
    }

    @Test
    void theWizardWritesAWorkspaceThatOpens(FxRobot robot, @TempDir Path folder) throws Exception {
        Path target = Files.createDirectory(folder.resolve("mine"));
        dialogs.folder = target;
        screen.type(KeyCode.CONTROL, KeyCode.N);
        OnScreen wizard = new OnScreen(root("wizard"), robot);
        StringBuilder events = new StringBuilder("user_id,item_id,timestamp\n");
        for (int i = 0; i < 12; i++) {
            events.append("anna,P000")
                    .append(1 + i % 9)
                    .append(',')
                    .append(1_700_000_000 + i)
                    .append('\n');
        }
        choose(robot, wizard, FileKind.HISTORY, "History", Files.writeString(folder.resolve("events.csv"), events));
        screen.await(() -> wizard.shows("anna"));
        choose(robot, wizard, FileKind.CHECKPOINT, "Checkpoint", SHOP.resolve("model.safetensors"));
        choose(robot, wizard, FileKind.JSON, "Item vocabulary", SHOP.resolve("items.vocab.json"));
        choose(robot, wizard, FileKind.JSON, "config.json", SHOP.resolve("config.json"));
        Button write = (Button) wizard.node(".wizard-foot .accent");
        screen.await(() -> !write.isDisabled());
        robot.interact(write::fire);
        screen.await(() -> workbench.explanationProperty().get() != null);
        assertThat(target.resolve("workspace.json")).content().contains("reclens.workspace/1");
        assertThat(workbench.workspace().log().users()).containsExactly("anna");
        assertThat(screen.list(".event-list").getItems()).hasSize(12);
    }

    private SavedSession cutShort() {
        return new SavedSession(
                WorkspaceSource.folder(SHOP), Viewpoint.of("u0007"), Map.of(), Optional.empty(), Long.MAX_VALUE - 1);
    }

    private void answer(FxRobot robot, String text) {
        robot.interact(((Button) view.lookupAll(".notice-bar .button").stream()
                .filter(b -> ((Button) b).getText().equals(text))
                .findFirst()
                .orElseThrow())::fire);
    }

    @Test
    void aSessionThatEndedInTheMiddleIsOfferedOverTheWelcomePageAndComesBack(FxRobot robot) throws Exception {
        robot.interact(() -> view.model().opening().offer(cutShort()));
        assertThat(view.lookupAll(".sample-card")).hasSize(3);
        answer(robot, "Bring it back");
        screen.await(() -> workbench.explanationProperty().get() != null);
        assertThat(workbench.selection().userProperty().get()).isEqualTo("u0007");
        assertThat(view.lookup(".notice-bar")).isNull();
    }

    @Test
    void anOfferThatIsLeftIsNotMadeAgainAndTheSessionIsStillThere(FxRobot robot) throws Exception {
        robot.interact(() -> view.model().opening().offer(cutShort()));
        answer(robot, "Leave it");
        assertThat(view.lookup(".notice-bar")).isNull();
        LastSession last = new LastSession(preferences.folder());
        screen.await(() -> last.read().isPresent());
        assertThat(last.read().orElseThrow()).isEqualTo(cutShort().ended());
    }

    private void choose(FxRobot robot, OnScreen wizard, FileKind kind, String part, Path file) {
        dialogs.files.put(kind, file);
        robot.interact(((Button) wizard.called("Choose a file: " + part))::fire);
    }

    private static Parent root(String styleClass) {
        return Window.getWindows().stream()
                .map(w -> w.getScene().getRoot())
                .filter(r -> r.getStyleClass().contains(styleClass) || r.lookup("." + styleClass) != null)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no window with ." + styleClass));
    }

    private ListView<?> palette() {
        return (ListView<?>) root("palette-list").lookup(".palette-list");
    }

    @Test
    void thePaletteIsSteeredByKeys(FxRobot robot) throws Exception {
        openShop(robot);
        screen.type(KeyCode.CONTROL, KeyCode.K);
        robot.write("u000");
        screen.await(() -> palette().getItems().size() >= 5);
        assertThat(palette().getSelectionModel().getSelectedIndex()).isZero();
        screen.type(KeyCode.DOWN);
        screen.type(KeyCode.DOWN);
        screen.type(KeyCode.UP);
        assertThat(palette().getSelectionModel().getSelectedIndex()).isEqualTo(1);
        screen.type(KeyCode.ENTER);
        screen.await(() -> workbench.selection().userProperty().get().equals("u0002"));
        assertThat(((TextField) view.lookup(".search-field")).getText()).isEmpty();
    }

    @Test
    void escapeLeavesThePaletteAndChangesNothing(FxRobot robot) throws Exception {
        openShop(robot);
        String user = workbench.selection().userProperty().get();
        screen.type(KeyCode.CONTROL, KeyCode.K);
        robot.write("u0009");
        screen.await(() -> !palette().getItems().isEmpty());
        screen.type(KeyCode.ESCAPE);
        assertThat(Window.getWindows()).hasSize(1);
        assertThat(((TextField) view.lookup(".search-field")).getText()).isEmpty();
        assertThat(workbench.selection().userProperty().get()).isEqualTo(user);
    }

    @Test
    void theLanguageMenuOffersChineseInItsOwnNameAndKeepsIt(FxRobot robot) {
        List<MenuItem> languages = ((MenuBar) view.lookup(".menu-bar"))
                .getMenus().stream()
                        .flatMap(menu -> menu.getItems().stream())
                        .filter(item -> item instanceof Menu
                                && MenuActions.plain(item.getText()).equals("Language"))
                        .flatMap(menu -> ((Menu) menu).getItems().stream())
                        .toList();
        assertThat(languages)
                .extracting(MenuItem::getText)
                .containsExactly("English", Locale.CHINESE.getDisplayLanguage(Locale.CHINESE));
        robot.interact(languages.get(1)::fire);
        assertThat(preferences.text("language").orElseThrow()).startsWith("zh");
        robot.interact(languages.get(0)::fire);
    }
}
