package reclens.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import reclens.domain.Catalog;
import reclens.domain.HistoryWindow;
import reclens.domain.Interaction;
import reclens.domain.Provenance;
import reclens.explanation.Attribution;
import reclens.explanation.Explanation;
import reclens.explanation.Faithfulness;
import reclens.explanation.Method;
import reclens.explanation.Verdict;

/** Says in plain words what an explanation says, and how far it can be trusted. */
public final class Sentences {
    private final Messages messages;
    private final EventWords words;
    private final Dates dates;

    public Sentences(Messages messages) {
        this.messages = messages;
        this.words = new EventWords(messages);
        this.dates = new Dates(messages);
    }

    /** The sentence under the title of a recommendation, by the values of {@code method}. */
    public RichText why(Explanation explanation, Method method) {
        if (explanation.window().isEmpty()) {
            return RichText.plain(messages.get("why.nothing"));
        }
        Attribution attribution = explanation.attributions().get(method);
        if (attribution == null || strongest(attribution) < 0) {
            String reason = explanation.refusals().get(method);
            return RichText.plain(
                    reason == null
                            ? messages.get("why.refused", methodInSentence(method))
                            : messages.get("why.refused.reason", methodInSentence(method), messages.phrase(reason)));
        }
        return switch (method) {
            case LEAVE_ONE_OUT, LEAVE_ONE_OUT_MASK -> new DropSentence(this, explanation, attribution).text();
            default ->
                attribution.signed()
                        ? signed(explanation, attribution)
                        : method.shares() ? share(explanation, attribution) : size(explanation, attribution);
        };
    }

    /**
     * What counted most, without scores, methods and dates, for people who have not seen any of them before.
     *
     * @param method leave-one-out, or any other whose values are to be told
     */
    public RichText plain(Explanation explanation, Method method) {
        Attribution attribution = explanation.attributions().get(method);
        if (explanation.window().isEmpty() || attribution == null || strongest(attribution) < 0) {
            return RichText.plain(messages.get("plain.nothing"));
        }
        if (attribution.signed()) {
            return new DropSentence(this, explanation, attribution).plain();
        }
        Interaction event = explanation.window().event(strongest(attribution));
        return RichText.format(messages.pattern("plain.attended"), words.of(event, explanation.catalog()));
    }

    /** What is explained where the difference of two scores is: why the one item rather than the other. */
    public String contrast(Explanation explanation) {
        double difference =
                explanation.target().score() - explanation.contrast().score();
        return messages.get(
                "why.contrast",
                title(explanation.target().item(), explanation.catalog()),
                title(explanation.contrast().item(), explanation.catalog()),
                Numbers.signed(difference));
    }

    /** The method that a sentence is best built on: leave-one-out where there is one, else the first with values. */
    public static Method leading(Explanation explanation) {
        return List.of(Method.LEAVE_ONE_OUT, Method.LEAVE_ONE_OUT_MASK).stream()
                .filter(explanation.attributions()::containsKey)
                .findFirst()
                .or(() -> explanation.attributions().keySet().stream().findFirst())
                .orElse(Method.LEAVE_ONE_OUT);
    }

    public String methodName(Method method) {
        return messages.get("method." + method.key() + ".name");
    }

    /** The name of a method within a sentence: "leave-one-out", "ALTI". */
    public String methodInSentence(Method method) {
        String name = methodName(method);
        boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(1));
        return acronym || method.key().equals("shapley")
                ? name
                : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** One or two sentences: what a number of this method is. */
    public String methodMeaning(Method method) {
        return messages.get("method." + method.key() + ".meaning");
    }

    /** The same for one result, where a method reads the attention of some models in another way. */
    public String methodMeaning(Attribution attribution) {
        if (attribution.details().containsKey("direction")) {
            return messages.get("method.attention.meaning.direction");
        }
        if (attribution.details().containsKey("query")) {
            return messages.get("method.attention.meaning.pool");
        }
        return attribution.details().containsKey("fields")
                ? messages.get("method.attention.meaning.fields")
                : methodMeaning(attribution.method());
    }

    /** What stands on the axis of this method's values, with the unit. */
    public String methodAxis(Method method) {
        return messages.get("method." + method.key() + ".axis");
    }

    /** How to read a page of charts by this method. */
    public String howToRead(Method method) {
        String key = "read." + method.key();
        return messages.get(
                messages.has(key)
                        ? key
                        : method.signed() ? "read.signed" : method.shares() ? "read.share" : "read.size");
    }

    /** "Supported"; "Not checked" for null. */
    public String verdictTitle(Faithfulness faithfulness) {
        return messages.get(faithfulness == null ? "verdict.unchecked" : "verdict." + key(faithfulness));
    }

    /** The word of a verdict. */
    public String verdictName(Verdict verdict) {
        return messages.get("verdict." + verdict.key());
    }

    /** "Why supported:". */
    public String verdictLead(Faithfulness faithfulness) {
        return messages.get("verdict.why", verdictTitle(faithfulness).toLowerCase(Locale.ROOT));
    }

    /** One sentence that names both baselines, in lower case to follow {@link #verdictLead}. */
    public String verdictReason(Faithfulness faithfulness) {
        if (faithfulness == null) {
            return messages.get("verdict.unchecked.reason");
        }
        boolean faster = faithfulness.deletionAuc() < faithfulness.recencyAuc();
        return messages.get(
                "verdict." + key(faithfulness) + ".reason",
                beaten(faithfulness),
                messages.get(faster ? "verdict.not_supported.faster" : "verdict.not_supported.slower"));
    }

    /** {@link #verdictReason} as a sentence of its own, followed by the areas under the curves. */
    public String verdictSentence(Faithfulness faithfulness) {
        String reason = verdictReason(faithfulness);
        String sentence = reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
        if (faithfulness == null || faithfulness.verdict() == Verdict.TOO_SHORT) {
            return sentence;
        }
        return messages.sentences(
                sentence,
                messages.get(
                        "verdict.areas",
                        Numbers.score(faithfulness.deletionAuc()),
                        Numbers.score(faithfulness.randomAucQ05()),
                        Numbers.score(faithfulness.recencyAuc())));
    }

    /** "SASRec (recbole)": the model type as its authors write it, and the variant where there are several. */
    public String modelName(Provenance provenance) {
        String key = "model." + provenance.modelType();
        String type = messages.has(key) ? messages.get(key) : provenance.modelType();
        return provenance.variant().isEmpty() ? type : messages.get("model.variant", type, provenance.variant());
    }

    /** The name of an event type, for legends and tooltips; types that are not known stand as the data has them. */
    public String eventName(String type) {
        return type.isBlank() ? messages.get("event.none.name") : messages.eventName(type);
    }

    /** The title to show for an item; "item 12" where the catalogue does not list it. */
    public String title(String item, Catalog catalog) {
        return words.title(item, catalog);
    }

    /** The day of an event, with the year where it is not that of the last event of the history. */
    public String day(Interaction event, HistoryWindow window) {
        return dates.day(event.time(), lastTime(window));
    }

    Messages messages() {
        return messages;
    }

    EventWords words() {
        return words;
    }

    /** " on 10 May", or nothing where the event has no time. */
    String on(Interaction event, HistoryWindow window) {
        String day = day(event, window);
        return day.isEmpty() ? "" : messages.get("why.on", day);
    }

    static int strongest(Attribution attribution) {
        int[] order = attribution.order(false);
        return order.length == 0 || Double.isNaN(attribution.values()[order[0]]) ? -1 : order[0];
    }

    private static Instant lastTime(HistoryWindow window) {
        List<Interaction> events = window.history().events();
        return events.isEmpty() ? null : events.get(events.size() - 1).time();
    }

    private RichText share(Explanation explanation, Attribution attribution) {
        int top = strongest(attribution);
        int n = attribution.values().length;
        Interaction event = explanation.window().event(top);
        RichText name = words.of(event, explanation.catalog());
        String on = on(event, explanation.window());
        String value = Numbers.attention(attribution.values()[top]);
        String method = methodInSentence(attribution.method());
        RichText text = n == 1
                ? RichText.format(messages.pattern("why.share.one"), method, name, on, value)
                : RichText.format(
                        messages.pattern("why.share"), method, n, name, on, value, Numbers.attention(1.0 / n));
        return text.then(RichText.plain(messages.get("why.share.caution")));
    }

    private RichText size(Explanation explanation, Attribution attribution) {
        int top = strongest(attribution);
        int n = attribution.values().length;
        Interaction event = explanation.window().event(top);
        RichText name = words.of(event, explanation.catalog());
        String on = on(event, explanation.window());
        String value = Numbers.attention(attribution.values()[top]);
        String method = methodInSentence(attribution.method());
        RichText text = n == 1
                ? RichText.format(messages.pattern("why.size.one"), method, name, on, value)
                : RichText.format(messages.pattern("why.size"), method, name, on, n, value);
        return text.then(RichText.plain(messages.get("why.size.caution")));
    }

    private RichText signed(Explanation explanation, Attribution attribution) {
        int top = strongest(attribution);
        Interaction event = explanation.window().event(top);
        return RichText.format(
                messages.pattern("why.signed"),
                methodInSentence(attribution.method()),
                words.of(event, explanation.catalog()),
                on(event, explanation.window()),
                Numbers.signed(attribution.values()[top]));
    }

    private String beaten(Faithfulness faithfulness) {
        List<String> forms =
                new ArrayList<>(List.of("verdict.random.none", "verdict.random.some", "verdict.random.all"));
        int repeats = faithfulness.repeats();
        int slower = repeats - (int) Math.round(faithfulness.randomPercentile() * repeats);
        int form = slower <= 0 ? 0 : slower < repeats ? 1 : 2;
        return messages.get(forms.get(form), repeats, slower);
    }

    private static String key(Faithfulness faithfulness) {
        return faithfulness.verdict().key();
    }

    /** Indices of the window in the order of their value, largest first. */
    static int[] byValue(double[] values) {
        return IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .boxed()
                .sorted((a, b) -> Double.compare(values[b], values[a]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
