package reclens.chart;

import java.util.Locale;
import reclens.explanation.EventGroups;
import reclens.explanation.FeatureContribution;

/** What a chart of features shows: those of the behaviours, of the model or by ablation, or the events grouped by something else. */
public enum FeatureKind {
    /** Values of the events that share a feature value, summed. */
    AGGREGATED(null),
    /** Weights that the model itself puts on its fields. */
    NATIVE(null),
    /** The score that is lost when a value is removed from all events. */
    ABLATION(null),
    /** Values of the events, summed by what was done. */
    EVENT(EventGroups.By.EVENT),
    /** Values of the events, summed by session. */
    SESSION(EventGroups.By.SESSION),
    /** Values of the events, summed by how long ago they were. */
    RECENCY(EventGroups.By.RECENCY);

    private final EventGroups.By groups;

    FeatureKind(EventGroups.By groups) {
        this.groups = groups;
    }

    /** Whether it follows the values of the events. */
    public boolean ofEvents() {
        return this != NATIVE && this != ABLATION;
    }

    /** The key in texts, which of the three kinds is that of {@link FeatureContribution#kind()}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Null for product features. */
    EventGroups.By groups() {
        return groups;
    }
}
