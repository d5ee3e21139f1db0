package reclens.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.function.Function;
import reclens.domain.Provenance;
import reclens.evaluation.FaithfulnessStudy;
import reclens.evaluation.Interval;
import reclens.explanation.Metric;

/** {@code reclens.faithfulness/1}: explanation methods side by side over many users. */
public final class FaithfulnessDocument {
    private FaithfulnessDocument() {}

    public static String write(FaithfulnessStudy study, String seen, Provenance provenance) {
        JsonObject document = new JsonObject();
        document.addProperty("schema", "reclens.faithfulness/1");
        document.add("model", ExplanationDocument.model(provenance));
        document.addProperty("users", study.users());
        document.addProperty("seed", study.seed());
        document.addProperty("seen", seen);
        JsonArray methods = Json.array(study.results(), FaithfulnessDocument::result);
        study.refusals().forEach((method, reason) -> {
            JsonObject refused = new JsonObject();
            refused.addProperty("method", method.key());
            refused.addProperty("refused", reason);
            methods.add(refused);
        });
        document.add("methods", methods);
        return Json.write(document);
    }

    private static JsonObject result(FaithfulnessStudy.Result result) {
        JsonObject entry = new JsonObject();
        entry.addProperty("method", result.method().key());
        entry.add("metrics", intervals(result.metrics(), Metric::key));
        entry.add("random", intervals(result.random(), Metric::key));
        entry.add("recency", intervals(result.recency(), Metric::key));
        JsonObject verdicts = new JsonObject();
        result.verdicts().forEach((verdict, count) -> verdicts.addProperty(verdict.key(), count));
        entry.add("verdicts", verdicts);
        if (!result.randomised().isEmpty()) {
            entry.add("randomised", intervals(result.randomised(), stage -> stage));
        }
        return entry;
    }

    private static <K> JsonObject intervals(Map<K, Interval> intervals, Function<K, String> name) {
        JsonObject object = new JsonObject();
        intervals.forEach((key, interval) -> object.add(name.apply(key), interval(interval)));
        return object;
    }

    static JsonObject interval(Interval interval) {
        JsonObject object = new JsonObject();
        object.add("mean", Json.number(interval.mean()));
        object.add("low", Json.number(interval.low()));
        object.add("high", Json.number(interval.high()));
        object.addProperty("count", interval.count());
        return object;
    }
}
