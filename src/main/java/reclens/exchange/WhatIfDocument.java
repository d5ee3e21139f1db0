package reclens.exchange;

import com.google.gson.JsonObject;
import java.util.List;
import reclens.domain.Catalog;
import reclens.domain.HistoryEdit;
import reclens.domain.Recommendation;

/** {@code reclens.whatif/1}: recommendations before and after an edit of the history. */
public final class WhatIfDocument {
    private WhatIfDocument() {}

    /**
     * @param before the best items before the edit
     * @param after the best items after it
     * @param entered item ids only in {@code after}
     * @param left item ids only in {@code before}
     * @param changes by item of both lists, its state before and after
     * @param slidIn positions of older events that the model reads only now
     * @param slidOut positions of events that it no longer reads
     */
    public record Content(
            String user,
            String seen,
            List<HistoryEdit> edits,
            List<Recommendation> before,
            List<Recommendation> after,
            List<String> entered,
            List<String> left,
            List<Change> changes,
            List<Integer> slidIn,
            List<Integer> slidOut) {}

    /** Rank and score of one item on both sides. */
    public record Change(Recommendation before, Recommendation after) {}

    public static String write(Content content, Catalog catalog) {
        JsonObject document = new JsonObject();
        document.addProperty("schema", "reclens.whatif/1");
        document.addProperty("user", content.user());
        document.addProperty("seen", content.seen());
        document.add("edits", Json.array(content.edits(), WhatIfDocument::edit));
        document.add("before", RecommendationsDocument.items(content.before(), catalog));
        document.add("after", RecommendationsDocument.items(content.after(), catalog));
        document.add("entered", Json.strings(content.entered()));
        document.add("left", Json.strings(content.left()));
        document.add("changes", Json.array(content.changes(), c -> change(c, catalog)));
        document.add("slid_in", Json.plain(content.slidIn()));
        document.add("slid_out", Json.plain(content.slidOut()));
        return Json.write(document);
    }

    private static JsonObject edit(HistoryEdit edit) {
        JsonObject entry = new JsonObject();
        if (edit instanceof HistoryEdit.Remove remove) {
            entry.addProperty("edit", "remove");
            entry.addProperty("position", remove.position());
        } else if (edit instanceof HistoryEdit.Move move) {
            entry.addProperty("edit", "move");
            entry.addProperty("position", move.position());
            entry.addProperty("to", move.to());
        } else if (edit instanceof HistoryEdit.Insert insert) {
            entry.addProperty("edit", "insert");
            entry.addProperty("position", insert.before());
            entry.addProperty("item", insert.item());
            entry.add("event", Json.text(insert.event()));
        } else if (edit instanceof HistoryEdit.Replace replace) {
            entry.addProperty("edit", "replace");
            entry.addProperty("position", replace.position());
            entry.addProperty("item", replace.item());
        } else if (edit instanceof HistoryEdit.ChangeType type) {
            entry.addProperty("edit", "type");
            entry.addProperty("position", type.position());
            entry.addProperty("event", type.event());
        }
        return entry;
    }

    private static JsonObject change(Change change, Catalog catalog) {
        JsonObject entry = new JsonObject();
        entry.addProperty("item", change.after().item());
        entry.addProperty("title", catalog.item(change.after().item()).title());
        entry.addProperty("rank_before", rank(change.before()));
        entry.addProperty("rank_after", rank(change.after()));
        entry.add("score_before", Json.number(change.before().score()));
        entry.add("score_after", Json.number(change.after().score()));
        return entry;
    }

    private static Integer rank(Recommendation recommendation) {
        return recommendation.rank() == 0 ? null : recommendation.rank();
    }
}
