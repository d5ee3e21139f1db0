package reclens.ui.theme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import reclens.chart.Theme;

/**
 * Whether the desktop is light or dark, as its own tools tell it: GNOME's settings (which KDE and Xfce follow), the defaults of
 * macOS, the registry of Windows. JavaFX has no way to ask before version 22. Runs programs: call in the background.
 */
final class SystemAppearance {
    private static final long PATIENCE_SECONDS = 2;
    private static final List<String> SCHEME =
            List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme");
    private static final List<String> GTK_THEME =
            List.of("gsettings", "get", "org.gnome.desktop.interface", "gtk-theme");
    private static final List<String> MAC = List.of("defaults", "read", "-g", "AppleInterfaceStyle");
    private static final List<String> WINDOWS = List.of(
            "reg",
            "query",
            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
            "/v",
            "AppsUseLightTheme");

    private final String system;
    private final Map<String, String> environment;
    private final Function<List<String>, Answer> programs;

    /**
     * What a program said.
     *
     * @param exit its exit code; negative when it could not be run or did not end in time
     * @param text its output
     */
    record Answer(int exit, String text) {
        static final Answer NONE = new Answer(-1, "");
    }

    /** Of this machine. */
    SystemAppearance() {
        this(System.getProperty("os.name", ""), System.getenv(), SystemAppearance::run);
    }

    SystemAppearance(String system, Map<String, String> environment, Function<List<String>, Answer> programs) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.environment = environment;
        this.programs = programs;
    }

    /** Empty where nobody tells. */
    Optional<Theme> read() {
        if (system.startsWith("mac")) {
            Answer answer = programs.apply(MAC);
            // The setting does not exist while the light appearance is on, which the tool answers with exit code 1.
            return answer.exit() < 0 ? Optional.empty() : theme(answer.text().contains("Dark"));
        }
        if (system.startsWith("windows")) {
            Answer answer = programs.apply(WINDOWS);
            return answer.exit() == 0 && answer.text().contains("0x")
                    ? theme(answer.text().strip().endsWith("0x0"))
                    : Optional.empty();
        }
        return gtk();
    }

    private Optional<Theme> gtk() {
        String forced = environment.getOrDefault("GTK_THEME", "");
        if (!forced.isEmpty()) {
            return theme(isDark(forced));
        }
        Answer scheme = programs.apply(SCHEME);
        if (scheme.exit() == 0 && scheme.text().contains("prefer-")) {
            return theme(scheme.text().contains("prefer-dark"));
        }
        // Desktops older than the scheme, and those that leave it at "default", name a theme.
        Answer name = programs.apply(GTK_THEME);
        return name.exit() == 0 && !name.text().isBlank() ? theme(isDark(name.text())) : Optional.empty();
    }

    private static boolean isDark(String name) {
        return name.toLowerCase(Locale.ROOT).contains("dark");
    }

    private static Optional<Theme> theme(boolean dark) {
        return Optional.of(dark ? Theme.DARK : Theme.LIGHT);
    }

    private static Answer run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            try {
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    return Answer.NONE;
                }
                String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return new Answer(process.exitValue(), text);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return Answer.NONE; // not installed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.NONE;
        }
    }
}
