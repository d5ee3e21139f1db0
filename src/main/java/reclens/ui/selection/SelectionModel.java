package reclens.ui.selection;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import reclens.explanation.Method;

/** What is selected. Panes bind to these properties and set them; there is no other way between panes. */
public final class SelectionModel {
    /** Stands for "nothing selected". */
    public static final int NONE = -1;

    private final StringProperty user = new SimpleStringProperty(this, "user", "");
    private final IntegerProperty event = new SimpleIntegerProperty(this, "event", NONE);
    private final IntegerProperty item = new SimpleIntegerProperty(this, "item", NONE);
    private final IntegerProperty rival = new SimpleIntegerProperty(this, "rival", NONE);
    private final ObjectProperty<Method> method = new SimpleObjectProperty<>(this, "method", Method.LEAVE_ONE_OUT);
    private final IntegerProperty layer = new SimpleIntegerProperty(this, "layer", 0);
    private final ObjectProperty<HeadChoice> head = new SimpleObjectProperty<>(this, "head", HeadChoice.MEAN);

    /** User id; empty when none. */
    public StringProperty userProperty() {
        return user;
    }

    /** Position of an event in the user's whole history; {@link #NONE} when none. */
    public IntegerProperty eventProperty() {
        return event;
    }

    /** The model's index of the recommended item; {@link #NONE} when none. */
    public IntegerProperty itemProperty() {
        return item;
    }

    /** The item that is asked about as "why the recommended one, not this"; {@link #NONE} when none was. */
    public IntegerProperty rivalProperty() {
        return rival;
    }

    /** Asks why the recommended item rather than another; asking the same again counts as asking. */
    public void askWhyNot(int other) {
        rival.set(NONE);
        rival.set(other);
    }

    /** The method whose values bars show. */
    public ObjectProperty<Method> methodProperty() {
        return method;
    }

    /** 0-based attention layer. */
    public IntegerProperty layerProperty() {
        return layer;
    }

    public ObjectProperty<HeadChoice> headProperty() {
        return head;
    }

    public int event() {
        return event.get();
    }

    /** Selects an event; selecting it again clears it. */
    public void toggleEvent(int position) {
        event.set(event.get() == position ? NONE : position);
    }

    public void clearEvent() {
        event.set(NONE);
    }
}
