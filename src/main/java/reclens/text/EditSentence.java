package reclens.text;

import java.util.List;
import reclens.domain.Catalog;
import reclens.domain.EditedHistory;
import reclens.domain.Interaction;
import reclens.domain.Recommendation;

/** Says what was edited in a history that inference reads, and what became of a recommendation. */
public final class EditSentence {
    private final Messages messages;
    private final EventWords words;

    public EditSentence(Messages messages) {
        this.messages = messages;
        this.words = new EventWords(messages);
    }

    /** "Without the purchase of X, Y drops from rank 1 to rank 4." Nothing edited: what can be done. */
    public RichText of(EditedHistory history, Catalog catalog, Recommendation before, Recommendation after) {
        return history.isEdited()
                ? cause(history, catalog).then(effect(words.title(after.item(), catalog), before.rank(), after.rank()))
                : RichText.plain(messages.get("edit.none"));
    }

    private RichText effect(String title, int before, int after) {
        String key = before == 0 && after == 0
                ? "edit.unranked"
                : before == 0
                        ? "edit.ranked"
                        : after == 0
                                ? "edit.left-out"
                                : before == after ? "edit.stays" : before < after ? "edit.drops" : "edit.rises";
        return RichText.format(messages.pattern(key), title, Numbers.count(before), Numbers.count(after));
    }

    private RichText cause(EditedHistory history, Catalog catalog) {
        List<EditedHistory.Entry> edits = history.entries().stream()
                .filter(e -> e.change() != EditedHistory.Change.KEPT)
                .toList();
        if (edits.size() > 1) {
            boolean removals = edits.stream().allMatch(e -> e.change() == EditedHistory.Change.REMOVED);
            return RichText.format(
                    messages.pattern(removals ? "edit.removals" : "edit.many"), Numbers.count(edits.size()));
        }
        EditedHistory.Entry edit = edits.get(0);
        RichText event = words.of(edit.event(), catalog);
        return switch (edit.change()) {
            case REMOVED -> RichText.format(messages.pattern("edit.remove"), event);
            case INSERTED -> RichText.format(messages.pattern("edit.insert"), event, Integer.toString(edit.after()));
            case MOVED ->
                RichText.format(
                        messages.pattern("edit.move"),
                        event,
                        Integer.toString(edit.before()),
                        Integer.toString(edit.after()));
            default -> changed(history.before().events().get(edit.before()), edit.event(), event, catalog);
        };
    }

    private RichText changed(Interaction old, Interaction now, RichText event, Catalog catalog) {
        return RichText.format(messages.pattern("edit.change"), event, words.of(old, catalog), now.position());
    }
}
