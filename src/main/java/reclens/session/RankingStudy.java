package reclens.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import reclens.domain.CancellationToken;
import reclens.domain.NotFoundException;
import reclens.domain.ProgressListener;
import reclens.domain.TimeOrder;
import reclens.domain.UsageException;
import reclens.evaluation.Evaluation;
import reclens.evaluation.Interval;
import reclens.evaluation.ItemFacts;
import reclens.evaluation.Outcomes;

/**
 * Ranking metrics for lists of several lengths from one run over the users, each with its interval, beside those of the most
 * popular items.
 *
 * @param request what was asked for; its k is the largest of {@code cutoffs}
 * @param order how events of close times were sorted
 * @param trainedOrder how they were when the model was trained; empty where the checkpoint does not tell
 * @param cutoffs by length of the lists, shortest first
 */
public record RankingStudy(
        EvaluationRequest request, TimeOrder order, Optional<TimeOrder> trainedOrder, List<Cutoff> cutoffs) {
    /** Shares of the progress bar: the model's passes, the baseline's, and the rest for what the ranks come to. */
    private static final double PASSES = 0.75;

    private static final double BASELINE = 0.1;
    private static final String STAGE = "progress.metrics";

    /**
     * The results for one length of the lists.
     *
     * @param model what the command {@code evaluate} gives
     * @param intervals 95% intervals of {@code model}'s metrics that are means over users, by name
     * @param segments the same by value of the segments' feature; empty when none was asked for
     * @param popular the same evaluation of the most popular items; empty when not asked for
     */
    public record Cutoff(
            Evaluation model,
            Map<String, Interval> intervals,
            Map<String, Map<String, Interval>> segments,
            Optional<Evaluation> popular) {}

    public RankingStudy {
        cutoffs = List.copyOf(cutoffs);
    }

    /**
     * Runs the model once over all users.
     *
     * @param lengths of the lists, at least one, each at least 1
     * @param order in which the history is read again where the open workspace has another
     * @param popular whether the most popular items are ranked too
     * @throws UsageException when the users have no such feature
     * @throws NotFoundException when no user can be evaluated
     * @throws reclens.domain.DataException when the history has to be read again and cannot
     * @throws reclens.domain.CancelledException when cancelled
     */
    public static RankingStudy of(
            Workspace open,
            EvaluationRequest request,
            List<Integer> lengths,
            TimeOrder order,
            boolean popular,
            ProgressListener progress,
            CancellationToken cancellation) {
        if (open.log().order() == order) {
            return run(open, request, lengths, popular, progress, cancellation);
        }
        try (Workspace reordered =
                new WorkspaceOpener().open(open.source().ordered(order), ProgressListener.NONE, cancellation)) {
            return run(reordered, request, lengths, popular, progress, cancellation);
        }
    }

    private static RankingStudy run(
            Workspace workspace,
            EvaluationRequest asked,
            List<Integer> lengths,
            boolean popular,
            ProgressListener progress,
            CancellationToken cancellation) {
        List<Integer> ks = lengths.stream().distinct().sorted().toList();
        EvaluationRequest request = asked.at(ks.get(ks.size() - 1));
        Evaluator evaluator = new Evaluator(workspace);
        evaluator.check(request);
        Outcomes outcomes = evaluator.ranks(
                request.seen(),
                Evaluator.sampler(request),
                request.k(),
                (stage, done) -> progress.progress(stage, done * PASSES),
                cancellation);
        Optional<Outcomes> baseline = popular
                ? Optional.of(evaluator.popularRanks(
                        request.seen(),
                        Evaluator.sampler(request),
                        request.k(),
                        (stage, done) -> progress.progress(stage, PASSES + done * BASELINE),
                        cancellation))
                : Optional.empty();
        ItemFacts items = evaluator.facts(cancellation);
        List<Cutoff> cutoffs = new ArrayList<>();
        for (int k : ks) {
            double done = PASSES + BASELINE;
            progress.progress(STAGE, done + (1 - done) * cutoffs.size() / ks.size());
            cutoffs.add(cutoff(evaluator, request.at(k), outcomes, baseline, items, cancellation));
        }
        return new RankingStudy(request, workspace.log().order(), workspace.trainedOrder(), cutoffs);
    }

    private static Cutoff cutoff(
            Evaluator evaluator,
            EvaluationRequest request,
            Outcomes outcomes,
            Optional<Outcomes> baseline,
            ItemFacts items,
            CancellationToken cancellation) {
        cancellation.check();
        Map<String, Map<String, Interval>> segments = new TreeMap<>();
        request.segment().ifPresent(feature -> outcomes.split(evaluator.valueOf(feature))
                .forEach((value, users) ->
                        segments.put(value, users.intervals(request.k(), request.seed(), cancellation))));
        return new Cutoff(
                evaluator.at(request, outcomes, items),
                outcomes.intervals(request.k(), request.seed(), cancellation),
                segments,
                baseline.map(popular -> evaluator.at(request, popular, items)));
    }
}
