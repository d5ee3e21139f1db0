package reclens.text;

import reclens.domain.Catalog;
import reclens.domain.Interaction;

/** Says what a model would have recommended after an event, and what it attended to. */
public final class EvolutionSentence {
    private final Messages messages;
    private final EventWords words;

    public EvolutionSentence(Messages messages) {
        this.messages = messages;
        this.words = new EventWords(messages);
    }

    /**
     * A feature value and its share.
     *
     * @param value words of the value
     */
    public record Lead(String value, double share) {}

    /**
     * "After #12 X the model would have recommended most of all Comedy (0.46 of the probability). It attended ...".
     *
     * @param key {@code probability} or {@code top_ten}: what the recommended share is a share of
     * @param recommended the value with the largest share
     * @param attended the value with the largest share; null where the model attends to nothing
     */
    public RichText of(Interaction event, Catalog catalog, String key, Lead recommended, Lead attended) {
        RichText first = RichText.format(
                messages.pattern("evolution." + key),
                "#" + event.position(),
                words.title(event.item(), catalog),
                recommended.value(),
                Numbers.score(recommended.share()));
        return attended == null
                ? first
                : first.then(RichText.format(
                        messages.pattern("evolution.attended"), attended.value(), Numbers.score(attended.share())));
    }
}
