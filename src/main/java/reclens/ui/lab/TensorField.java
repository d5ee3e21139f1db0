package reclens.ui.lab;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A tensor as the user types it.
 *
 * @param name as the mechanism asks for it
 * @param weight whether it is a parameter of the mechanism instead of an input
 * @param text JSON, or numbers in lines
 */
record TensorField(String name, boolean weight, StringProperty text) {
    TensorField(String name, boolean weight, String text) {
        this(name, weight, new SimpleStringProperty(text));
    }
}
