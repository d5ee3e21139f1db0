package reclens.ui.why;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import reclens.chart.FeatureKind;

/** Which kind of features the page shows; kinds of events give way while the open model reads none. */
final class KindChoice {
    private final ObjectProperty<FeatureKind> kind = new SimpleObjectProperty<>(this, "kind", FeatureKind.AGGREGATED);
    /** The kind to come back to with a model that reads events; null where none gave way. */
    private FeatureKind kept;

    ObjectProperty<FeatureKind> property() {
        return kind;
    }

    /** Nothing can be summed over events that are not read: the model's own weights on its fields take that place. */
    void fit(boolean readsHistory) {
        if (!readsHistory && kind.get().ofEvents()) {
            kept = kind.get();
            kind.set(FeatureKind.NATIVE);
        } else if (readsHistory && kept != null) {
            kind.set(kept);
            kept = null;
        }
    }
}
