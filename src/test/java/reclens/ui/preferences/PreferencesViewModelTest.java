package reclens.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.SimpleDoubleProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reclens.explanation.Method;
import reclens.session.Preferences;
import reclens.ui.settings.Settings;

class PreferencesViewModelTest {
    private final SimpleDoubleProperty shown = new SimpleDoubleProperty(1);
    private Settings settings;
    private PreferencesViewModel model;

    @BeforeEach
    void make(@TempDir Path home) {
        settings = new Settings(Preferences.load(home));
        model = new PreferencesViewModel(settings, shown);
    }

    @Test
    void aWellFormedSeedIsTakenOver() {
        model.seedTextProperty().set(" 42 ");
        model.takeSeed();
        assertThat(settings.seedProperty().get()).isEqualTo(42);
        assertThat(model.seedProblemProperty().get()).isEmpty();
    }

    @Test
    void anotherSeedIsRefusedNamingTheOneThatIsKept() {
        model.seedTextProperty().set("seven");
        model.takeSeed();
        assertThat(settings.seedProperty().get()).isEqualTo(1);
        assertThat(model.seedProblemProperty().get()).isEqualTo("A whole number from 0 on; 1 is kept.");
    }

    @Test
    void defaultsTakeBackWhatWasTyped() {
        model.seedTextProperty().set("x");
        model.takeSeed();
        model.restoreDefaults();
        assertThat(model.seedTextProperty().get()).isEqualTo("1");
        assertThat(model.seedProblemProperty().get()).isEmpty();
    }

    @Test
    void theMethodSaysWhatItIs() {
        assertThat(model.methodMeaningProperty().get()).startsWith("Leave-one-out");
        settings.methodProperty().set(Optional.of(Method.SHAPLEY));
        assertThat(model.methodMeaningProperty().get()).contains("many subsets").endsWith("the recommended one.");
    }

    @Test
    void theRecommendedMethodIsTheFirstChoice() {
        assertThat(PreferencesViewModel.methods().get(0)).isEmpty();
        assertThat(PreferencesViewModel.methods()).hasSize(Method.values().length + 1);
    }
}
