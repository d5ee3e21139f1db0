package reclens.ui.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/** A row of joined buttons of which exactly one is chosen. */
public final class Segmented<T> extends HBox {
    private static final PseudoClass BY_KEYS = PseudoClass.getPseudoClass("by-keys");

    private final ObjectProperty<T> value = new SimpleObjectProperty<>(this, "value");
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
    private final String name;
    private ToggleGroup group = new ToggleGroup();

    /** @param name what is chosen, for screen readers */
    public Segmented(String name) {
        this.name = name;
        getStyleClass().add("segmented");
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        value.addListener((p, was, now) -> select(now));
        // Arrow keys move the focus without making it visible.
        addEventFilter(KeyEvent.KEY_PRESSED, e -> pseudoClassStateChanged(BY_KEYS, true));
        addEventFilter(MouseEvent.MOUSE_PRESSED, e -> pseudoClassStateChanged(BY_KEYS, false));
    }

    public ObjectProperty<T> valueProperty() {
        return value;
    }

    public T value() {
        return value.get();
    }

    public Segmented<T> options(List<T> options, Function<T, String> text) {
        List<String> wanted = options.stream().map(text).toList();
        if (options.equals(List.copyOf(buttons.keySet()))
                && wanted.equals(
                        buttons.values().stream().map(ToggleButton::getText).toList())) {
            return this; // new buttons would have their styles looked up, and lose the focus
        }
        group = new ToggleGroup();
        buttons.clear();
        for (T option : options) {
            ToggleButton button = new ToggleButton(text.apply(option));
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            button.setAccessibleText(name + ": " + text.apply(option));
            button.setOnAction(e -> {
                value.set(option);
                button.setSelected(true); // clicking the chosen one again must not clear it
            });
            buttons.put(option, button);
        }
        getChildren().setAll(buttons.values());
        for (int i = 0; i < options.size(); i++) {
            String place =
                    options.size() == 1 ? "only" : i == 0 ? "first" : i == options.size() - 1 ? "last" : "middle";
            getChildren().get(i).getStyleClass().add("segment-" + place);
        }
        select(value.get());
        return this;
    }

    public Segmented<T> disable(T option, String reason) {
        ToggleButton button = buttons.get(option);
        button.setDisable(true);
        button.setAccessibleHelp(reason);
        return this;
    }

    /** With its name in front. */
    public HBox labelled() {
        Label label = new Label(name);
        label.getStyleClass().add("control-label");
        label.setMinWidth(USE_PREF_SIZE);
        HBox box = new HBox(8, label, this);
        box.getStyleClass().add("labelled");
        return box;
    }

    private void select(T option) {
        ToggleButton button = buttons.get(option);
        group.selectToggle(button);
    }
}
