package reclens.text;

import java.util.Optional;
import reclens.domain.Catalog;
import reclens.domain.Interaction;
import reclens.explanation.Method;

/** Says which event speaks most for either side of a comparison. */
public final class CompareSentence {
    private final Messages messages;
    private final EventWords words;
    private final Sentences sentences;

    public CompareSentence(Messages messages) {
        this.messages = messages;
        this.words = new EventWords(messages);
        this.sentences = new Sentences(messages);
    }

    /**
     * An event that speaks for one side.
     *
     * @param event the event
     * @param items whether it stands for all events of its item
     * @param by how much more it counts for that side, above 0
     */
    public record Strongest(Interaction event, boolean items, double by) {}

    /**
     * @param kind {@code items}, {@code users}, {@code models} or {@code edit}
     * @param a what speaks most for the first side
     * @param b what speaks most for the second side
     */
    public RichText of(String kind, Method method, Optional<Strongest> a, Optional<Strongest> b, Catalog catalog) {
        if (a.isEmpty() && b.isEmpty()) {
            return RichText.plain(messages.get("compare.same"));
        }
        boolean removal = method == Method.LEAVE_ONE_OUT && kind.equals("items");
        RichText first = a.map(
                        s -> part(removal ? "compare.items.removed.a" : "compare." + kind + ".a", s, method, catalog))
                .orElse(RichText.plain(""));
        String secondKey = "compare." + kind + (a.isPresent() ? ".b" : ".b.alone");
        return b.map(s -> part(secondKey, s, method, catalog))
                .map(second ->
                        a.isPresent() ? RichText.format(messages.pattern("text.sentences"), first, second) : second)
                .orElse(first);
    }

    private RichText part(String key, Strongest strongest, Method method, Catalog catalog) {
        RichText name = strongest.items()
                ? RichText.format(
                        messages.pattern("compare.item"),
                        words.title(strongest.event().item(), catalog))
                : words.of(strongest.event(), catalog);
        return RichText.format(
                        messages.pattern(key), name, Numbers.score(strongest.by()), sentences.methodInSentence(method))
                .sentence();
    }
}
