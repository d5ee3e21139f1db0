package reclens.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import reclens.chart.Theme;
import reclens.chart.Tokens;
import reclens.session.Preferences;
import reclens.ui.UiText;

/** The theme in use; every scene that was handed over, and every chart that listens, follows a change at once. */
public final class ThemeManager {
    private static final String KEY = "theme";

    private static final String CHINESE = ".root, .row-title, .method-name, .button, .button.accent, .button.head-tile,"
            + " .plain-list .list-cell:selected .row-title, .plain-list .list-cell:selected .recommendation-title,"
            + " .plain-list .list-cell:selected .event-title, .plain-list .list-cell:selected .score"
            + " { -fx-font-family: \"FAMILY\"; } .figure { -fx-font-family: \"Roboto\"; }";

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, KEY);
    private final List<Scene> scenes = new ArrayList<>();

    public ThemeManager(Preferences preferences) {
        FontLoader.load();
        theme.addListener((p, was, now) -> {
            Application.setUserAgentStylesheet(
                    (now == Theme.DARK ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
            scenes.forEach(this::style);
            preferences.put(KEY, now.name());
        });
        theme.set(preferences.text(KEY).filter(Theme.DARK.name()::equals).isPresent() ? Theme.DARK : Theme.LIGHT);
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public Theme theme() {
        return theme.get();
    }

    public void toggle() {
        theme.set(theme() == Theme.DARK ? Theme.LIGHT : Theme.DARK);
    }

    public void follow(Scene scene) {
        scenes.add(scene);
        style(scene);
    }

    private void style(Scene scene) {
        scene.getStylesheets().setAll(stylesheets());
    }

    /** The tokens of the theme and the rules that use them; also for the panes of dialogs. */
    public List<String> stylesheets() {
        String tokens = Base64.getEncoder().encodeToString(Tokens.css(theme()).getBytes(StandardCharsets.UTF_8));
        List<String> sheets = new ArrayList<>(List.of(
                "data:text/css;base64," + tokens,
                Objects.requireNonNull(ThemeManager.class.getResource("/reclens/ui/reclens.css"))
                        .toExternalForm()));
        chineseFamily().ifPresent(family -> sheets.add(inline(CHINESE.replace("FAMILY", family))));
        return List.copyOf(sheets);
    }

    /** JavaFX shows boxes for Chinese unless a family that has it is named. */
    private static Optional<String> chineseFamily() {
        if (!UiText.locale().getLanguage().equals("zh")) {
            return Optional.empty();
        }
        return HanFont.family();
    }

    private static String inline(String css) {
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
