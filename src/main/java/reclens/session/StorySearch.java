package reclens.session;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import reclens.domain.CancellationToken;
import reclens.domain.HistoryWindow;
import reclens.domain.NotFoundException;
import reclens.domain.ProgressListener;
import reclens.domain.Recommendation;
import reclens.domain.UserHistory;
import reclens.explanation.Attribution;
import reclens.explanation.Explanation;
import reclens.explanation.ExplanationRun;
import reclens.explanation.Faithfulness;
import reclens.explanation.Method;
import reclens.explanation.Verdict;

/**
 * Looks among users drawn by a seed for recommendations that are easy to tell: a clear verdict (half of the value), a short
 * counterfactual (three tenths) and a history that can be read (two tenths).
 */
public final class StorySearch {
    private static final String STAGE = "progress.stories";
    private static final int RIVALS = 11;
    /** A history of so many events is read at a glance; of so many it is not. */
    private static final int SHORT = 8;

    private static final int LONG = 60;
    private static final int WORST_COUNTERFACTUAL = 6;

    private final Workspace workspace;
    private final Explainer explainer;

    public StorySearch(Workspace workspace) {
        this.workspace = workspace;
        this.explainer = new Explainer(workspace);
    }

    /**
     * @param users how many to look at, at most
     * @param seed of the users and of the random orders
     * @param found told of each story as soon as it is there, on the calling thread
     * @throws reclens.domain.CancelledException when cancelled
     */
    public void search(
            int users, long seed, Consumer<Story> found, ProgressListener progress, CancellationToken cancellation) {
        int[] order = order(workspace.log().userCount(), seed);
        int most = Math.min(users, order.length);
        for (int i = 0; i < most; i++) {
            progress.progress(STAGE, (double) i / most);
            cancellation.check();
            story(workspace.log().history(order[i]), seed, cancellation).ifPresent(found);
        }
        progress.progress(STAGE, 1);
    }

    private Optional<Story> story(UserHistory history, long seed, CancellationToken cancellation) {
        HistoryWindow window = workspace.window(history);
        if (window.isEmpty()) {
            return Optional.empty();
        }
        ScoredHistory scored;
        try {
            scored = explainer.score(history);
        } catch (NotFoundException unreadable) {
            return Optional.empty(); // a user or items that the model does not know
        }
        List<Recommendation> top = scored.top(RIVALS);
        if (top.isEmpty()) {
            return Optional.empty();
        }
        ExplanationRun run = explainer.run(scored);
        Explanation explanation = run.explain(
                top.get(0),
                top,
                scored.ranked().count(),
                new ExplanationRun.Plan(List.of(Method.LEAVE_ONE_OUT), true, true, seed),
                ProgressListener.NONE,
                cancellation);
        Attribution attribution = explanation.attributions().get(Method.LEAVE_ONE_OUT);
        Faithfulness faithfulness = explanation.faithfulness().get(Method.LEAVE_ONE_OUT);
        return attribution == null || faithfulness == null
                ? Optional.empty()
                : Optional.of(story(explanation, attribution, faithfulness));
    }

    private Story story(Explanation explanation, Attribution attribution, Faithfulness faithfulness) {
        HistoryWindow window = explanation.window();
        int strongest = attribution.order(true)[0];
        double supporting =
                Arrays.stream(attribution.values()).filter(v -> v > 0).sum();
        double share = supporting > 0 ? Math.max(0, attribution.values()[strongest]) / supporting : 0;
        int counterfactual = explanation.counterfactual() != null
                        && explanation.counterfactual().found()
                ? explanation.counterfactual().removed().length
                : 0;
        double titled = IntStream.range(0, window.length())
                        .filter(i -> explanation.catalog().lists(window.event(i).item()))
                        .count()
                / (double) window.length();
        double clear = clarity(faithfulness.verdict(), faithfulness.randomPercentile());
        double brief =
                counterfactual == 0 ? 0 : Math.max(0, 1 - (counterfactual - 1) / (double) (WORST_COUNTERFACTUAL - 1));
        double length = Math.max(0, Math.min(1, (LONG - window.length()) / (double) (LONG - SHORT)));
        double readable = titled * (length + share) / 2;
        return new Story(
                window.history().user(),
                explanation.target(),
                window.length(),
                titled,
                faithfulness.verdict(),
                faithfulness.randomPercentile(),
                window.event(strongest).item(),
                share,
                counterfactual,
                0.5 * clear + 0.3 * brief + 0.2 * readable);
    }

    /** 1 for an order that beats both baselines and every random order. */
    private static double clarity(Verdict verdict, double percentile) {
        return switch (verdict) {
            case SUPPORTED -> 1 - Math.min(1, percentile / 0.05) * 0.2;
            case RECENCY_SUFFICES -> 0.4;
            case NOT_SUPPORTED, TOO_SHORT -> 0;
        };
    }

    private static int[] order(int users, long seed) {
        int[] order = IntStream.range(0, users).toArray();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = users - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int user = order[i];
            order[i] = order[j];
            order[j] = user;
        }
        return order;
    }
}
