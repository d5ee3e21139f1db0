package reclens.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import reclens.chart.SequentialMap;
import reclens.domain.UsageException;
import reclens.explanation.Method;
import reclens.session.Preferences;
import reclens.text.Messages;
import reclens.ui.UiText;

/**
 * The preferences of the window, typed. A change is put into {@link Preferences} at once; a value there that makes no sense,
 * as in a damaged file, counts as not set. Call on the window's thread.
 */
public final class Settings {
    /** Sizes of the interface in percent. */
    public static final List<Integer> SCALES = List.of(100, 125, 150, 175);
    /** As many rows of bars as the page has room for. */
    public static final int TOP_AS_FIT = 0;

    public static final int TOP_ALL = Integer.MAX_VALUE;
    public static final List<Integer> TOPS = List.of(TOP_AS_FIT, 5, 10, 20, TOP_ALL);
    private static final long SEED = 1;

    private final Preferences preferences;
    private final List<Runnable> presets = new ArrayList<>();
    private Runnable changed = () -> {};

    private final ObjectProperty<ThemeChoice> theme;
    private final ObjectProperty<SequentialMap> colourMap;
    private final ObjectProperty<Integer> scale;
    private final ObjectProperty<Locale> language;
    private final ObjectProperty<Optional<Method>> method;
    private final ObjectProperty<Long> seed;
    private final ObjectProperty<Integer> top;
    private final ObjectProperty<Boolean> restore;

    public Settings(Preferences preferences) {
        this.preferences = preferences;
        theme = kept("theme", ThemeChoice.LIGHT, ThemeChoice::valueOf, ThemeChoice::name);
        colourMap = kept(
                "colours", SequentialMap.CIVIDIS, t -> SequentialMap.valueOf(t.toUpperCase(Locale.ROOT)), m -> m.key());
        scale = kept("scale", 100, t -> oneOf(SCALES, Integer.valueOf(t)), n -> Integer.toString(n));
        language = kept(
                "language",
                Locale.ENGLISH,
                t -> oneOf(Messages.LANGUAGES, Locale.forLanguageTag(t)),
                Locale::toLanguageTag);
        method = kept("method", Optional.<Method>empty(), Settings::method, m -> m.map(Method::key)
                .orElse(""));
        seed = kept("seed", SEED, Settings::seed, s -> Long.toString(s));
        top = kept("top", TOP_AS_FIT, t -> oneOf(TOPS, Integer.valueOf(t)), n -> Integer.toString(n));
        restore = kept("restore", true, t -> oneOf(List.of("true", "false"), t).equals("true"), b -> b.toString());
    }

    private <T> ObjectProperty<T> kept(String key, T preset, Function<String, T> read, Function<T, String> print) {
        ObjectProperty<T> property = new SimpleObjectProperty<>(this, key, preset);
        preferences.text(key).ifPresent(text -> {
            try {
                property.set(read.apply(text));
            } catch (IllegalArgumentException | UsageException e) {
                property.set(preset); // written by another version, or by hand
            }
        });
        property.addListener((p, was, now) -> {
            preferences.put(key, print.apply(now));
            changed.run();
        });
        presets.add(() -> property.set(preset));
        return property;
    }

    private static <T> T oneOf(List<T> choices, T value) {
        if (!choices.contains(value)) {
            throw new IllegalArgumentException(value + " is none of " + choices);
        }
        return value;
    }

    private static Optional<Method> method(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Method.parse(text));
    }

    /**
     * A seed as it is typed.
     *
     * @throws NumberFormatException unless it is a whole number from 0 on
     */
    public static long seed(String text) {
        long seed = Long.parseLong(text.strip());
        if (seed < 0) {
            throw new NumberFormatException(text);
        }
        return seed;
    }

    /** Called after every change, to write the file. */
    public void onChange(Runnable action) {
        changed = action;
    }

    public Preferences preferences() {
        return preferences;
    }

    public ObjectProperty<ThemeChoice> themeProperty() {
        return theme;
    }

    /** Colours of values without a sign, as in heatmaps of attention. */
    public ObjectProperty<SequentialMap> colourMapProperty() {
        return colourMap;
    }

    /** One of {@link #SCALES}. */
    public ObjectProperty<Integer> scaleProperty() {
        return scale;
    }

    public ObjectProperty<Locale> languageProperty() {
        return language;
    }

    /** The method that a workspace opens with; empty for the one that is recommended for its model. */
    public ObjectProperty<Optional<Method>> methodProperty() {
        return method;
    }

    /** Of everything that is drawn at random: orders to compare with, samples of Shapley, users of stories. */
    public ObjectProperty<Long> seedProperty() {
        return seed;
    }

    /** How many events have bars of their own, one of {@link #TOPS}. */
    public ObjectProperty<Integer> topProperty() {
        return top;
    }

    /** Words one of {@link #TOPS}. */
    public static String topName(int choice) {
        return choice == TOP_AS_FIT
                ? UiText.get("why.top.fit")
                : choice == TOP_ALL
                        ? UiText.get("why.top.all")
                        : UiText.format("why.top.first", Integer.toString(choice));
    }

    /** Whether a start brings the last session back. */
    public ObjectProperty<Boolean> restoreProperty() {
        return restore;
    }

    /** Everything as it is before anything is set. */
    public void restoreDefaults() {
        presets.forEach(Runnable::run);
    }
}
