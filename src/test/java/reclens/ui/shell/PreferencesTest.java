package reclens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import reclens.chart.SequentialMap;
import reclens.chart.Theme;
import reclens.explanation.Method;
import reclens.session.Preferences;
import reclens.ui.MainWindow;
import reclens.ui.SyntheticWorkspace;
import reclens.ui.chart.ChartTheme;
import reclens.ui.control.ScaledRoot;
import reclens.ui.selection.SelectionModel;
import reclens.ui.settings.Settings;
import reclens.ui.theme.ThemeManager;
import reclens.ui.workbench.Workbench;

@ExtendWith(ApplicationExtension.class)
class PreferencesTest {
    private Path home;
    private Settings settings;
    private MainWindow window;
    private Workbench workbench;
    private SelectionModel selection;
    private ThemeManager theme;
    private MainView view;

    @Start
    void start(Stage stage) throws Exception {
        home = Files.createTempDirectory("reclens-test");
        window = new MainWindow(stage).preferences(Preferences.load(home)).show(SyntheticWorkspace.of(20));
        workbench = window.workbench();
        selection = workbench.selection();
        theme = window.theme();
        settings = theme.settings();
        view = window.view();
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
    }

    private Parent open(FxRobot robot) {
        robot.interact(view::openPreferences);
        return Window.getWindows().stream()
                .map(w -> w.getScene().getRoot())
                .filter(root -> root.lookup(".preferences") != null)
                .findFirst()
                .orElseThrow();
    }

    private static void choose(FxRobot robot, Parent page, String text) {
        Node button = page.lookupAll(".toggle-button").stream()
                .filter(n -> n instanceof ToggleButton b && b.getText().equals(text))
                .findFirst()
                .orElseThrow();
        robot.interact(((ToggleButton) button)::fire);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void ctrlCommaOpensThemAndThemeAndSizeApplyAtOnce(FxRobot robot) throws Exception {
        window.awaitExplanation();
        robot.press(KeyCode.CONTROL, KeyCode.COMMA).release(KeyCode.COMMA, KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(view.preferencesShown()).isTrue();
        Parent page = open(robot);
        choose(robot, page, "Dark");
        assertThat(theme.theme()).isEqualTo(Theme.DARK);
        choose(robot, page, "125%");
        assertThat(ScaledRoot.scaleOf(view)).isEqualTo(1.25);
        assertThat(view.getWidth()).isEqualTo(1280 / 1.25);
        assertThat(robot.bounds(view).query().getWidth()).isBetween(1279.0, 1281.0);
        assertThat(settings.preferences().text("scale")).contains("125");
    }

    @Test
    void theSizeGrowsNoLargerThanTheWindowHasRoomForAndSaysWhy(FxRobot robot) throws Exception {
        window.awaitExplanation();
        Parent page = open(robot);
        choose(robot, page, "150%");
        assertThat(ScaledRoot.scaleOf(view)).isEqualTo(1.25);
        assertThat(view.getWidth()).isGreaterThanOrEqualTo(1024);
        Label why = (Label) page.lookup(".scale-limited");
        assertThat(why.isVisible()).isTrue();
        assertThat(why.getText()).contains("125%");
        choose(robot, page, "125%");
        assertThat(why.isVisible()).isFalse();
    }

    @Test
    void whatOpensOverTheWindowIsAsLargeAsTheWindowIsShown(FxRobot robot) throws Exception {
        window.awaitExplanation();
        Parent page = open(robot);
        choose(robot, page, "150%");
        assertThat(ScaledRoot.scaleOf(view)).isEqualTo(1.25);
        assertThat(ScaledRoot.scaleOf(page)).isEqualTo(1.25);
        assertThat(sheets(view.getScene().getStylesheets())).contains(".popup { -fx-font-size: 16.25px; }");
        assertThat(sheets(theme.stylesheets())).contains("16.25px").doesNotContain("19.50px");
    }

    @Test
    void theSheetOfKeysStaysOnTheScreen(FxRobot robot) throws Exception {
        window.awaitExplanation();
        robot.interact(() -> settings.scaleProperty().set(150));
        robot.press(KeyCode.F1).release(KeyCode.F1);
        WaitForAsyncUtils.waitForFxEvents();
        Window sheet = Window.getWindows().stream()
                .filter(w -> w.getScene().getRoot().lookup(".cheat-sheet") != null)
                .findFirst()
                .orElseThrow();
        var room = javafx.stage.Screen.getPrimary().getVisualBounds();
        assertThat(sheet.getHeight()).isLessThanOrEqualTo(room.getHeight());
        assertThat(sheet.getX() + sheet.getWidth()).isLessThanOrEqualTo(room.getMaxX());
    }

    /** The inline sheets of a list, as text. */
    private static String sheets(List<String> urls) {
        String inline = "data:text/css;base64,";
        return urls.stream()
                .filter(url -> url.startsWith(inline))
                .map(url ->
                        new String(Base64.getDecoder().decode(url.substring(inline.length())), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void anotherSeedExplainsAnewAndKeepsTheSelection(FxRobot robot) throws Exception {
        window.awaitExplanation();
        int second = workbench.recommendationsProperty().get().items().get(1).index();
        robot.interact(() -> selection.itemProperty().set(second));
        window.awaitExplanation();
        robot.interact(() -> settings.seedProperty().set(9L));
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> {
            var now = workbench.explanationProperty().get();
            return now != null
                    && now.target().index() == second
                    && now.faithfulness(Method.LEAVE_ONE_OUT)
                            .filter(f -> f.seed() == 9)
                            .isPresent();
        });
        assertThat(selection.itemProperty().get()).isEqualTo(second);
    }

    @Test
    void theChosenMethodIsThatOfTheOpenAndOfTheNextWorkspace(FxRobot robot) throws Exception {
        window.awaitExplanation();
        robot.interact(() -> settings.methodProperty().set(Optional.of(Method.ROLLOUT)));
        assertThat(selection.methodProperty().get()).isEqualTo(Method.ROLLOUT);
        robot.interact(() -> selection.methodProperty().set(Method.ATTENTION));
        robot.interact(() -> workbench.show(null));
        robot.interact(() -> workbench.show(SyntheticWorkspace.of(8)));
        assertThat(selection.methodProperty().get()).isEqualTo(Method.ROLLOUT);
    }

    @Test
    void chartsTakeTheOtherColoursAndDefaultsComeBack(FxRobot robot) throws Exception {
        window.awaitExplanation();
        robot.interact(() -> settings.colourMapProperty().set(SequentialMap.VIRIDIS));
        assertThat(ChartTheme.of(theme).tokens().hex("sequential-9")).isEqualTo("#fde725");
        Parent page = open(robot);
        robot.interact(((Button) page.lookup(".restore-defaults"))::fire);
        assertThat(ChartTheme.of(theme).tokens().hex("sequential-9")).isEqualTo("#ffea46");
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> Preferences.load(home)
                .text("colours")
                .equals(Optional.of("cividis")));
    }
}
