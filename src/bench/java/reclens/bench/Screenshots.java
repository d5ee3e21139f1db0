package reclens.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import reclens.session.Preferences;
import reclens.text.Messages;
import reclens.ui.UiText;
import reclens.ui.dialog.FxDialogService;
import reclens.ui.selection.SelectionModel;
import reclens.ui.settings.ThemeChoice;
import reclens.ui.shell.MainView;
import reclens.ui.task.TaskRunner;
import reclens.ui.theme.ThemeManager;
import reclens.ui.workbench.Workbench;

/**
 * Pictures of every view in both languages and themes and at three sizes, as {@code view-theme-language-WxH.png}. Run in the
 * project's folder, on a display of 2560 x 1440 without a window manager, with
 * {@code java -cp ... reclens.bench.Screenshots FOLDER [PATTERN]}; a picture is made if PATTERN is found in its name.
 */
public final class Screenshots {
    private static final List<Dimension2D> SIZES =
            List.of(new Dimension2D(1280, 800), new Dimension2D(1440, 900), new Dimension2D(2560, 1440));
    private static final List<ThemeChoice> THEMES = List.of(ThemeChoice.LIGHT, ThemeChoice.DARK);

    private static Path folder;
    private static Pattern wanted;

    private Screenshots() {}

    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true"); // pictures are written by way of AWT, the display is JavaFX's
        folder = Files.createDirectories(Path.of(args[0]));
        wanted = Pattern.compile(args.length > 1 ? args[1] : "");
        Application.launch(Camera.class);
    }

    /** The window, and the script that drives it. */
    public static final class Camera extends Application {
        private Stage stage;

        @Override
        public void start(Stage first) {
            stage = first;
            stage.setX(0);
            stage.setY(0);
            Platform.setImplicitExit(false);
            Thread script = new Thread(this::script, "script");
            script.setDaemon(true);
            script.start();
        }

        private void script() {
            try {
                for (Locale language : Messages.LANGUAGES) {
                    if (SIZES.stream().anyMatch(size -> THEMES.stream().anyMatch(theme -> ScreenshotTour.names()
                            .anyMatch(name -> wants(name(name, theme, language, size)))))) {
                        pictures(language);
                    }
                }
            } finally {
                Platform.exit();
            }
        }

        private boolean wants(String name) {
            return wanted.matcher(name).find();
        }

        private static String name(String view, ThemeChoice theme, Locale language, Dimension2D size) {
            return String.format(
                    Locale.ROOT,
                    "%s-%s-%s-%.0fx%.0f",
                    view,
                    theme.name().toLowerCase(Locale.ROOT),
                    language.getLanguage(),
                    size.getWidth(),
                    size.getHeight());
        }

        private void pictures(Locale language) {
            UiText.use(language);
            Locale.setDefault(language); // as the application does, for the words of the toolkit
            Preferences preferences = Preferences.load(temporary());
            preferences.put("language", language.toLanguageTag());
            ScreenshotTour tour = FxThread.get(() -> window(preferences));
            for (Dimension2D size : SIZES) {
                for (ThemeChoice theme : THEMES) {
                    List<String> views = ScreenshotTour.names()
                            .filter(view -> wants(name(view, theme, language, size)))
                            .toList();
                    if (views.isEmpty()) {
                        continue;
                    }
                    FxThread.run(() -> {
                        tour.theme().settings().themeProperty().set(theme);
                        stage.setWidth(size.getWidth());
                        stage.setHeight(size.getHeight());
                    });
                    FxThread.run(() -> new Robot().mouseMove(size.getWidth() / 2, size.getHeight() - 1));
                    for (String view : views) {
                        tour.go(view);
                        FxThread.run(() -> arrange(size, tour.fills(view)));
                        tour.settle();
                        write(
                                FxThread.get(() -> capture(place(size))),
                                folder.resolve(name(view, theme, language, size) + ".png"));
                        tour.leave(view);
                    }
                }
            }
        }

        private ScreenshotTour window(Preferences preferences) {
            ThemeManager theme = new ThemeManager(preferences);
            FxDialogService dialogs = new FxDialogService(() -> stage, theme);
            TaskRunner runner = new TaskRunner(Platform::runLater);
            Workbench workbench = new Workbench(
                    runner, new SelectionModel(), fault -> dialogs.showError(UiText.get("error.title"), fault));
            MainView view = new MainView(workbench, dialogs, preferences, theme);
            Scene scene = new Scene(view);
            theme.follow(scene);
            stage.setScene(scene);
            stage.show();
            return new ScreenshotTour(stage, runner, workbench, view, theme, dialogs);
        }

        private static Path temporary() {
            try {
                return Files.createTempDirectory("reclens-screenshots");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** There is no window manager: further windows are put into place here, and those that work is done in are given all of it. */
        private void arrange(Dimension2D size, boolean fill) {
            for (Window window : Window.getWindows()) {
                if (window instanceof Stage further && further != stage) {
                    if (fill) {
                        further.setWidth(size.getWidth());
                        further.setHeight(size.getHeight());
                    }
                    further.setX((size.getWidth() - further.getWidth()) / 2);
                    further.setY((size.getHeight() - further.getHeight()) / 2);
                    further.toFront();
                }
            }
        }

        /** Of the main window, or of a smaller one over it. */
        private Rectangle2D place(Dimension2D size) {
            return Window.getWindows().stream()
                    .filter(window -> window instanceof Stage && window != stage)
                    .reduce((first, last) -> last)
                    .map(window -> new Rectangle2D(window.getX(), window.getY(), window.getWidth(), window.getHeight()))
                    .orElse(new Rectangle2D(0, 0, size.getWidth(), size.getHeight()));
        }

        private static BufferedImage capture(Rectangle2D place) {
            WritableImage seen = new Robot().getScreenCapture(null, place);
            int width = (int) seen.getWidth();
            int height = (int) seen.getHeight();
            int[] pixels = new int[width * height];
            seen.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            image.setRGB(0, 0, width, height, pixels, 0, width);
            return image;
        }

        private static void write(BufferedImage image, Path file) {
            try {
                ImageIO.write(image, "png", file.toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
