package reclens.ui.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;
import reclens.chart.Theme;
import reclens.chart.Tokens;
import reclens.session.Preferences;
import reclens.ui.UiText;
import reclens.ui.control.ScaledRoot;
import reclens.ui.settings.Settings;
import reclens.ui.settings.ThemeChoice;

/** Theme, colours and size in use; every scene that was handed over, and every chart that listens, follows a change at once. */
public final class ThemeManager {
    /** Preference: how the desktop looked last, for the first frame of a window that follows it. */
    private static final String SYSTEM = "theme.system";

    private static final String CHINESE = ".root, .row-title, .method-name, .button, .button.accent, .button.head-tile,"
            + " .plain-list .list-cell:selected .row-title, .plain-list .list-cell:selected .recommendation-title,"
            + " .plain-list .list-cell:selected .event-title, .plain-list .list-cell:selected .score"
            + " { -fx-font-family: \"FAMILY\"; } .figure { -fx-font-family: \"Roboto\"; }";

    private final Settings settings;
    private final ObjectProperty<Theme> system = new SimpleObjectProperty<>(this, "system", Theme.LIGHT);
    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(this, "theme");
    private final ReadOnlyDoubleWrapper scale = new ReadOnlyDoubleWrapper(this, "scale", 1);
    private final ReadOnlyDoubleWrapper shown = new ReadOnlyDoubleWrapper(this, "shownScale", 1);
    private final List<Scene> scenes = new ArrayList<>();

    public ThemeManager(Preferences preferences) {
        this(new Settings(preferences));
    }

    public ThemeManager(Settings settings) {
        this.settings = settings;
        FontLoader.load();
        settings.preferences().text(SYSTEM).filter(Theme.DARK.name()::equals).ifPresent(dark -> system.set(Theme.DARK));
        settings.themeProperty().addListener((p, was, now) -> choose());
        system.addListener((p, was, now) -> choose());
        choose();
        useThemeOfControls();
        scale.set(settings.scaleProperty().get() / 100.0);
        shown.bind(scale);
        theme.addListener((p, was, now) -> {
            useThemeOfControls();
            scenes.forEach(this::style);
        });
        settings.colourMapProperty().addListener((p, was, now) -> scenes.forEach(this::style));
        settings.scaleProperty().addListener((p, was, now) -> {
            scale.set(now / 100.0);
        });
        shown.addListener((p, was, now) -> scenes.forEach(this::style));
    }

    private void choose() {
        theme.set(settings.themeProperty().get().theme(system.get()));
    }

    private void useThemeOfControls() {
        Application.setUserAgentStylesheet(BaseSheets.of(theme()));
    }

    public Settings settings() {
        return settings;
    }

    public ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    public Theme theme() {
        return theme.get();
    }

    /** Size of the interface; 1 is the size that it was drawn for. */
    public ReadOnlyDoubleProperty scaleProperty() {
        return scale.getReadOnlyProperty();
    }

    /** Size that the main window has room for; at most {@link #scaleProperty}. */
    public ReadOnlyDoubleProperty shownScaleProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Tells what the desktop looks like. */
    void setSystem(Theme desktop) {
        settings.preferences().put(SYSTEM, desktop.name());
        system.set(desktop);
    }

    /** From dark to light or back; from then on the desktop is not followed. */
    public void toggle() {
        settings.themeProperty().set(theme() == Theme.DARK ? ThemeChoice.LIGHT : ThemeChoice.DARK);
    }

    /** Shows a scene in theme and in the size of the main window from now on. Its root may be wrapped: look at what is inside through the root. */
    public void follow(Scene scene) {
        follow(scene, 0, 0);
    }

    /**
     * As {@link #follow(Scene)}, but no larger than what leaves the inside the room that it needs.
     *
     * @param leastWidth pixels that the inside needs at 100%
     */
    public void followWithin(Scene scene, double leastWidth, double leastHeight) {
        follow(scene, leastWidth, leastHeight);
        shown.bind(((ScaledRoot) scene.getRoot()).scaleProperty());
    }

    /** Ends {@link #follow(Scene)}, for windows that are made anew each time. */
    public void unfollow(Scene scene) {
        scenes.remove(scene);
    }

    /**
     * Gives a window over or beside the main one its size.
     *
     * @param width pixels that it was drawn for at 100%; what is beyond the screen could not be reached
     */
    public void size(Stage stage, double width, double height) {
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(width * shown.get(), room.getWidth()));
        stage.setHeight(Math.min(height * shown.get(), room.getHeight()));
    }

    /** As {@link #size}, anew when the size of the interface changes: for a window that is made once. */
    public void keepSize(Stage stage, double width, double height) {
        size(stage, width, height);
        shown.addListener((p, was, now) -> size(stage, width, height));
    }

    private void follow(Scene scene, double leastWidth, double leastHeight) {
        Parent root = scene.getRoot();
        if (!(root instanceof ScaledRoot)) {
            boolean main = leastWidth > 0;
            ScaledRoot scaled = new ScaledRoot(main ? scale : shown, leastWidth, leastHeight);
            scene.setRoot(scaled);
            scaled.show((Region) root);
        }
        scenes.add(scene);
        style(scene);
    }

    private void style(Scene scene) {
        List<String> sheets = new ArrayList<>(List.of(tokens(), StyleSheets.plain()));
        if (shown.get() != 1) {
            sheets.add(StyleSheets.popups(shown.get()));
        }
        addFamily(sheets);
        scene.getStylesheets().setAll(sheets);
    }

    /** The tokens of the theme and the rules that use them, for the panes of dialogs. */
    public List<String> stylesheets() {
        List<String> sheets = new ArrayList<>(
                List.of(tokens(), shown.get() == 1 ? StyleSheets.plain() : StyleSheets.scaled(shown.get())));
        addFamily(sheets);
        return List.copyOf(sheets);
    }

    private String tokens() {
        return StyleSheets.inline(
                Tokens.of(theme(), settings.colourMapProperty().get()).css());
    }

    private static void addFamily(List<String> sheets) {
        chineseFamily().ifPresent(family -> sheets.add(StyleSheets.inline(CHINESE.replace("FAMILY", family))));
    }

    /** JavaFX shows boxes for Chinese unless a family that has it is named. */
    private static Optional<String> chineseFamily() {
        if (!UiText.locale().getLanguage().equals("zh")) {
            return Optional.empty();
        }
        return HanFont.family();
    }
}
