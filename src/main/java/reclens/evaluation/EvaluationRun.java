package reclens.evaluation;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import reclens.domain.CancellationToken;
import reclens.domain.CancelledException;
import reclens.domain.ProgressListener;
import reclens.inference.RankableScores;

/** Ranks the held-out item of every user, several users at once. The result does not depend on the number of threads. */
public final class EvaluationRun {
    static final String STAGE = "progress.evaluating";

    private final HeldOutSource source;
    private final Optional<? extends NegativeSampler> sampler;
    private final int largestK;

    /**
     * @param sampler draws negatives; empty for full ranking
     * @param largestK length of the kept lists, the largest k that metrics will be asked for
     */
    public EvaluationRun(HeldOutSource source, Optional<? extends NegativeSampler> sampler, int largestK) {
        this.source = source;
        this.sampler = sampler;
        this.largestK = largestK;
    }

    /** @throws CancelledException when cancelled */
    public Outcomes run(ProgressListener progress, CancellationToken cancellation) {
        int users = source.users();
        AtomicReferenceArray<Outcome> outcomes = new AtomicReferenceArray<>(users);
        ParallelUsers.forEach(
                users,
                user -> source.heldOut(user).ifPresent(h -> outcomes.set(user, outcome(user, h))),
                share -> progress.progress(STAGE, share),
                cancellation);
        return new Outcomes(
                users,
                IntStream.range(0, users)
                        .mapToObj(outcomes::get)
                        .filter(Objects::nonNull)
                        .toList(),
                sampler.isPresent());
    }

    private Outcome outcome(int user, HeldOut heldOut) {
        int target = heldOut.target();
        if (sampler.isEmpty()) {
            RankableScores ranked = heldOut.scorer().all();
            return new Outcome(
                    user,
                    ranked.rank(target),
                    ranked.count(),
                    ranked.top(largestK),
                    ranked.scores()[target],
                    new float[0]);
        }
        int[] negatives = sampler.get().negatives(user, heldOut);
        // Each item is scored once, so that the held-out item ties exactly with itself among the negatives.
        int[] distinct = IntStream.concat(IntStream.of(target), Arrays.stream(negatives))
                .sorted()
                .distinct()
                .toArray();
        float[] scores = heldOut.scorer().of(distinct);
        float positive = scores[Arrays.binarySearch(distinct, target)];
        float[] negativeScores = new float[negatives.length];
        int rank = 1;
        for (int i = 0; i < negatives.length; i++) {
            negativeScores[i] = scores[Arrays.binarySearch(distinct, negatives[i])];
            boolean first = negativeScores[i] > positive || negativeScores[i] == positive && negatives[i] < target;
            rank += first ? 1 : 0;
        }
        return new Outcome(user, rank, negatives.length + 1, new int[0], positive, negativeScores);
    }
}
