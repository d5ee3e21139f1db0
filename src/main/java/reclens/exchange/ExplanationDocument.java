package reclens.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import reclens.domain.AttentionMap;
import reclens.domain.AttentionTrace;
import reclens.domain.AxisKind;
import reclens.domain.Catalog;
import reclens.domain.HistoryWindow;
import reclens.domain.Interaction;
import reclens.domain.ItemVocabulary;
import reclens.domain.Provenance;
import reclens.explanation.Attribution;
import reclens.explanation.EventGroups;
import reclens.explanation.Explanation;
import reclens.explanation.Faithfulness;
import reclens.explanation.FeatureContribution;

/** {@code reclens.explanation/1}: the explanations of one user's recommendations. */
public final class ExplanationDocument {
    private ExplanationDocument() {}

    /**
     * @param explanations of the same history and model, at least one
     * @param attention present when asked for
     */
    public static String write(
            List<Explanation> explanations, Optional<AttentionTrace> attention, ItemVocabulary vocabulary) {
        Explanation first = explanations.get(0);
        HistoryWindow window = first.window();
        JsonObject document = new JsonObject();
        document.addProperty("schema", "reclens.explanation/1");
        JsonObject application = new JsonObject();
        application.addProperty("version", first.provenance().application());
        document.add("application", application);
        document.add("model", model(first.provenance()));
        document.addProperty("user", window.history().user());
        document.addProperty("seen", first.seenPolicy());
        document.add(
                "history", Json.array(window.history().events(), e -> event(e, window, first.catalog(), vocabulary)));
        document.add("window", window(window));
        document.add("recommendations", Json.array(explanations, e -> recommendation(e, vocabulary)));
        attention.ifPresent(trace -> document.add(
                "attention", Json.array(trace.maps(), m -> attention(m, trace.fields(), window, vocabulary))));
        return Json.write(document);
    }

    static JsonObject model(Provenance provenance) {
        JsonObject model = new JsonObject();
        model.addProperty("type", provenance.modelType());
        model.add("variant", Json.text(provenance.variant()));
        model.addProperty("sha256", provenance.sha256());
        model.addProperty("file", provenance.modelFile());
        return model;
    }

    private static JsonObject event(
            Interaction event, HistoryWindow window, Catalog catalog, ItemVocabulary vocabulary) {
        JsonObject entry = new JsonObject();
        boolean known = vocabulary.index(event.item()).isPresent();
        int index = window.indexOf(event.position());
        entry.addProperty("position", event.position());
        entry.addProperty("item", event.item());
        entry.addProperty("title", catalog.item(event.item()).title());
        entry.add("event", Json.text(event.event()));
        entry.addProperty("time", event.time() == null ? null : event.time().toString());
        entry.addProperty("known", known);
        entry.addProperty("in_window", inWindow(event, window));
        entry.addProperty("slot", index < 0 ? null : window.slot(index));
        if (event.position() == window.dropped()) {
            entry.addProperty("dropped", true);
        }
        return entry;
    }

    /** Unknown events among those that the model reads stand in the window without a slot and without a value. */
    private static boolean inWindow(Interaction event, HistoryWindow window) {
        return event.position() >= window.start();
    }

    private static JsonObject window(HistoryWindow window) {
        JsonObject entry = new JsonObject();
        entry.addProperty("start", window.start());
        entry.addProperty("length", window.length());
        entry.addProperty("model_length", window.modelLength());
        entry.addProperty("padding", window.padding().name().toLowerCase(java.util.Locale.ROOT));
        return entry;
    }

    private static JsonObject recommendation(Explanation explanation, ItemVocabulary vocabulary) {
        JsonObject entry = RecommendationsDocument.item(explanation.target(), explanation.catalog());
        entry.add(
                "features",
                Json.plain(
                        explanation.catalog().item(explanation.target().item()).features()));
        if (explanation.contrast() != null) {
            entry.add("contrast", RecommendationsDocument.item(explanation.contrast(), explanation.catalog()));
        }
        JsonObject behaviours = new JsonObject();
        explanation
                .attributions()
                .forEach((method, a) -> behaviours.add(method.key(), attribution(a, explanation.window())));
        explanation.refusals().forEach((method, reason) -> {
            JsonObject refused = new JsonObject();
            refused.addProperty("refused", reason);
            behaviours.add(method.key(), refused);
        });
        entry.add("behaviours", behaviours);
        entry.add("product_features", Json.array(explanation.features(), f -> {
            JsonObject feature = new JsonObject();
            feature.addProperty("feature", f.feature());
            feature.add("value", Json.text(f.value()));
            feature.addProperty("kind", f.kind());
            if (f.method() != null) {
                feature.addProperty("method", f.method().key());
            }
            if (f.layer() != null) {
                feature.addProperty("field", f.feature());
                feature.addProperty("layer", f.layer());
            }
            feature.add("weight", Json.number(f.weight()));
            feature.addProperty("events", f.events());
            return feature;
        }));
        JsonObject refusedFeatures = new JsonObject();
        explanation.featureRefusals().forEach(refusedFeatures::addProperty);
        entry.add("product_features_refused", refusedFeatures);
        EventGroups.of(explanation)
                .ifPresent(grouped -> entry.add("behaviour_groups", Json.array(grouped.groups(), g -> {
                    JsonObject group = new JsonObject();
                    group.addProperty("by", g.by().key());
                    group.add("value", Json.text(g.value()));
                    group.addProperty("kind", FeatureContribution.AGGREGATED);
                    group.addProperty("method", grouped.method().key());
                    group.add("weight", Json.number(g.weight()));
                    group.addProperty("events", g.events());
                    return group;
                })));
        JsonObject faithfulness = new JsonObject();
        explanation.faithfulness().forEach((method, f) -> faithfulness.add(method.key(), faithfulness(f)));
        entry.add("faithfulness", faithfulness);
        return entry;
    }

    private static JsonObject attribution(Attribution attribution, HistoryWindow window) {
        JsonObject entry = new JsonObject();
        entry.addProperty("signed", attribution.signed());
        attribution
                .details()
                .forEach((key, value) -> entry.add(
                        key, value instanceof double[] numbers ? perEvent(numbers, window) : Json.plain(value)));
        if (!Double.isNaN(attribution.paddingMass())) {
            entry.add("padding_mass", Json.number(attribution.paddingMass()));
        }
        entry.add("values", perEvent(attribution.values(), window));
        return entry;
    }

    /** Numbers by event of the window [n]; null for events that the model does not know. */
    private static JsonArray perEvent(double[] numbers, HistoryWindow window) {
        JsonArray values = new JsonArray();
        for (Interaction event : window.history().events()) {
            if (inWindow(event, window)) {
                int index = window.indexOf(event.position());
                values.add(Json.number(index < 0 ? Double.NaN : numbers[index]));
            }
        }
        return values;
    }

    private static JsonObject faithfulness(Faithfulness f) {
        JsonObject entry = new JsonObject();
        entry.add("comprehensiveness", Json.number(f.comprehensiveness()));
        entry.add("sufficiency", Json.number(f.sufficiency()));
        entry.add("deletion_auc", Json.number(f.deletionAuc()));
        entry.add("random_percentile", Json.number(f.randomPercentile()));
        JsonObject random = new JsonObject();
        random.add("mean", Json.number(f.randomAucMean()));
        random.add("q05", Json.number(f.randomAucQ05()));
        random.addProperty("repeats", f.repeats());
        random.addProperty("seed", f.seed());
        entry.add("random", random);
        entry.add("recency", Json.number(f.recencyAuc()));
        entry.addProperty("verdict", f.verdict().key());
        return entry;
    }

    private static JsonObject attention(
            AttentionMap map, List<String> fields, HistoryWindow window, ItemVocabulary vocabulary) {
        JsonObject entry = new JsonObject();
        entry.addProperty("stream", map.stream());
        entry.addProperty("layer", map.layer());
        entry.addProperty("head", map.head());
        entry.addProperty("query_kind", map.queryKind().key());
        entry.addProperty("key_kind", map.keyKind().key());
        entry.add("queries", axis(map.queryKind(), map.queries(), fields, window, vocabulary));
        entry.add("keys", axis(map.keyKind(), map.keys(), fields, window, vocabulary));
        JsonArray weights = new JsonArray(map.rows());
        double[] sums = new double[map.rows()];
        for (int row = 0; row < map.rows(); row++) {
            weights.add(Json.numbers(map.row(row)));
            sums[row] = map.rowSum(row);
        }
        entry.add("weights", weights);
        entry.add("row_sums", Json.numbers(sums));
        entry.add("padding_mass", Json.numbers(map.paddingMass()));
        return entry;
    }

    private static JsonElement axis(
            AxisKind kind, int[] coordinates, List<String> fields, HistoryWindow window, ItemVocabulary vocabulary) {
        JsonArray axis = new JsonArray(coordinates.length);
        for (int coordinate : coordinates) {
            switch (kind) {
                case EVENT -> {
                    if (coordinate == AttentionMap.MASK_SLOT) {
                        axis.add(AxisKind.MASK.key());
                    } else {
                        axis.add(window.positions()[coordinate]);
                    }
                }
                case CANDIDATE, ITEM -> axis.add(vocabulary.id(coordinate));
                case FIELD -> axis.add(fields.get(coordinate));
                case MASK, POOL -> axis.add(kind.key());
            }
        }
        return axis;
    }
}
