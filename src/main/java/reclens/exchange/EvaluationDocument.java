package reclens.exchange;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import reclens.evaluation.Evaluation;

/** {@code reclens.evaluation/1}: ranking metrics of a model over many users; also as rows of a table. */
public final class EvaluationDocument {
    private EvaluationDocument() {}

    public static String write(Evaluation evaluation) {
        JsonObject document = new JsonObject();
        document.addProperty("schema", "reclens.evaluation/1");
        document.addProperty("protocol", evaluation.protocol());
        document.addProperty("ranking", evaluation.sampledNegatives() == 0 ? "full" : "sampled");
        if (evaluation.sampledNegatives() > 0) {
            document.addProperty("sampled_negatives", evaluation.sampledNegatives());
            document.addProperty("negatives", evaluation.draw().key());
            document.addProperty("seed", evaluation.seed().orElseThrow());
        }
        document.addProperty("k", evaluation.k());
        document.addProperty("seen", evaluation.seen());
        document.addProperty("order", evaluation.order().key());
        document.addProperty("users", evaluation.users());
        document.addProperty("skipped", evaluation.skipped());
        document.addProperty("repeated", evaluation.repeated());
        document.add("metrics", metrics(evaluation.metrics()));
        document.add("segments", Json.array(evaluation.segments(), EvaluationDocument::segment));
        return Json.write(document);
    }

    private static JsonObject segment(Evaluation.Segment segment) {
        JsonObject entry = new JsonObject();
        entry.addProperty("feature", segment.feature());
        entry.add("value", Json.text(segment.value()));
        entry.addProperty("users", segment.users());
        entry.add("metrics", metrics(segment.metrics()));
        return entry;
    }

    private static JsonObject metrics(Map<String, Double> metrics) {
        JsonObject object = new JsonObject();
        metrics.forEach((name, value) -> object.add(name, Json.number(value)));
        return object;
    }

    /** A header, a row for all users, a row for each segment; a metric that does not exist is empty. */
    public static List<List<String>> rows(Evaluation evaluation) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("feature", "value", "users"));
        header.addAll(evaluation.metrics().keySet());
        rows.add(header);
        rows.add(row("", "", evaluation.users(), evaluation.metrics()));
        evaluation.segments().forEach(s -> rows.add(row(s.feature(), s.value(), s.users(), s.metrics())));
        return rows;
    }

    private static List<String> row(String feature, String value, int users, Map<String, Double> metrics) {
        List<String> row = new ArrayList<>(List.of(feature, value, Integer.toString(users)));
        metrics.values().forEach(v -> row.add(Double.isNaN(v) ? "" : v.toString()));
        return row;
    }
}
