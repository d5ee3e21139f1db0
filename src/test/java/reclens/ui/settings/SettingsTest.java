package reclens.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reclens.chart.SequentialMap;
import reclens.explanation.Method;
import reclens.session.Preferences;

class SettingsTest {
    @TempDir
    Path home;

    private Settings settings;

    @BeforeEach
    void load() {
        settings = new Settings(Preferences.load(home));
    }

    private Settings nextStart() {
        assertThat(settings.preferences().save()).isTrue();
        return new Settings(Preferences.load(home));
    }

    private Settings of(String file) throws IOException {
        Files.writeString(home.resolve("preferences.properties"), file);
        return new Settings(Preferences.load(home));
    }

    @Test
    void everythingIsThereAtTheNextStart() {
        settings.themeProperty().set(ThemeChoice.SYSTEM);
        settings.colourMapProperty().set(SequentialMap.VIRIDIS);
        settings.scaleProperty().set(125);
        settings.languageProperty().set(Locale.SIMPLIFIED_CHINESE);
        settings.methodProperty().set(Optional.of(Method.SHAPLEY));
        settings.seedProperty().set(7L);
        settings.topProperty().set(Settings.TOP_ALL);
        settings.restoreProperty().set(false);

        Settings next = nextStart();

        assertThat(next.themeProperty().get()).isEqualTo(ThemeChoice.SYSTEM);
        assertThat(next.colourMapProperty().get()).isEqualTo(SequentialMap.VIRIDIS);
        assertThat(next.scaleProperty().get()).isEqualTo(125);
        assertThat(next.languageProperty().get()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(next.methodProperty().get()).contains(Method.SHAPLEY);
        assertThat(next.seedProperty().get()).isEqualTo(7);
        assertThat(next.topProperty().get()).isEqualTo(Settings.TOP_ALL);
        assertThat(next.restoreProperty().get()).isFalse();
    }

    @Test
    void theRecommendedMethodIsRememberedAsNone() {
        settings.methodProperty().set(Optional.of(Method.ALTI));
        settings.methodProperty().set(Optional.empty());
        assertThat(nextStart().methodProperty().get()).isEmpty();
    }

    @Test
    void aDamagedValueCountsAsNotSetAndLeavesTheOthers() throws IOException {
        Settings damaged = of(
                "theme=PURPLE\ncolours=rainbow\nscale=99\nlanguage=xx\nmethod=magic\nseed=-1\ntop=3\nrestore=maybe\n");
        assertThat(damaged.themeProperty().get()).isEqualTo(ThemeChoice.LIGHT);
        assertThat(damaged.colourMapProperty().get()).isEqualTo(SequentialMap.CIVIDIS);
        assertThat(damaged.scaleProperty().get()).isEqualTo(100);
        assertThat(damaged.languageProperty().get()).isEqualTo(Locale.ENGLISH);
        assertThat(damaged.methodProperty().get()).isEmpty();
        assertThat(damaged.seedProperty().get()).isEqualTo(1);
        assertThat(damaged.topProperty().get()).isZero();
        assertThat(damaged.restoreProperty().get()).isTrue();
        assertThat(of("scale=ninety\ntheme=DARK\n").themeProperty().get()).isEqualTo(ThemeChoice.DARK);
    }

    @Test
    void aFileThatIsNoTextCountsAsEmpty() throws IOException {
        Files.write(
                home.resolve("preferences.properties"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, '\\', 'u', 'z'});
        assertThat(new Settings(Preferences.load(home)).scaleProperty().get()).isEqualTo(100);
    }

    @Test
    void tellsOfEveryChange() {
        int[] told = {0};
        settings.onChange(() -> told[0]++);
        settings.scaleProperty().set(150);
        settings.scaleProperty().set(150);
        settings.seedProperty().set(2L);
        assertThat(told[0]).isEqualTo(2);
    }

    @Test
    void defaultsComeBack() {
        settings.themeProperty().set(ThemeChoice.DARK);
        settings.scaleProperty().set(175);
        settings.restoreDefaults();
        assertThat(settings.themeProperty().get()).isEqualTo(ThemeChoice.LIGHT);
        assertThat(nextStart().scaleProperty().get()).isEqualTo(100);
    }

    @Test
    void aSeedIsAWholeNumberFromZeroOn() {
        assertThat(Settings.seed(" 42 ")).isEqualTo(42);
        assertThatThrownBy(() -> Settings.seed("-3")).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> Settings.seed("1.5")).isInstanceOf(NumberFormatException.class);
    }
}
