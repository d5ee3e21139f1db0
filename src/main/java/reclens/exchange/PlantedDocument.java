package reclens.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import reclens.domain.Provenance;
import reclens.evaluation.PlantedStudy;

/** {@code reclens.planted/1}: how often explanations name the planted cause of an event. */
public final class PlantedDocument {
    private PlantedDocument() {}

    public static String write(PlantedStudy study, String seen, Provenance provenance) {
        JsonObject document = new JsonObject();
        document.addProperty("schema", "reclens.planted/1");
        document.add("model", ExplanationDocument.model(provenance));
        document.addProperty("seen", seen);
        document.addProperty("seed", study.seed());
        document.addProperty("planted", study.planted());
        document.addProperty("explained", study.explained());
        document.addProperty("users", study.users());
        document.add("valid_positions", Json.number(study.validPositions()));
        document.add("rankings", rows(study.rows()));
        document.add("rules", groups(study.rules()));
        document.add("lags", groups(study.lags()));
        JsonObject refused = new JsonObject();
        study.refusals().forEach((method, reason) -> refused.addProperty(method.key(), reason));
        document.add("refused", refused);
        return Json.write(document);
    }

    private static JsonObject groups(Map<String, PlantedStudy.Group> groups) {
        JsonObject object = new JsonObject();
        groups.forEach((name, group) -> {
            JsonObject entry = new JsonObject();
            entry.addProperty("events", group.events());
            entry.add("rankings", rows(group.rows()));
            object.add(name, entry);
        });
        return object;
    }

    private static JsonArray rows(List<PlantedStudy.Row> rows) {
        return Json.array(rows, row -> {
            JsonObject entry = new JsonObject();
            entry.addProperty("ranking", row.ranking());
            entry.add("valid_first", FaithfulnessDocument.interval(row.validFirst()));
            entry.add("valid_within_3", FaithfulnessDocument.interval(row.validWithinThree()));
            entry.add("drawn_first", FaithfulnessDocument.interval(row.drawnFirst()));
            entry.add("drawn_within_3", FaithfulnessDocument.interval(row.drawnWithinThree()));
            entry.add("feature_first", FaithfulnessDocument.interval(row.featureFirst()));
            return entry;
        });
    }
}
