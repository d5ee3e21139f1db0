package reclens.ui.whatif;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reclens.domain.Catalog;
import reclens.domain.EditedHistory;
import reclens.domain.HistoryWindow;
import reclens.domain.Interaction;
import reclens.session.Workspace;
import reclens.text.Dates;
import reclens.ui.UiText;

/** Turns an edited history into rows. */
final class TimelineRows {
    private final Workspace workspace;
    private final Dates dates = new Dates(UiText.messages());

    TimelineRows(Workspace workspace) {
        this.workspace = workspace;
    }

    List<TimelineRow> of(EditedHistory edited) {
        HistoryWindow before = workspace.window(edited.before());
        HistoryWindow after = workspace.window(edited.after());
        List<TimelineRow> rows = new ArrayList<>(edited.entries().size());
        String shown = "";
        for (EditedHistory.Entry entry : edited.entries()) {
            Instant time = entry.event().time();
            String day = dates.dayAndYear(time);
            boolean in = entry.after() != EditedHistory.NONE && after.indexOf(entry.after()) >= 0;
            boolean slid = in
                    && entry.change() == EditedHistory.Change.KEPT
                    && before.indexOf(entry.before()) < 0
                    && entry.before() < before.start();
            rows.add(row(entry, edited, day.equals(shown) ? "" : dates.day(time, time), day, in, slid));
            shown = day.isEmpty() ? shown : day;
        }
        return rows;
    }

    private TimelineRow row(
            EditedHistory.Entry entry, EditedHistory edited, String date, String day, boolean in, boolean slid) {
        Interaction event = entry.event();
        String title = title(workspace.catalog(), event.item());
        String position = entry.before() == EditedHistory.NONE
                ? UiText.get("whatif.row.new")
                : UiText.format("whatif.row.position", Integer.toString(entry.before()));
        String note = note(entry, edited);
        String window = UiText.get(
                entry.change() == EditedHistory.Change.REMOVED
                        ? "whatif.row.taken-out"
                        : slid ? "whatif.row.slid" : in ? "history.read" : "whatif.row.outside");
        String spoken = Stream.of(position + " " + title, UiText.messages().eventName(event.event()), day, note, window)
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining("\n"));
        return new TimelineRow(
                entry.change(),
                entry.before(),
                entry.after(),
                date,
                event.event(),
                position,
                title,
                note,
                in,
                slid,
                spoken);
    }

    private String note(EditedHistory.Entry entry, EditedHistory edited) {
        return switch (entry.change()) {
            case KEPT -> "";
            case REMOVED -> UiText.get("whatif.row.removed");
            case INSERTED -> UiText.get("whatif.row.inserted");
            case MOVED -> UiText.get("whatif.row.moved");
            case CHANGED -> {
                Interaction old = edited.before().events().get(entry.before());
                yield old.item().equals(entry.event().item())
                        ? UiText.format("whatif.row.was", UiText.messages().eventName(old.event()))
                        : UiText.format("whatif.row.was", title(workspace.catalog(), old.item()));
            }
        };
    }

    static String title(Catalog catalog, String item) {
        return UiText.title(item, catalog);
    }

    /** How the rows name a set of positions: "#13 view Alder Pan". */
    static String name(Interaction event, Catalog catalog) {
        return Stream.of(
                        "#" + event.position(),
                        UiText.messages().eventName(event.event()),
                        title(catalog, event.item()))
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Whether every one of these positions of the unedited history is removed. */
    static boolean removed(EditedHistory edited, Set<Integer> positions) {
        return edited.entries().stream()
                .filter(e -> e.change() == EditedHistory.Change.REMOVED)
                .map(EditedHistory.Entry::before)
                .collect(Collectors.toSet())
                .containsAll(positions);
    }
}
