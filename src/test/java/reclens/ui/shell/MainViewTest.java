package reclens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import reclens.chart.Theme;
import reclens.ui.MainWindow;
import reclens.ui.SyntheticWorkspace;
import reclens.ui.dialog.FileKind;
import reclens.ui.selection.SelectionModel;
import reclens.ui.theme.ThemeManager;
import reclens.ui.workbench.Workbench;

@ExtendWith(ApplicationExtension.class)
class MainViewTest {
    private final RecordingDialogs dialogs = new RecordingDialogs();
    private MainWindow window;
    private Workbench workbench;
    private SelectionModel selection;
    private ThemeManager theme;
    private MainView view;

    @Start
    void start(Stage stage) {
        window = new MainWindow(stage).sized(1440, 900).dialogs(dialogs).show(SyntheticWorkspace.of(200));
        workbench = window.workbench();
        selection = workbench.selection();
        theme = window.theme();
        view = window.view();
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
    }

    private ListView<?> list(String styleClass) {
        return (ListView<?>) view.lookup("." + styleClass);
    }

    @Test
    void opensWithAUserSelectedAndTheFirstRecommendationExplained() throws Exception {
        window.awaitExplanation();
        assertThat(list("user-list").getSelectionModel().getSelectedIndex()).isZero();
        assertThat(list("recommendation-list").getSelectionModel().getSelectedIndex())
                .isZero();
        assertThat(((Label) view.lookup(".view-title")).getText()).isNotBlank().isNotEqualTo("Working\u2026");
        assertThat(dialogs.faults).isEmpty();
    }

    @Test
    void anEventSelectedElsewhereIsMarkedInTheTimeline(FxRobot robot) throws Exception {
        window.awaitExplanation();
        robot.interact(() -> selection.eventProperty().set(60));
        assertThat(list("event-list").getSelectionModel().getSelectedIndex()).isEqualTo(60);
    }

    @Test
    void escapeClearsTheSelectedEvent(FxRobot robot) throws Exception {
        window.awaitExplanation();
        robot.interact(() -> list("event-list").getSelectionModel().select(58));
        assertThat(selection.event()).isEqualTo(58);
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(selection.event()).isEqualTo(SelectionModel.NONE);
        assertThat(list("event-list").getSelectionModel().getSelectedIndex()).isEqualTo(-1);
    }

    @Test
    void aClickOnABarSelectsItsEvent(FxRobot robot) throws Exception {
        window.awaitExplanation();
        Node chart = view.lookupAll(".chart-pane").iterator().next();
        var bounds = robot.bounds(chart).query();
        robot.clickOn(bounds.getMinX() + 60, bounds.getMinY() + 12);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(selection.event()).isGreaterThanOrEqualTo(14);
    }

    @Test
    void theKeyboardReadsTheValuesOfAChart(FxRobot robot) throws Exception {
        window.awaitExplanation();
        Node chart = view.lookupAll(".chart-pane").iterator().next();
        robot.interact(chart::requestFocus);
        robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(chart.lookup(".chart-tip").isVisible()).isTrue();
        assertThat(chart.getAccessibleHelp()).contains("#");
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(selection.event()).isNotEqualTo(SelectionModel.NONE);
    }

    @Test
    void theThemeChangesAtOnceAndIsRemembered(FxRobot robot) throws Exception {
        window.awaitExplanation();
        Theme before = theme.theme();
        robot.interact(theme::toggle);
        assertThat(theme.theme()).isNotEqualTo(before);
        assertThat(view.model().preferences().text("theme"))
                .contains(theme.theme().name());
        robot.interact(theme::toggle);
    }

    @Test
    void theRailChangesTheView(FxRobot robot) throws Exception {
        window.awaitExplanation();
        robot.clickOn("Attention");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(view.model().screenProperty().get()).isEqualTo(Screen.ATTENTION);
        assertThat(((Label) view.lookup(".view-title")).getText()).isEqualTo("Attention");
    }

    @Test
    void theSearchFieldOpensAUser(FxRobot robot) throws Exception {
        window.awaitExplanation();
        TextField search = (TextField) view.lookup(".search-field");
        robot.interact(() -> {
            search.requestFocus();
            search.setText("u0042");
            search.fireEvent(new javafx.event.ActionEvent());
        });
        assertThat(selection.userProperty().get()).isEqualTo("u0042");
    }

    @Test
    void everyControlHasANameForScreenReaders() throws Exception {
        window.awaitExplanation();
        List<String> nameless = new ArrayList<>();
        view.lookupAll("*").forEach(node -> {
            boolean control = node instanceof ButtonBase
                    || node instanceof ComboBox
                    || node instanceof TextField
                    || node instanceof ListView
                    || node.getStyleClass().contains("chart-pane");
            String text = node instanceof ButtonBase button ? button.getText() : "";
            boolean named = node.getAccessibleText() != null
                            && !node.getAccessibleText().isBlank()
                    || text != null && !text.isBlank();
            boolean ours = !node.getStyleClass().contains("arrow-button")
                    && !node.getStyleClass().contains("increment-button");
            if (control && ours && !named && node.isFocusTraversable()) {
                nameless.add(node.toString());
            }
        });
        assertThat(nameless).isEmpty();
    }

    private void awaitTrue(java.util.concurrent.Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void exportWritesTheReportAndSaysWhere(FxRobot robot, @TempDir Path folder) throws Exception {
        window.awaitExplanation();
        Path target = folder.resolve("why.png");
        dialogs.files.put(FileKind.REPORT, target);
        Button export = (Button) view.lookupAll(".button").stream()
                .filter(b -> b instanceof Button button && "Export report\u2026".equals(button.getText()))
                .findFirst()
                .orElseThrow();
        robot.interact(export::fire);
        awaitTrue(() -> !dialogs.messages.isEmpty());
        assertThat(dialogs.messages).containsExactly("The report was written to " + target);
        assertThat(Files.readAllBytes(target)).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void ofADroppedFolderWithoutAWorkspaceTheWizardMakesOne(@TempDir Path folder) throws Exception {
        window.awaitExplanation();
        assertThat(new DroppedFiles(view.model()).open(List.of(folder))).isFalse();
    }

    @Test
    void ofADroppedCheckpointTheWizardSaysWhatIsMissing(@TempDir Path folder) throws Exception {
        window.awaitExplanation();
        assertThat(new DroppedFiles(view.model()).open(List.of(folder.resolve("model.safetensors"))))
                .isFalse();
    }

    @Test
    void aDroppedPictureIsToldToBeNoneOfTheFilesThatOpen(FxRobot robot, @TempDir Path folder) throws Exception {
        window.awaitExplanation();
        var before = workbench.workspace();
        robot.interact(() -> assertThat(new DroppedFiles(view.model()).open(List.of(folder.resolve("cat.png"))))
                .isTrue());
        assertThat(dialogs.messages)
                .singleElement()
                .asString()
                .contains("cat.png")
                .contains(".safetensors");
        assertThat(workbench.workspace()).isSameAs(before);
    }

    @Test
    void aDroppedCheckpointAndHistoryOpenInEitherOrder(FxRobot robot, @TempDir Path folder) throws Exception {
        window.awaitExplanation();
        Path model = Files.write(folder.resolve("model.safetensors"), new byte[4]);
        Path history = Files.writeString(folder.resolve("history.csv"), "user,item\na,1\n");
        robot.interact(() -> new DroppedFiles(view.model()).open(List.of(history, model)));
        awaitTrue(() -> !dialogs.faults.isEmpty());
        assertThat(dialogs.faults.get(0)).hasMessageContaining("model.safetensors");
    }

    @Test
    void openModelAndHistoryAsksForBoth(FxRobot robot, @TempDir Path folder) throws Exception {
        window.awaitExplanation();
        dialogs.files.put(FileKind.CHECKPOINT, folder.resolve("none.safetensors"));
        dialogs.files.put(FileKind.HISTORY, folder.resolve("none.csv"));
        robot.interact(view.model().opening()::chooseModelAndHistory);
        awaitTrue(() -> !dialogs.faults.isEmpty());
        assertThat(dialogs.faults.get(0)).hasMessageContaining("none.");
    }

    @Test
    void theArrowKeysReadTheAttentionHeatmapAndEscapeClears(FxRobot robot) throws Exception {
        window.awaitExplanation();
        robot.interact(() -> view.model().screenProperty().set(Screen.ATTENTION));
        awaitTrue(() -> workbench.attentionProperty().get() != null);
        Node map = view.lookup(".view-body .chart-pane");
        robot.interact(map::requestFocus);
        robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
        robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(map.getAccessibleHelp()).contains("attends to");
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(selection.event()).isNotEqualTo(SelectionModel.NONE);
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(selection.event()).isEqualTo(SelectionModel.NONE);
    }

    @Test
    void theLabOpensFromTheTools(FxRobot robot) throws Exception {
        window.awaitExplanation();
        robot.press(KeyCode.CONTROL, KeyCode.L).release(KeyCode.L, KeyCode.CONTROL);
        awaitTrue(() -> javafx.stage.Window.getWindows().stream()
                .anyMatch(w -> w.getScene() != null && w.getScene().getRoot().lookup(".step-heatmap") != null));
        robot.interact(() -> List.copyOf(javafx.stage.Window.getWindows()).stream()
                .filter(w -> w.getScene().getRoot().getStyleClass().contains("mechanism-lab"))
                .forEach(javafx.stage.Window::hide));
    }

    @Test
    void withoutAWorkspaceTheWelcomePageStands(FxRobot robot) throws Exception {
        window.awaitExplanation();
        robot.interact(view.model().opening()::closeWorkspace);
        assertThat(view.lookup(".welcome").isVisible()).isTrue();
        assertThat(workbench.workspace()).isNull();
        assertThat(workbench.explanationProperty().get()).isNull();
    }
}
