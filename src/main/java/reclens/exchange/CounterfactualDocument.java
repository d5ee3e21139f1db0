package reclens.exchange;

import com.google.gson.JsonObject;
import reclens.domain.Catalog;
import reclens.domain.ItemVocabulary;
import reclens.domain.Recommendation;
import reclens.explanation.Counterfactual;

/** {@code reclens.counterfactual/1}: the smallest set of events found whose removal takes an item off rank 1. */
public final class CounterfactualDocument {
    private CounterfactualDocument() {}

    /** @param target the item; its rank is 1 unless nothing could be looked for */
    public static String write(
            String user,
            String seen,
            Recommendation target,
            Counterfactual found,
            Catalog catalog,
            ItemVocabulary vocabulary) {
        JsonObject document = new JsonObject();
        document.addProperty("schema", "reclens.counterfactual/1");
        document.addProperty("user", user);
        document.addProperty("seen", seen);
        document.addProperty("item", target.item());
        document.addProperty("title", catalog.item(target.item()).title());
        document.addProperty("rank", target.rank() == 0 ? null : target.rank());
        document.addProperty("found", found.found());
        document.add("removed", Json.integers(found.removed()));
        document.addProperty("new_top", found.found() ? vocabulary.id(found.newTop()) : null);
        // A set is only ever reported after the model was run without it.
        document.addProperty("verified", found.found());
        document.addProperty("forwards", found.forwards());
        return Json.write(document);
    }
}
