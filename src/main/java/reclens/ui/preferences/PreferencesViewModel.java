package reclens.ui.preferences;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import reclens.chart.SequentialMap;
import reclens.chart.Theme;
import reclens.chart.Tokens;
import reclens.explanation.Method;
import reclens.text.Sentences;
import reclens.ui.UiText;
import reclens.ui.settings.Settings;
import reclens.ui.settings.ThemeChoice;
import reclens.ui.workbench.FurtherMethods;

/** The words of the preferences, and the seed as it is being typed. */
final class PreferencesViewModel {
    private static final int COLOURS = 10;

    private final Settings settings;
    private final Sentences sentences = new Sentences(UiText.messages());
    private final ReadOnlyStringWrapper scaleNote = new ReadOnlyStringWrapper(this, "scaleNote", "");
    private final StringProperty seedText = new SimpleStringProperty(this, "seedText");
    private final ReadOnlyStringWrapper seedProblem = new ReadOnlyStringWrapper(this, "seedProblem", "");
    private final ReadOnlyStringWrapper methodMeaning = new ReadOnlyStringWrapper(this, "methodMeaning");

    /** @param shown how much larger the window is, which may not have room for what is set */
    PreferencesViewModel(Settings settings, ReadOnlyDoubleProperty shown) {
        this.settings = settings;
        scaleNote.bind(Bindings.createStringBinding(
                () -> limited(settings.scaleProperty().get(), shown.get()), settings.scaleProperty(), shown));
        seedText.set(settings.seedProperty().get().toString());
        settings.seedProperty().addListener((p, was, now) -> seedText.set(now.toString()));
        settings.methodProperty().addListener((p, was, now) -> methodMeaning.set(meaning(now)));
        methodMeaning.set(meaning(settings.methodProperty().get()));
    }

    Settings settings() {
        return settings;
    }

    static String name(ThemeChoice theme) {
        return UiText.get("prefs.theme." + theme.name().toLowerCase(java.util.Locale.ROOT));
    }

    static String name(SequentialMap map) {
        return UiText.get("prefs.colours." + map.key());
    }

    /** The map from 0 to its end, as {@code #rrggbb}. */
    static List<String> colours(SequentialMap map) {
        List<String> colours = new ArrayList<>();
        for (int i = 0; i < COLOURS; i++) {
            colours.add(Tokens.of(Theme.LIGHT, map).hex("sequential-" + i));
        }
        return colours;
    }

    static String scaleName(int percent) {
        return UiText.format("prefs.scale.percent", Integer.toString(percent));
    }

    private static String limited(int percent, double shown) {
        int room = (int) Math.floor(shown * 100);
        return room >= percent ? "" : UiText.format("prefs.scale.limited", Integer.toString(room));
    }

    /** Why the size is less than what is set; empty where it is not. */
    ReadOnlyStringProperty scaleNoteProperty() {
        return scaleNote.getReadOnlyProperty();
    }

    /** Empty is the method that is recommended for the model. */
    static List<Optional<Method>> methods() {
        List<Optional<Method>> all = new ArrayList<>();
        all.add(Optional.empty());
        FurtherMethods.all().forEach(m -> all.add(Optional.of(m)));
        return all;
    }

    String name(Optional<Method> method) {
        return method.map(sentences::methodName).orElseGet(() -> UiText.get("prefs.method.recommended"));
    }

    private String meaning(Optional<Method> method) {
        return method.map(m -> sentences.methodMeaning(m) + " " + UiText.get("prefs.method.refused"))
                .orElseGet(() -> UiText.get("prefs.method.recommended.meaning"));
    }

    /** What the chosen method is. */
    ReadOnlyStringProperty methodMeaningProperty() {
        return methodMeaning.getReadOnlyProperty();
    }

    /** The seed as typed; it counts when {@link #takeSeed} finds it well formed. */
    StringProperty seedTextProperty() {
        return seedText;
    }

    /** Why the typed seed does not count; empty when it does. */
    ReadOnlyStringProperty seedProblemProperty() {
        return seedProblem.getReadOnlyProperty();
    }

    /** Takes over what was typed. */
    void takeSeed() {
        try {
            settings.seedProperty().set(Settings.seed(seedText.get()));
            seedProblem.set("");
        } catch (NumberFormatException e) {
            seedProblem.set(UiText.format(
                    "prefs.seed.wrong", settings.seedProperty().get().toString()));
        }
    }

    void restoreDefaults() {
        settings.restoreDefaults();
        seedText.set(settings.seedProperty().get().toString());
        seedProblem.set("");
    }
}
