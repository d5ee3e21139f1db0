package reclens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import reclens.session.Preferences;
import reclens.ui.StoredModel;
import reclens.ui.dialog.DialogService;
import reclens.ui.selection.SelectionModel;
import reclens.ui.task.TaskRunner;
import reclens.ui.theme.ThemeManager;
import reclens.ui.workbench.Workbench;

/** The windows Model and Evaluate, opened from the real window by their keys. */
@ExtendWith(ApplicationExtension.class)
class ModelAndEvaluateTest {
    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path folder;

    private final TaskRunner runner = new TaskRunner(Platform::runLater);
    private Workbench workbench;
    private Stage main;

    @Start
    void start(Stage stage) throws Exception {
        main = stage;
        Preferences preferences = Preferences.load(Files.createTempDirectory("reclens-test"));
        ThemeManager theme = new ThemeManager(preferences);
        workbench = new Workbench(runner, new SelectionModel(), fault -> {
            throw new AssertionError(fault);
        });
        DialogService saveHere = (DialogService) Proxy.newProxyInstance(
                ModelAndEvaluateTest.class.getClassLoader(),
                new Class<?>[] {DialogService.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("chooseTarget");
                    return Optional.of(folder.resolve((String) arguments[1]));
                });
        MainView view = new MainView(workbench, saveHere, preferences, theme);
        Scene scene = new Scene(view, 1280, 800);
        theme.follow(scene);
        stage.setScene(scene);
        stage.show();
        workbench.show(StoredModel.open(folder, "model.safetensors"));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() ->
                List.copyOf(Window.getWindows()).stream().filter(w -> w != main).forEach(Window::hide));
        runner.close();
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void press(FxRobot robot, KeyCode... keys) {
        robot.press(keys).release(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Opens a window by its keys and gives what is in it. */
    private Parent open(FxRobot robot, String title, KeyCode key) throws TimeoutException {
        await(() -> workbench.explanationProperty().get() != null);
        robot.interact(() -> main.requestFocus());
        press(robot, KeyCode.CONTROL, key);
        await(() -> window(title).isPresent());
        Stage stage = window(title).orElseThrow();
        robot.interact(() -> {
            stage.setX(0);
            stage.setY(0);
            stage.requestFocus();
        });
        return stage.getScene().getRoot();
    }

    private static Optional<Stage> window(String title) {
        return List.copyOf(Window.getWindows()).stream()
                .filter(w -> w instanceof Stage stage && title.equals(stage.getTitle()) && stage.isShowing())
                .map(Stage.class::cast)
                .findFirst();
    }

    private static String copied(FxRobot robot, Runnable action) {
        String[] text = new String[1];
        robot.interact(() -> {
            action.run();
            text[0] = Clipboard.getSystemClipboard().getString();
        });
        return text[0];
    }

    private static Button button(Parent root, String text) {
        return root.lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(b -> text.equals(b.getText()) || text.equals(b.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theModelIsSearchedSortedAndItsValuesCountedByTheKeyboard(FxRobot robot) throws Exception {
        Parent root = open(robot, "Model", KeyCode.I);
        TableView<?> table = (TableView<?>) root.lookup(".tensor-table");
        await(() -> table.getItems().size() == 3
                && !root.lookupAll(".tensor-figures .meter-number").isEmpty());
        Node chart = root.lookup(".chart-pane");
        assertThat(chart.getAccessibleText()).contains(StoredModel.ITEMS).contains("histogram");
        robot.interact(chart::requestFocus);
        press(robot, KeyCode.RIGHT);
        assertThat(chart.getAccessibleHelp()).contains("of the finite values");
        assertThat(copied(robot, () -> button(root, "Copy the table (tab-separated)")
                        .fire()))
                .startsWith("Name\tShape\tType\tValues\tBytes\n" + StoredModel.ITEMS + "\t[2,3]\tfloat32\t6\t24\n");
        press(robot, KeyCode.CONTROL, KeyCode.F);
        assertThat(root.getScene().getFocusOwner()).isInstanceOf(TextField.class);
        for (KeyCode letter : List.of(KeyCode.B, KeyCode.I, KeyCode.A, KeyCode.S)) {
            press(robot, letter);
        }
        await(() -> table.getItems().size() == 1);
        robot.interact(() -> table.getSelectionModel().selectFirst());
        await(() -> chart.getAccessibleText().startsWith(StoredModel.BIAS));
        press(robot, KeyCode.ESCAPE);
        await(() -> window("Model").isEmpty());
        assertThat(table.getItems()).isEmpty();
    }

    @Test
    void anEvaluationIsRunCopiedAndSaved(FxRobot robot) throws Exception {
        Parent root = open(robot, "Evaluate", KeyCode.R);
        TableView<?> table = (TableView<?>) root.lookup(".metric-table");
        assertThat(table.getItems()).isEmpty();
        press(robot, KeyCode.ENTER);
        await(() -> !table.getItems().isEmpty());
        Label protocol = (Label) root.lookup(".protocol-sentence");
        assertThat(protocol.getText()).startsWith("Leave-one-out: the last event of each of 2 users");
        assertThat(root.lookup(".chart-pane").getAccessibleText()).startsWith("NDCG.");
        robot.interact(() -> table.getSelectionModel().selectFirst());
        await(() -> root.lookup(".chart-pane").getAccessibleText().startsWith("Accuracy."));
        assertThat(copied(robot, () -> button(root, "Copy table").fire())).startsWith("metric at K = 10\tAll users\t");
        assertThat(copied(robot, () -> button(root, "Copy command line").fire()))
                .contains("reclens.jar evaluate --model ");
        robot.interact(() -> button(root, "Save JSON\u2026").fire());
        await(() -> Files.exists(folder.resolve("evaluation-Synthetic-shop-SASRec.json")));
    }
}
