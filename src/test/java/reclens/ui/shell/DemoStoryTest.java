package reclens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import reclens.domain.CancellationToken;
import reclens.domain.HistoryEdit;
import reclens.domain.ProgressListener;
import reclens.report.ReportMetadata;
import reclens.session.ReportVerifier;
import reclens.session.SavedSession;
import reclens.ui.MainWindow;
import reclens.ui.OnScreen;
import reclens.ui.dialog.FileKind;
import reclens.ui.selection.SelectionModel;
import reclens.ui.workbench.Workbench;

/** The story that a product manager shows, from the first look at the shop to the report, in one go in the real window. */
@ExtendWith(ApplicationExtension.class)
class DemoStoryTest {
    private static final String USER = "u0042";

    private final RecordingDialogs dialogs = new RecordingDialogs();
    private MainWindow window;
    private Workbench workbench;
    private SelectionModel selection;
    private MainView view;
    private FxRobot robot;
    private OnScreen screen;

    @Start
    void start(Stage stage) {
        window = new MainWindow(stage).sized(1440, 900).dialogs(dialogs).show();
        workbench = window.workbench();
        selection = workbench.selection();
        view = window.view();
        view.model().opening().openSample();
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
    }

    @Test
    void theWholeStoryFromTheShopToTheReport(FxRobot robot, @TempDir Path folder) throws Exception {
        this.robot = robot;
        screen = new OnScreen(view, robot);
        theShopOpensOnItsFirstUser();
        aUserIsFound();
        String item = aRecommendationIsExplained();
        attentionFollowsLayerAndHead();
        aRemovedEventMovesTheRanks();
        theCounterfactualTakesTheItemOffRankOne(item);
        beforeAndAfterStandSideBySide();
        trustGivesTheVerdict();
        theReportHoldsWhatWasShown(folder.resolve("report.png"));
        theSessionKeepsTheEdits(folder.resolve("story.reclens"));
        assertThat(dialogs.faults).isEmpty();
    }

    private void theShopOpensOnItsFirstUser() throws Exception {
        awaitChecked();
        assertThat(screen.list(".user-list").getItems().size())
                .isEqualTo(workbench.workspace().log().users().size());
        String first = workbench.workspace().firstUser().orElseThrow();
        assertThat(selectedUser()).isEqualTo(first);
        assertThat(screen.text(".breadcrumb")).startsWith("Rank 1 of 10");
    }

    private void aUserIsFound() throws Exception {
        screen.type(KeyCode.CONTROL, KeyCode.U);
        robot.write(USER);
        screen.await(() -> screen.list(".user-list").getItems().size() == 1);
        screen.type(KeyCode.ENTER);
        screen.await(() -> USER.equals(selectedUser()));
        awaitChecked();
        assertThat(screen.list(".event-list").getItems())
                .hasSize(workbench.workspace().history(USER).size());
        assertThat(screen.cells(".recommendation-list", ".rank")).startsWith("1", "2", "3");
    }

    private String aRecommendationIsExplained() throws Exception {
        String first = screen.text(".view-title");
        assertThat(screen.cells(".recommendation-list", ".recommendation-title").get(0))
                .isEqualTo(first);
        robot.clickOn(screen.cells(".recommendation-list").get(1));
        screen.await(() -> !screen.text(".view-title").equals(first));
        assertThat(screen.text(".view-title"))
                .isEqualTo(screen.cells(".recommendation-list", ".recommendation-title")
                        .get(1));
        screen.type(KeyCode.UP);
        screen.await(() -> screen.text(".view-title").equals(first));
        awaitChecked();
        assertThat(screen.text(".view-head .badge")).isNotBlank().isNotEqualTo("Checking");
        assertThat(screen.node(".sentence").getAccessibleText()).contains("score");
        assertThat(chart().getAccessibleText()).contains("score lost when the event is removed");
        return first;
    }

    private void attentionFollowsLayerAndHead() throws Exception {
        robot.clickOn("Attention");
        screen.await(() -> screen.text(".view-head .second-line").startsWith("Layer 2, head mean, softmax"));
        String lastLayer = chart().getAccessibleText();
        robot.clickOn(screen.called("Layer: 1"));
        screen.await(() -> screen.text(".view-head .second-line").startsWith("Layer 1, head mean, softmax"));
        robot.clickOn(screen.called("Head: 2"));
        screen.await(() -> screen.text(".view-head .second-line").startsWith("Layer 1, head 2, softmax"));
        assertThat(chart().getAccessibleText()).isNotEqualTo(lastLayer).startsWith("Layer 1, head 2, softmax");
    }

    private void aRemovedEventMovesTheRanks() throws Exception {
        screen.type(KeyCode.CONTROL, KeyCode.DIGIT3);
        screen.await(() -> ranks().contains("; "));
        String before = ranks();
        ListView<?> timeline = screen.list(".edit-list");
        int last = timeline.getItems().size() - 1;
        robot.interact(() -> {
            timeline.requestFocus();
            timeline.getSelectionModel().clearAndSelect(last);
            timeline.scrollTo(last);
        });
        screen.type(KeyCode.DELETE);
        screen.await(() -> !ranks().equals(before));
        assertThat(screen.shows(last + " events, 1 edit")).isTrue();
        assertThat(screen.cells(".edit-list", ".event-note")).contains("removed");
        screen.type(KeyCode.CONTROL, KeyCode.Z);
        screen.await(() -> ranks().equals(before));
    }

    private void theCounterfactualTakesTheItemOffRankOne(String item) throws Exception {
        screen.await(() -> screen.shows("Apply"));
        assertThat(screen.text(".cf-sentence")).startsWith("Removing ").endsWith(" takes " + item + " off rank 1.");
        robot.clickOn("Apply");
        screen.await(() -> screen.shows("Applied"));
        screen.await(() -> ranks().matches("(?s).*" + Pattern.quote(item) + ": rank 1, then ([2-9]|\\d\\d).*"));
    }

    private void beforeAndAfterStandSideBySide() throws Exception {
        screen.type(KeyCode.CONTROL, KeyCode.DIGIT4);
        robot.clickOn("Before and after");
        screen.await(() -> ranks().contains("A is Before, B is After"));
        assertThat(screen.text(".view-title")).isEqualTo("Before and after");
    }

    private void trustGivesTheVerdict() throws Exception {
        screen.type(KeyCode.CONTROL, KeyCode.DIGIT5);
        screen.await(
                () -> ((TableView<?>) view.lookup(".method-table")).getItems().size() >= 4);
        assertThat(screen.text(".view-head .badge")).isIn("Supported", "Recency suffices", "Not supported");
        assertThat(screen.text(".verdict-sentence")).contains("random");
        assertThat(chart().getAccessibleText()).startsWith("Deletion curve");
    }

    private void theReportHoldsWhatWasShown(Path target) throws Exception {
        dialogs.files.put(FileKind.REPORT, target);
        screen.type(KeyCode.CONTROL, KeyCode.E);
        screen.await(() -> !dialogs.messages.isEmpty());
        assertThat(dialogs.messages).containsExactly("The report was written to " + target);
        assertThat(ImageIO.read(target.toFile()).getWidth()).isGreaterThanOrEqualTo(1600);
        Map<String, String> metadata = ReportMetadata.read(target);
        assertThat(metadata)
                .containsEntry("reclens:user", USER)
                .containsEntry(
                        "reclens:item", workbench.selectedRecommendation().item())
                .containsEntry(
                        "reclens:model-sha256",
                        workbench.workspace().provenance().sha256());
        assertThat(new ReportVerifier(workbench.workspace(), workbench.explainer())
                        .differences(target, ProgressListener.NONE, new CancellationToken()))
                .isEmpty();
    }

    private void theSessionKeepsTheEdits(Path target) throws Exception {
        dialogs.files.put(FileKind.SESSION, target);
        screen.type(KeyCode.CONTROL, KeyCode.S);
        screen.await(() -> Files.isRegularFile(target));
        SavedSession saved = SavedSession.read(target);
        assertThat(saved.viewpoint().user()).isEqualTo(USER);
        assertThat(saved.viewpoint().screen()).isEqualTo("trust");
        assertThat(saved.edits().get(USER)).isNotEmpty().allMatch(edit -> edit instanceof HistoryEdit.Remove);
    }

    private void awaitChecked() throws Exception {
        screen.await(() -> workbench.explanationProperty().get() != null
                && !workbench.checkingProperty().get());
    }

    private String selectedUser() {
        return screen.cells(".user-list").stream()
                .filter(ListCell::isSelected)
                .map(c -> ((Labeled) c.lookup(".row-title")).getText())
                .findFirst()
                .orElse("");
    }

    private Node chart() {
        return screen.node(".chart-pane");
    }

    private String ranks() {
        Node chart = view.lookup(".drawn-pane");
        return chart == null ? "" : chart.getAccessibleText();
    }
}
