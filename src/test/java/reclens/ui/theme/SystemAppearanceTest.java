package reclens.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reclens.chart.Theme;
import reclens.ui.theme.SystemAppearance.Answer;

class SystemAppearanceTest {
    private static Optional<Theme> read(String system, Map<String, String> environment, Map<String, Answer> answers) {
        return new SystemAppearance(
                        system,
                        environment,
                        command -> answers.getOrDefault(command.get(command.size() - 1), Answer.NONE))
                .read();
    }

    private static Optional<Theme> linux(Map<String, Answer> answers) {
        return read("Linux", Map.of(), answers);
    }

    private static Answer said(String text) {
        return new Answer(0, text);
    }

    @Test
    void gnomeTellsItsScheme() {
        assertThat(linux(Map.of("color-scheme", said("'prefer-dark'\n")))).contains(Theme.DARK);
        assertThat(linux(Map.of("color-scheme", said("'prefer-light'\n")))).contains(Theme.LIGHT);
    }

    @Test
    void aDesktopWithoutASchemeIsKnownByItsTheme() {
        assertThat(linux(Map.of("color-scheme", said("'default'\n"), "gtk-theme", said("'Yaru-dark'\n"))))
                .contains(Theme.DARK);
        assertThat(linux(Map.of("gtk-theme", said("'Adwaita'\n")))).contains(Theme.LIGHT);
    }

    @Test
    void theEnvironmentOverridesTheDesktop() {
        assertThat(read("Linux", Map.of("GTK_THEME", "Adwaita:dark"), Map.of("color-scheme", said("'prefer-light'"))))
                .contains(Theme.DARK);
    }

    @Test
    void macTellsOnlyOfTheDarkAppearance() {
        assertThat(read("Mac OS X", Map.of(), Map.of("AppleInterfaceStyle", said("Dark\n"))))
                .contains(Theme.DARK);
        assertThat(read("Mac OS X", Map.of(), Map.of("AppleInterfaceStyle", new Answer(1, ""))))
                .contains(Theme.LIGHT);
    }

    @Test
    void windowsTellsByItsRegistry() {
        String line = "\r\n    AppsUseLightTheme    REG_DWORD    0x%d\r\n\r\n";
        assertThat(read("Windows 11", Map.of(), Map.of("AppsUseLightTheme", said(line.formatted(0)))))
                .contains(Theme.DARK);
        assertThat(read("Windows 11", Map.of(), Map.of("AppsUseLightTheme", said(line.formatted(1)))))
                .contains(Theme.LIGHT);
    }

    @Test
    void nobodyTellsWhereTheToolsAreMissing() {
        for (String system : List.of("Linux", "Mac OS X", "Windows 11", "Plan 9")) {
            assertThat(read(system, Map.of(), Map.of())).as(system).isEmpty();
        }
    }
}
