package reclens.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import reclens.domain.Catalog;
import reclens.domain.Recommendation;

/** {@code reclens.recommendations/1}: the best items for a user. */
public final class RecommendationsDocument {
    private RecommendationsDocument() {}

    public static String write(String user, String seen, List<Recommendation> items, Catalog catalog) {
        JsonObject document = new JsonObject();
        document.addProperty("schema", "reclens.recommendations/1");
        document.addProperty("user", user);
        document.addProperty("seen", seen);
        document.add("items", items(items, catalog));
        return Json.write(document);
    }

    static JsonArray items(List<Recommendation> items, Catalog catalog) {
        return Json.array(items, r -> item(r, catalog));
    }

    /** Rank, item, title, score, probability; a rank that does not exist is null. */
    static JsonObject item(Recommendation recommendation, Catalog catalog) {
        JsonObject entry = new JsonObject();
        entry.addProperty("rank", recommendation.rank() == 0 ? null : recommendation.rank());
        entry.addProperty("item", recommendation.item());
        entry.addProperty("title", catalog.item(recommendation.item()).title());
        entry.add("score", Json.number(recommendation.score()));
        entry.add("probability", Json.number(recommendation.probability()));
        return entry;
    }
}
