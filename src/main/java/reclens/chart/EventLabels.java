package reclens.chart;

import reclens.domain.Catalog;
import reclens.domain.HistoryWindow;
import reclens.domain.Interaction;
import reclens.text.Sentences;

/** Labels of the events of a window. */
final class EventLabels {
    private final HistoryWindow window;
    private final Catalog catalog;
    private final Sentences sentences;

    EventLabels(HistoryWindow window, Catalog catalog, Sentences sentences) {
        this.window = window;
        this.catalog = catalog;
        this.sentences = sentences;
    }

    /** The label of the {@code index}-th event of the window. */
    EventLabel at(int index) {
        Interaction event = window.event(index);
        return new EventLabel(
                event.position(),
                event.event() == null ? "" : event.event(),
                sentences.day(event, window),
                sentences.title(event.item(), catalog));
    }
}
