package reclens.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import reclens.domain.Viewpoint;
import reclens.explanation.Method;
import reclens.session.Preferences;
import reclens.session.SavedSession;
import reclens.session.WorkspaceSource;
import reclens.ui.settings.Settings;
import reclens.ui.shell.Screen;
import reclens.ui.task.TaskRunner;
import reclens.ui.theme.HanFont;

/** Another language is chosen in the window: everything is made anew, and shows what it showed before. */
@ExtendWith(ApplicationExtension.class)
class LanguageSwitchTest {
    private static final Path SHOP = Path.of("sample-data", "shop").toAbsolutePath();

    private final TaskRunner runner = new TaskRunner(Platform::runLater);
    private Settings settings;
    private WorkbenchWindow window;
    private Stage stage;

    @Start
    void start(Stage stage) throws Exception {
        this.stage = stage;
        settings = new Settings(Preferences.load(Files.createTempDirectory("reclens-test")));
        window = new WorkbenchWindow(stage, runner, settings);
        window.furnish(1280, 800, shell -> shell.opening()
                .openSession(new SavedSession(
                        WorkspaceSource.folder(SHOP),
                        new Viewpoint("attention", "", "u0007", false, "", -1, "rollout", 0, "1"),
                        Map.of(),
                        Optional.empty(),
                        0)));
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            window.close();
            WorkbenchWindow.speak(Locale.ENGLISH);
        });
        runner.close();
    }

    private void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void awaitExplanation() throws Exception {
        await(() -> window.workbench().explanationProperty().get() != null);
    }

    @Test
    void theWindowSpeaksChineseAtOnceAndShowsWhatItShowed(FxRobot robot) throws Exception {
        awaitExplanation();
        OnScreen english = new OnScreen(window.view(), robot);
        assertThat(english.shows("Attention")).isTrue();
        var before = window.view();

        robot.interact(() -> settings.languageProperty().set(Locale.SIMPLIFIED_CHINESE));

        assertThat(settings.preferences().text("language")).contains("zh-CN");
        if (!HanFont.shows(Locale.SIMPLIFIED_CHINESE)) {
            await(() -> Window.getWindows().size() == 2); // says that there is no font for it
            assertThat(window.view()).isSameAs(before);
            return;
        }
        await(() -> window.view() != before);
        awaitExplanation();
        OnScreen chinese = new OnScreen(window.view(), robot);
        assertThat(chinese.shows(UiText.get("history.title"))).isTrue();
        assertThat(UiText.get("history.title")).isEqualTo("历史");
        assertThat(chinese.shows("History")).isFalse();
        assertThat(window.view().model().screenProperty().get()).isEqualTo(Screen.ATTENTION);
        assertThat(window.workbench().selection().userProperty().get()).isEqualTo("u0007");
        assertThat(window.workbench().selection().methodProperty().get()).isEqualTo(Method.ROLLOUT);
        assertThat(stage.getScene().getWidth()).isEqualTo(1280);
    }
}
