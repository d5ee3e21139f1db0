package reclens.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** One application of a list of edits to a history of n events. */
final class HistoryEdits {
    private final UserHistory history;
    private final int n;
    private final Interaction[] events; // [n], as replacements leave them
    private final boolean[] gone; // [n], from their place: removed or moved
    private final List<List<Placed>> inFrontOf; // [n + 1]
    private final Set<Integer> moved = new HashSet<>();
    private final Set<String> edited = new HashSet<>();

    /** @param origin position in the unedited history; {@link EditedHistory#NONE} for a new event */
    private record Placed(Interaction event, int origin) {}

    HistoryEdits(UserHistory history) {
        this.history = history;
        this.n = history.size();
        this.events = history.events().toArray(Interaction[]::new);
        this.gone = new boolean[n];
        this.inFrontOf = IntStream.rangeClosed(0, n)
                .<List<Placed>>mapToObj(p -> new ArrayList<>(0))
                .toList();
    }

    EditedHistory apply(List<HistoryEdit> edits) {
        edits.forEach(this::check);
        edits.forEach(this::change);
        edits.forEach(this::place); // now that the events are what they will be
        List<Placed> result = new ArrayList<>(n + edits.size());
        for (int p = 0; p <= n; p++) {
            result.addAll(inFrontOf.get(p));
            if (p < n && !gone[p]) {
                result.add(new Placed(events[p], p));
            }
        }
        return EditedHistory.assemble(
                history,
                result.stream().map(Placed::event).toList(),
                result.stream().mapToInt(Placed::origin).toArray(),
                moved);
    }

    private void change(HistoryEdit edit) {
        if (edit instanceof HistoryEdit.Remove remove) {
            gone[remove.position()] = true;
        } else if (edit instanceof HistoryEdit.Replace replace) {
            Interaction old = events[replace.position()];
            events[replace.position()] = new Interaction(old.position(), replace.item(), old.event(), old.time());
        } else if (edit instanceof HistoryEdit.ChangeType type) {
            Interaction old = events[type.position()];
            events[type.position()] = new Interaction(old.position(), old.item(), type.event(), old.time());
        }
    }

    private void place(HistoryEdit edit) {
        if (edit instanceof HistoryEdit.Move move && move.to() != move.position()) {
            gone[move.position()] = true;
            moved.add(move.position());
            inFrontOf.get(move.before()).add(new Placed(events[move.position()], move.position()));
        } else if (edit instanceof HistoryEdit.Insert insert) {
            Interaction event = new Interaction(EditedHistory.NONE, insert.item(), typeOf(insert), null);
            inFrontOf.get(insert.before()).add(new Placed(event, EditedHistory.NONE));
        }
    }

    private String typeOf(HistoryEdit.Insert insert) {
        if (!insert.event().isEmpty() || n == 0) {
            return insert.event();
        }
        return history.events().get(Math.min(insert.before(), n - 1)).event();
    }

    private void check(HistoryEdit edit) {
        if (edit instanceof HistoryEdit.Remove remove) {
            checkPosition("--remove", remove.position(), n - 1);
            List.of("--remove", "--move", "--replace", "--type").forEach(kind -> once(kind, remove.position()));
        } else if (edit instanceof HistoryEdit.Move move) {
            checkPosition("--move", move.position(), n - 1);
            checkPosition("--move", move.to(), n - 1);
            once("--move", move.position());
        } else if (edit instanceof HistoryEdit.Insert insert) {
            checkPosition("--insert", insert.before(), n);
        } else if (edit instanceof HistoryEdit.Replace replace) {
            checkPosition("--replace", replace.position(), n - 1);
            once("--replace", replace.position());
        } else if (edit instanceof HistoryEdit.ChangeType type) {
            checkPosition("--type", type.position(), n - 1);
            once("--type", type.position());
        }
    }

    private void checkPosition(String option, int position, int last) {
        if (position < 0 || position > last) {
            throw new UsageException(Problem.of("position out of range")
                    .at(option)
                    .expected(
                            last < 0
                                    ? "a history with events"
                                    : "0 to " + last + ", for " + n + " events of user '" + history.user() + "'")
                    .found(Integer.toString(position)));
        }
    }

    private void once(String option, int position) {
        if (!edited.add(option + position)) {
            throw new UsageException(Problem.of("the event at position " + position + " is edited twice")
                    .at(option)
                    .expected("either its removal, or at most one move, one other item and one other type"));
        }
    }
}
