package reclens.ui.trust;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import reclens.chart.Tokens;
import reclens.explanation.Attribution;
import reclens.explanation.Explanation;
import reclens.explanation.Faithfulness;
import reclens.explanation.Method;
import reclens.explanation.MethodAgreement;
import reclens.session.Explainer;
import reclens.text.Sentences;
import reclens.ui.UiText;
import reclens.ui.workbench.FurtherMethods;

/** Makes the lines of the table of methods: what has numbers first, by deletion area, then what waits, then what is refused. */
final class MethodRows {
    private final Sentences sentences;

    MethodRows(Sentences sentences) {
        this.sentences = sentences;
    }

    /**
     * @param running the methods that are being computed
     * @param causes positions of which one caused the explained item; empty where that is not known
     */
    List<MethodRow> of(
            Explanation explanation,
            Explainer engine,
            Method chosen,
            Collection<Method> running,
            List<Integer> causes) {
        List<MethodRow> rows = new ArrayList<>();
        for (Method method : FurtherMethods.all()) {
            rows.add(row(explanation, engine, method, chosen, running.contains(method), causes));
        }
        rows.sort((a, b) -> {
            int byState = Integer.compare(group(a), group(b));
            return byState != 0 ? byState : Double.compare(a.deletionArea(), b.deletionArea());
        });
        return rows;
    }

    private static int group(MethodRow row) {
        return switch (row.state()) {
            case DONE, CHECKING -> 0;
            case RUNNING -> 1;
            case WAITING -> 2;
            case REFUSED -> 3;
        };
    }

    private MethodRow row(
            Explanation explanation,
            Explainer engine,
            Method method,
            Method chosen,
            boolean running,
            List<Integer> causes) {
        String name = sentences.methodName(method);
        Attribution attribution = explanation.attributions().get(method);
        if (attribution == null) {
            Optional<String> refused = Optional.ofNullable(
                            explanation.refusals().get(method))
                    .or(() -> engine == null ? Optional.empty() : engine.refusal(method));
            return refused.map(
                            reason -> MethodRow.without(method, name, MethodRow.State.REFUSED, UiText.phrase(reason)))
                    .orElseGet(() -> MethodRow.without(
                            method,
                            name,
                            running ? MethodRow.State.RUNNING : MethodRow.State.WAITING,
                            UiText.get(running ? "trust.row.running" : "trust.row.waiting")));
        }
        Faithfulness f = explanation.faithfulness(method).orElse(null);
        Optional<MethodAgreement> agreement =
                method == chosen ? Optional.empty() : MethodAgreement.of(explanation, chosen, method);
        double none = Double.NaN;
        return new MethodRow(
                method,
                name,
                f == null ? MethodRow.State.CHECKING : MethodRow.State.DONE,
                f == null ? UiText.get("trust.row.checking") : "",
                f == null ? none : f.deletionAuc(),
                f == null ? none : f.randomPercentile(),
                f == null ? none : f.comprehensiveness(),
                f == null ? none : f.sufficiency(),
                causeRank(explanation, attribution, causes),
                explanation.window().length(),
                f == null ? "" : sentences.verdictTitle(f),
                f == null ? "none" : Tokens.verdictToken(f.verdict()),
                agreement.map(MethodAgreement::tau).orElse(none),
                agreement.map(MethodAgreement::shared).orElse(0),
                agreement.map(MethodAgreement::top).orElse(0));
    }

    /** Place of the strongest of the causes in the method's order, from 1; 0 where there is none. */
    static int causeRank(Explanation explanation, Attribution attribution, List<Integer> causes) {
        int[] order = attribution.order(attribution.signed());
        for (int i = 0; i < order.length; i++) {
            if (causes.contains(explanation.window().positions()[order[i]])) {
                return i + 1;
            }
        }
        return 0;
    }
}
