package reclens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
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
import reclens.ui.MainWindow;
import reclens.ui.StoredModel;
import reclens.ui.dialog.DialogService;
import reclens.ui.workbench.Workbench;

/** The windows Model and Evaluate, opened from the real window by their keys. */
@ExtendWith(ApplicationExtension.class)
class ModelAndEvaluateTest {
    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path folder;

    private MainWindow window;
    private Workbench workbench;
    private Stage main;

    @Start
    void start(Stage stage) {
        main = stage;
        DialogService saveHere = (DialogService) Proxy.newProxyInstance(
                ModelAndEvaluateTest.class.getClassLoader(),
                new Class<?>[] {DialogService.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("chooseTarget");
                    return Optional.of(folder.resolve((String) arguments[1]));
                });
        window = new MainWindow(stage).dialogs(saveHere).show(StoredModel.open(folder, "model.safetensors"));
        workbench = window.workbench();
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
    }

    /** Opens a window by its keys and gives what is in it. */
    private Parent open(FxRobot robot, String title, KeyCode key) throws TimeoutException {
        window.await(() -> workbench.explanationProperty().get() != null);
        robot.interact(() -> main.requestFocus());
        MainWindow.press(robot, KeyCode.CONTROL, key);
        window.await(() -> window(title).isPresent());
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
        window.await(() -> table.getItems().size() == 3
                && !root.lookupAll(".tensor-figures .meter-number").isEmpty());
        Node chart = root.lookup(".chart-pane");
        assertThat(chart.getAccessibleText()).contains(StoredModel.ITEMS).contains("histogram");
        robot.interact(chart::requestFocus);
        MainWindow.press(robot, KeyCode.RIGHT);
        assertThat(chart.getAccessibleHelp()).contains("of the finite values");
        assertThat(copied(robot, () -> button(root, "Copy the table (tab-separated)")
                        .fire()))
                .startsWith("Name\tShape\tType\tValues\tBytes\n" + StoredModel.ITEMS + "\t[2,3]\tfloat32\t6\t24\n");
        MainWindow.press(robot, KeyCode.CONTROL, KeyCode.F);
        assertThat(root.getScene().getFocusOwner()).isInstanceOf(TextField.class);
        for (KeyCode letter : List.of(KeyCode.B, KeyCode.I, KeyCode.A, KeyCode.S)) {
            MainWindow.press(robot, letter);
        }
        window.await(() -> table.getItems().size() == 1);
        robot.interact(() -> table.getSelectionModel().selectFirst());
        window.await(() -> chart.getAccessibleText().startsWith(StoredModel.BIAS));
        MainWindow.press(robot, KeyCode.ESCAPE);
        window.await(() -> window("Model").isEmpty());
        assertThat(table.getItems()).isEmpty();
    }

    @Test
    void anEvaluationIsRunCopiedAndSaved(FxRobot robot) throws Exception {
        Parent root = open(robot, "Evaluate", KeyCode.R);
        TableView<?> table = (TableView<?>) root.lookup(".metric-table");
        assertThat(table.getItems()).isEmpty();
        MainWindow.press(robot, KeyCode.ENTER);
        window.await(() -> !table.getItems().isEmpty());
        Label protocol = (Label) root.lookup(".protocol-sentence");
        assertThat(protocol.getText()).startsWith("Leave-one-out: the last event of each of 2 users");
        assertThat(root.lookup(".chart-pane").getAccessibleText()).startsWith("NDCG.");
        robot.interact(() -> table.getSelectionModel().selectFirst());
        window.await(() -> root.lookup(".chart-pane").getAccessibleText().startsWith("Accuracy."));
        assertThat(copied(robot, () -> button(root, "Copy table").fire())).startsWith("metric at K = 10\tAll users\t");
        assertThat(copied(robot, () -> button(root, "Copy command line").fire()))
                .contains("reclens.jar evaluate --model ");
        robot.interact(() -> button(root, "Save JSON\u2026").fire());
        window.await(() -> Files.exists(folder.resolve("evaluation-Synthetic-shop-SASRec.json")));
    }
}
