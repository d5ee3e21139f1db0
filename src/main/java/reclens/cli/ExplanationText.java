package reclens.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import reclens.domain.HistoryWindow;
import reclens.domain.Interaction;
import reclens.explanation.Attribution;
import reclens.explanation.Explanation;
import reclens.text.Messages;
import reclens.text.Numbers;
import reclens.text.Sentences;

/** Explanations as text for a terminal: the sentence, the verdict, the strongest events of each method. */
final class ExplanationText {
    private static final int EVENTS = 10;

    private final Sentences sentences = new Sentences(Messages.of(Locale.ENGLISH));

    private ExplanationText() {}

    static String write(List<Explanation> explanations) {
        ExplanationText text = new ExplanationText();
        return explanations.stream().map(text::explanation).collect(Collectors.joining("\n\n"));
    }

    private String explanation(Explanation explanation) {
        StringBuilder text = new StringBuilder();
        text.append(
                        explanation.target().rank() == 0
                                ? "excluded"
                                : "#" + explanation.target().rank())
                .append("  ")
                .append(sentences.title(explanation.target().item(), explanation.catalog()))
                .append(" (")
                .append(explanation.target().item())
                .append("), score ")
                .append(Numbers.score(explanation.target().score()))
                .append('\n')
                .append(
                        explanation.contrast() == null
                                ? sentences
                                        .why(explanation, Sentences.leading(explanation))
                                        .text()
                                : sentences.contrast(explanation));
        explanation.attributions().forEach((method, attribution) -> {
            text.append("\n\n")
                    .append(sentences.methodName(method))
                    .append(": ")
                    .append(sentences.methodMeaning(attribution));
            explanation.faithfulness(method).ifPresent(f -> text.append('\n').append(sentences.verdictSentence(f)));
            events(text, explanation.window(), attribution, explanation);
        });
        explanation.refusals().forEach((method, reason) -> text.append("\n\n")
                .append(sentences.methodName(method))
                .append(": refused, ")
                .append(reason));
        return text.toString();
    }

    private void events(StringBuilder text, HistoryWindow window, Attribution attribution, Explanation explanation) {
        int[] order = attribution.order(false);
        double shown = 0;
        int count = Math.min(EVENTS, order.length);
        for (int i = 0; i < count; i++) {
            Interaction event = window.event(order[i]);
            double value = attribution.values()[order[i]];
            shown += Double.isNaN(value) ? 0 : value;
            text.append(String.format(
                    "%n%10s  #%-4d %-10s %s",
                    Numbers.value(value, attribution.signed()),
                    event.position(),
                    event.event(),
                    sentences.title(event.item(), explanation.catalog())));
        }
        if (order.length > count) {
            text.append(String.format(
                    "%n%10s  other (%d events)",
                    Numbers.value(attribution.total() - shown, attribution.signed()), order.length - count));
        }
        if (attribution.maskMass() > 0) {
            text.append(String.format("%n%10s  kept by the mask", Numbers.attention(attribution.maskMass())));
        }
        if (!Double.isNaN(attribution.paddingMass())) {
            text.append(String.format("%n%10s  on padding", Numbers.attention(attribution.paddingMass())));
        }
    }
}
