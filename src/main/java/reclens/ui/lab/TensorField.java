package reclens.ui.lab;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import reclens.domain.DoubleTensor;
import reclens.files.MechanismCaseReader;

/** A tensor as the user types it. Until it is typed over, it is the one it came from, with all its digits. */
final class TensorField {
    private final String name;
    private final boolean weight;
    private final DoubleTensor origin;
    private final String originText;
    private final StringProperty text;

    /**
     * @param name as the mechanism asks for it
     * @param weight whether it is a parameter of the mechanism instead of an input
     */
    TensorField(String name, boolean weight, DoubleTensor origin) {
        this.name = name;
        this.weight = weight;
        this.origin = origin;
        this.originText = TensorText.of(origin);
        this.text = new SimpleStringProperty(originText);
    }

    String name() {
        return name;
    }

    boolean weight() {
        return weight;
    }

    /** JSON, or numbers in lines. */
    StringProperty text() {
        return text;
    }

    /** What is typed now, to be read later and elsewhere. */
    Typed typed() {
        return new Typed(name, text.get(), text.get().equals(originText) ? origin : null);
    }

    /** @param origin the tensor itself; null when it must be read from the text */
    record Typed(String name, String text, DoubleTensor origin) {
        /** @throws reclens.domain.DataException when the text is no tensor */
        DoubleTensor read() {
            return origin != null ? origin : MechanismCaseReader.tensor(name, text);
        }
    }
}
