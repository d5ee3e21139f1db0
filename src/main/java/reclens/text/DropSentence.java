package reclens.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import reclens.domain.Interaction;
import reclens.explanation.Attribution;
import reclens.explanation.Explanation;
import reclens.explanation.Method;

/**
 * The sentence on leave-one-out: the largest change, what else supports, what works against. The score without an event is
 * the score minus the event's value, so that sentence and bars show the same numbers.
 */
final class DropSentence {
    /** Further events are named only when their change is at least this share of the largest. */
    private static final double WORTH_NAMING = 0.1;

    private final Sentences sentences;
    private final Messages messages;
    private final Explanation explanation;
    private final double[] values;
    private final String edit;
    private final int lead;

    DropSentence(Sentences sentences, Explanation explanation, Attribution attribution) {
        this.sentences = sentences;
        this.messages = sentences.messages();
        this.explanation = explanation;
        this.values = attribution.values();
        this.edit = attribution.method() == Method.LEAVE_ONE_OUT ? "why.removed." : "why.masked.";
        this.lead = Sentences.strongest(attribution);
    }

    RichText text() {
        long known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).count();
        double score = explanation.target().score();
        double value = values[lead];
        Interaction event = explanation.window().event(lead);
        RichText name = sentences.words().of(event, explanation.catalog());
        String on = sentences.on(event, explanation.window());
        if (Numbers.showsZero(value)) {
            return known == 1
                    ? format("why.unchanged.one", name, on, Numbers.score(score))
                    : format("why.unchanged", Numbers.count(known), Numbers.score(score));
        }
        RichText change = format(
                edit + (value > 0 ? "falls" : "rises"), name, on, Numbers.score(score), Numbers.score(score - value));
        if (known == 1) {
            return change.then(format("why.only"));
        }
        return change.then(format(rankKey(known), Numbers.count(known))).then(others());
    }

    /** The same without numbers. */
    RichText plain() {
        double value = values[lead];
        if (Numbers.showsZero(value)) {
            return format("plain.unchanged");
        }
        RichText name = sentences.words().of(explanation.window().event(lead), explanation.catalog());
        RichText change = format(value > 0 ? "plain.for" : "plain.against", name);
        boolean nothingSupports = Arrays.stream(values).allMatch(v -> Double.isNaN(v) || v <= 0);
        return nothingSupports ? change.then(format("plain.support.none")) : change.then(others());
    }

    private String rankKey(long known) {
        long tied = Arrays.stream(values)
                .filter(v -> Math.abs(v) == Math.abs(values[lead]))
                .count();
        return tied > 1 ? "why.largest.tied" : known == 2 ? "why.largest.two" : "why.largest";
    }

    private RichText others() {
        boolean leadSupports = values[lead] > 0;
        List<RichText> supporting = named(1, 2);
        List<RichText> against = named(-1, 1);
        String supportKey = leadSupports ? "why.support." : "why.support.only.";
        String againstKey = leadSupports ? "why.against." : "why.against.also.";
        RichText text = new RichText(List.of());
        if (supporting.isEmpty()) {
            boolean noneLowers = Arrays.stream(values).allMatch(v -> Double.isNaN(v) || v <= 0);
            if (noneLowers) {
                return format("why.support.none");
            }
            return against.isEmpty()
                    ? text
                    : format(againstKey + "alone", against.get(0).sentence());
        }
        text = supporting.size() == 1
                ? format(supportKey + "one", supporting.get(0).sentence())
                : format(supportKey + "two", supporting.get(0).sentence(), supporting.get(1));
        return text.then(against.isEmpty() ? format("why.end") : format(againstKey + "after", against.get(0)));
    }

    /** The strongest other events in one direction, at most {@code limit}, no wording twice. */
    private List<RichText> named(int direction, int limit) {
        int[] order = Sentences.byValue(values);
        List<RichText> names = new ArrayList<>();
        for (int i = 0; i < order.length && names.size() < limit; i++) {
            int at = direction > 0 ? order[i] : order[order.length - 1 - i];
            double size = values[at] * direction;
            if (at == lead || size < WORTH_NAMING * Math.abs(values[lead]) || Numbers.showsZero(size)) {
                continue;
            }
            RichText name = sentences.words().doing(explanation.window().event(at), explanation.catalog());
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private RichText format(String key, Object... arguments) {
        return RichText.format(messages.pattern(key), arguments);
    }
}
