package reclens.ui.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reclens.domain.CancellationToken;
import reclens.domain.EditedHistory;
import reclens.domain.Item;
import reclens.domain.Problem;
import reclens.domain.ProgressListener;
import reclens.domain.UsageException;
import reclens.domain.UserHistory;
import reclens.explanation.Explanation;
import reclens.explanation.Faithfulness;
import reclens.explanation.Method;
import reclens.session.Comparison;
import reclens.session.ExplainRequest;
import reclens.session.Explainer;
import reclens.session.WhatIf;
import reclens.session.Workspace;
import reclens.session.WorkspaceModels;
import reclens.session.WorkspaceSource;
import reclens.text.CompareSentence;
import reclens.text.Numbers;
import reclens.text.Sentences;
import reclens.ui.UiText;

/** Explains both sides and puts them into words; runs in the background. */
record Comparer(
        Workspace workspace,
        Explainer explainer,
        UserHistory history,
        int item,
        Method method,
        long seed,
        ProgressListener progress,
        CancellationToken cancellation) {

    private static Sentences sentences() {
        return new Sentences(UiText.messages());
    }

    Compared items(int other) {
        Explanation a = explain(explainer, history, item);
        Explanation b = explain(explainer, history, other);
        return compared(Kind.ITEMS, Comparison.byPosition(a, b, method), itemSide(a), itemSide(b));
    }

    /** How far the difference of two items' values can be trusted; empty where it was not explained. */
    Optional<Faithfulness> check(int other) {
        Explanation contrast = explainer.explain(
                new ExplainRequest(history, item, List.of(method), true, false, seed, other), progress, cancellation);
        return contrast.faithfulness(method);
    }

    Compared users(UserHistory other) {
        Explanation a = explain(explainer, history, item);
        Explanation b = explain(explainer, other, item);
        return compared(
                Kind.USERS,
                Comparison.byItem(a, b, method),
                side(a, history.user(), workspace.users().label(history.user())),
                side(b, other.user(), workspace.users().label(other.user())));
    }

    Compared edit(EditedHistory edited) {
        EditedHistory readable =
                new WhatIf(workspace, workspace.seen()).compare(edited, 1).history();
        Explanation a = explain(explainer, readable.before(), item);
        Explanation b = explain(explainer, readable.after(), item);
        long edits = readable.entries().stream()
                .filter(e -> e.change() != EditedHistory.Change.KEPT)
                .count();
        return compared(
                Kind.EDIT,
                Comparison.byOrigin(readable, a, b, method),
                side(a, UiText.get("compare.before"), UiText.get("compare.before.note")),
                side(b, UiText.get("compare.after"), UiText.plural("whatif.edits", edits, Numbers.count(edits))));
    }

    Compared models(SecondModel second, WorkspaceSource source) {
        Workspace other = second.open(source, progress, cancellation);
        Explainer engine = new Explainer(other);
        Explanation a = explain(explainer, history, item);
        Explanation b = explain(
                engine, history, engine.indexOfItem(workspace.vocabulary().id(item)));
        return compared(
                Kind.MODELS,
                Comparison.byPosition(a, b, method),
                side(a, modelTitle(workspace.source()), sentences().modelName(a.provenance())),
                side(b, modelTitle(source), sentences().modelName(b.provenance())));
    }

    /** The title by which it is opened; the main model has none of these, but often one that the workspace gives it. */
    static String modelTitle(WorkspaceSource source) {
        String title = source.modelTitle().isEmpty() ? WorkspaceModels.mainTitle(source) : source.modelTitle();
        return title.isEmpty() ? UiText.get("models.main") : title;
    }

    private Explanation explain(Explainer engine, UserHistory events, int target) {
        // Product features are summed from a method with a direction.
        List<Method> methods = method.signed() ? List.of(method) : List.of(method, Method.LEAVE_ONE_OUT);
        Explanation found =
                engine.explain(new ExplainRequest(events, target, methods, false, false, seed), progress, cancellation);
        String refused = found.refusals().get(method);
        if (refused != null) {
            throw new UsageException(
                    Problem.of(UiText.format("compare.refused", sentences().methodName(method), UiText.phrase(refused)))
                            .fix(UiText.get("compare.refused.fix")));
        }
        return found;
    }

    private Compared compared(Kind kind, Comparison comparison, Compared.Side a, Compared.Side b) {
        return new Compared(
                kind,
                comparison,
                a,
                b,
                new CompareSentence(UiText.messages())
                        .of(
                                kind.key(),
                                method,
                                strongest(comparison, 1),
                                strongest(comparison, -1),
                                workspace.catalog()),
                sentences().methodAxis(method),
                workspace.catalog());
    }

    private static Optional<CompareSentence.Strongest> strongest(Comparison comparison, int sign) {
        return comparison.rows().stream()
                .filter(r -> sign * r.difference() >= 0.005) // what two decimals would show as 0.00 says nothing
                .max(java.util.Comparator.comparingDouble(r -> sign * r.difference()))
                .map(r -> new CompareSentence.Strongest(r.event(), r.count() > 1, sign * r.difference()));
    }

    private Compared.Side itemSide(Explanation explanation) {
        Item item = workspace.catalog().item(explanation.target().item());
        String features = item.features().values().stream()
                .map(v -> String.join(" | ", v))
                .filter(v -> !v.isBlank())
                .limit(3)
                .collect(Collectors.joining(", "));
        return new Compared.Side(
                UiText.title(item.id(), workspace.catalog()),
                Stream.of(rank(explanation), features)
                        .filter(s -> !s.isEmpty())
                        .collect(Collectors.joining(" \u00b7 ")),
                explanation.target().score());
    }

    private Compared.Side side(Explanation explanation, String title, String known) {
        String item = UiText.title(explanation.target().item(), workspace.catalog());
        return new Compared.Side(
                title,
                Stream.of(known, UiText.format("compare.on-rank", item, rank(explanation)))
                        .filter(s -> !s.isEmpty())
                        .collect(Collectors.joining(" \u00b7 ")),
                explanation.target().score());
    }

    private static String rank(Explanation explanation) {
        int rank = explanation.target().rank();
        return rank == 0 ? UiText.get("compare.unranked") : UiText.format("compare.rank", Numbers.count(rank));
    }
}
