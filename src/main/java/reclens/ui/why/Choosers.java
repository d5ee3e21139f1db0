package reclens.ui.why;

import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** Boxes that offer values by name. */
final class Choosers {
    private Choosers() {}

    static <T> ComboBox<T> of(String name, Function<T, String> text) {
        ComboBox<T> box = new ComboBox<>();
        box.setAccessibleText(name);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public T fromString(String string) {
                throw new UnsupportedOperationException("the box cannot be typed into");
            }
        });
        return box;
    }
}
