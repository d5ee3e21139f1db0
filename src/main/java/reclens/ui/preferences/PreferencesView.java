package reclens.ui.preferences;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import reclens.chart.SequentialMap;
import reclens.explanation.Method;
import reclens.text.Messages;
import reclens.ui.UiText;
import reclens.ui.control.Segmented;
import reclens.ui.settings.Settings;
import reclens.ui.settings.ThemeChoice;

/** Everything that is set once and for all, on one page. */
final class PreferencesView extends BorderPane {
    private static final double NAMES = 184;
    private static final double CHOICES = 260;
    private static final double STRIP = 240;

    private final PreferencesViewModel model;

    /** @param close closes the window */
    PreferencesView(PreferencesViewModel model, Runnable close) {
        this.model = model;
        getStyleClass().add("preferences");
        VBox page = new VBox(12);
        page.getStyleClass().add("wizard-page");
        page.getChildren()
                .addAll(
                        section("prefs.appearance"),
                        theme(),
                        colours(),
                        scale(),
                        language(),
                        section("prefs.explanations"),
                        method(),
                        top(),
                        seed(),
                        section("prefs.start"),
                        restore());
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("view-scroll");
        setCenter(scroll);
        setBottom(foot(close));
    }

    private static Label section(String key) {
        Label title = new Label(UiText.get(key));
        title.getStyleClass().addAll("section-title", "preferences-section");
        return title;
    }

    private Node theme() {
        Segmented<ThemeChoice> choice = new Segmented<ThemeChoice>(UiText.get("prefs.theme"))
                .options(List.of(ThemeChoice.values()), PreferencesViewModel::name);
        choice.valueProperty().bindBidirectional(model.settings().themeProperty());
        return row("prefs.theme", choice);
    }

    private Node colours() {
        ComboBox<SequentialMap> choice =
                box("prefs.colours", List.of(SequentialMap.values()), PreferencesViewModel::name);
        choice.valueProperty().bindBidirectional(model.settings().colourMapProperty());
        Region strip = new Region();
        strip.getStyleClass().add("colour-strip");
        strip.setPrefWidth(STRIP);
        strip.setMinHeight(12);
        strip.setMaxHeight(12);
        choice.valueProperty().addListener((p, was, now) -> paint(strip, now));
        paint(strip, choice.getValue());
        HBox both = new HBox(12, choice, strip);
        both.setAlignment(Pos.CENTER_LEFT);
        return row("prefs.colours", new VBox(4, both, note("prefs.colours.note")));
    }

    private static void paint(Region strip, SequentialMap map) {
        strip.setStyle("-fx-background-color: linear-gradient(to right, "
                + String.join(", ", PreferencesViewModel.colours(map)) + ");");
    }

    private Node scale() {
        Segmented<Integer> choice = new Segmented<Integer>(UiText.get("prefs.scale"))
                .options(Settings.SCALES, PreferencesViewModel::scaleName);
        choice.valueProperty().bindBidirectional(model.settings().scaleProperty());
        Label limited = new Label();
        limited.getStyleClass().addAll("second-line", "scale-limited");
        limited.setWrapText(true);
        limited.setMinHeight(USE_PREF_SIZE);
        limited.textProperty().bind(model.scaleNoteProperty());
        limited.visibleProperty().bind(limited.textProperty().isNotEmpty());
        limited.managedProperty().bind(limited.visibleProperty());
        return row("prefs.scale", new VBox(4, choice, limited));
    }

    private Node language() {
        Segmented<Locale> choice = new Segmented<Locale>(UiText.get("prefs.language"))
                .options(Messages.LANGUAGES, locale -> locale.getDisplayLanguage(locale));
        choice.valueProperty().bindBidirectional(model.settings().languageProperty());
        return row("prefs.language", choice);
    }

    private Node method() {
        ComboBox<Optional<Method>> choice = box("prefs.method", PreferencesViewModel.methods(), model::name);
        choice.valueProperty().bindBidirectional(model.settings().methodProperty());
        Label meaning = new Label();
        meaning.getStyleClass().add("second-line");
        meaning.setWrapText(true);
        meaning.setMinHeight(USE_PREF_SIZE);
        meaning.textProperty().bind(model.methodMeaningProperty());
        return row("prefs.method", new VBox(4, choice, meaning));
    }

    private Node top() {
        ComboBox<Integer> choice = box("prefs.top", Settings.TOPS, Settings::topName);
        choice.valueProperty().bindBidirectional(model.settings().topProperty());
        return row("prefs.top", choice);
    }

    private Node seed() {
        TextField field = new TextField();
        field.getStyleClass().add("seed-field");
        field.setPrefColumnCount(10);
        field.setMaxWidth(USE_PREF_SIZE);
        field.setAccessibleText(UiText.get("prefs.seed"));
        field.textProperty().bindBidirectional(model.seedTextProperty());
        field.setOnAction(e -> model.takeSeed());
        field.focusedProperty().addListener((p, was, now) -> {
            if (!now) {
                model.takeSeed();
            }
        });
        Label problem = new Label();
        problem.getStyleClass().add("lab-problem");
        problem.textProperty().bind(model.seedProblemProperty());
        problem.visibleProperty().bind(model.seedProblemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return row("prefs.seed", new VBox(4, field, problem, note("prefs.seed.meaning")));
    }

    private Node restore() {
        CheckBox box = new CheckBox(UiText.get("prefs.restore"));
        box.selectedProperty().set(model.settings().restoreProperty().get());
        box.selectedProperty()
                .addListener((p, was, now) -> model.settings().restoreProperty().set(now));
        model.settings().restoreProperty().addListener((p, was, now) -> box.setSelected(now));
        return box;
    }

    private Node foot(Runnable close) {
        Button defaults = new Button(UiText.get("prefs.defaults"));
        defaults.getStyleClass().add("restore-defaults");
        defaults.setOnAction(e -> model.restoreDefaults());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button done = new Button(UiText.get("prefs.close"));
        done.setCancelButton(true);
        done.setOnAction(e -> close.run());
        HBox foot = new HBox(8, defaults, gap, done);
        foot.getStyleClass().add("wizard-foot");
        return foot;
    }

    private static Label note(String key) {
        Label note = new Label(UiText.get(key));
        note.getStyleClass().add("second-line");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        return note;
    }

    private static <T> ComboBox<T> box(String key, List<T> choices, Function<T, String> name) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(choices);
        box.setAccessibleText(UiText.get(key));
        box.setPrefWidth(CHOICES);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("the box is not editable");
            }
        });
        return box;
    }

    private static Node row(String key, Node control) {
        Label name = new Label(UiText.get(key));
        name.getStyleClass().add("preference-name");
        name.setWrapText(true);
        name.setMinWidth(NAMES);
        name.setPrefWidth(NAMES);
        HBox.setHgrow(control, Priority.ALWAYS);
        return new HBox(16, name, control);
    }
}
