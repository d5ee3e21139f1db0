package reclens.ui.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import reclens.domain.HistoryWindow;
import reclens.domain.Interaction;
import reclens.domain.UserHistory;
import reclens.explanation.Explanation;
import reclens.session.Workspace;
import reclens.ui.UiText;
import reclens.ui.workbench.Workbench;

/** The history as rows, with the values of the chosen method as they come in. */
public final class HistoryViewModel {
    private final DateTimeFormatter dayFormat = DateTimeFormatter.ofPattern(UiText.get("date.day"), UiText.locale());
    private final DateTimeFormatter fullFormat = DateTimeFormatter.ofPattern(UiText.get("date.full"), UiText.locale());

    private final Workbench workbench;
    private final ObservableList<EventRow> rows = FXCollections.observableArrayList();
    private final ObservableList<String> types = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");

    private final ReadOnlyObjectWrapper<EventBars> bars = new ReadOnlyObjectWrapper<>(this, "bars", EventBars.NONE);
    private final ReadOnlyIntegerWrapper loaded = new ReadOnlyIntegerWrapper(this, "loaded", 0);

    public HistoryViewModel(Workbench workbench) {
        this.workbench = workbench;
        workbench.historyProperty().addListener((p, was, now) -> load());
        workbench.explanationProperty().addListener((p, was, now) -> {
            if (now != null) { // until then the bars of the last one stay
                showValues();
            }
        });
        workbench.selection().methodProperty().addListener((p, was, now) -> showValues());
        load();
    }

    ObservableList<EventRow> rows() {
        return rows;
    }

    /** The values of the chosen method; change more often than the rows, which are filled anew at some cost. */
    ReadOnlyObjectProperty<EventBars> barsProperty() {
        return bars.getReadOnlyProperty();
    }

    /** Event types of the workspace that are named, in the order of the data. */
    ObservableList<String> types() {
        return types;
    }

    /** Counts the histories shown so far; a new one is shown from its end. */
    ReadOnlyIntegerProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    IntegerProperty selectedProperty() {
        return workbench.selection().eventProperty();
    }

    private void load() {
        UserHistory history = workbench.historyProperty().get();
        if (history == null) {
            rows.clear();
            types.clear();
            bars.set(EventBars.NONE);
            summary.set("");
            return;
        }
        List<String> named = workbench.workspace().log().eventTypes().stream()
                .filter(t -> !t.isEmpty())
                .sorted()
                .toList();
        if (!types.equals(named)) {
            types.setAll(named);
        }
        rows.setAll(rows(history, workbench.windowProperty().get()));
        showValues();
        String read = summary(history, workbench.windowProperty().get());
        boolean heldOut = workbench.heldOutEventProperty().get() != null;
        summary.set(heldOut ? UiText.format("history.held-out", read) : read);
        loaded.set(loaded.get() + 1);
    }

    private String summary(UserHistory history, HistoryWindow window) {
        String count = UiText.plural("history.events", history.size(), String.format(Locale.US, "%,d", history.size()));
        if (!readsHistory()) {
            return UiText.format("history.not-read", count);
        }
        if (window.isEmpty()) {
            return UiText.format("history.none-known", count);
        }
        if (window.length() == history.size()) {
            return UiText.format("history.all", count);
        }
        int last = window.positions()[window.length() - 1];
        return UiText.format("history.part", count, Integer.toString(window.start()), Integer.toString(last));
    }

    private boolean readsHistory() {
        return workbench.workspace().model().card().traits().readsHistory();
    }

    private void showValues() {
        Explanation explanation = workbench.explanationProperty().get();
        bars.set(
                explanation == null
                        ? EventBars.NONE
                        : explanation
                                .attribution(
                                        workbench.selection().methodProperty().get())
                                .map(a -> new EventBars(explanation.window(), a.values()))
                                .orElse(EventBars.NONE));
    }

    private List<EventRow> rows(UserHistory history, HistoryWindow window) {
        List<EventRow> list = new ArrayList<>(history.size());
        LocalDate before = null;
        for (Interaction event : history.events()) {
            LocalDate day = event.time() == null ? null : LocalDate.ofInstant(event.time(), ZoneOffset.UTC);
            String date = day == null || day.equals(before) ? "" : dayFormat.format(day);
            before = day;
            int index = window.indexOf(event.position());
            list.add(row(event, date, index >= 0, event.position() == window.dropped()));
        }
        return list;
    }

    private EventRow row(Interaction event, String date, boolean inWindow, boolean dropped) {
        Workspace open = workbench.workspace();
        String title = UiText.title(event.item(), open.catalog());
        boolean known = open.vocabulary().index(event.item()).isPresent();
        String features = String.join(" \u00b7 ", open.catalog().featureValues(event.item()));
        String full = UiText.format(
                "history.event",
                Integer.toString(event.position()),
                features.isEmpty() ? title : title + '\n' + features,
                UiText.messages()
                        .list(Stream.of(
                                        UiText.messages().eventName(event.event()),
                                        event.time() == null ? "" : time(event.time()),
                                        UiText.get(
                                                inWindow
                                                        ? "history.read"
                                                        : !readsHistory()
                                                                ? "history.no-history"
                                                                : dropped
                                                                        ? "history.dropped"
                                                                        : known
                                                                                ? "history.too-old"
                                                                                : "history.unknown"))
                                .filter(said -> !said.isEmpty())
                                .toList()));
        String shown = dropped ? UiText.format("history.dropped.row", title) : title;
        return new EventRow(event.position(), date, event.event(), shown, inWindow, known, full);
    }

    private String time(Instant time) {
        return fullFormat.format(time.atOffset(ZoneOffset.UTC));
    }
}
