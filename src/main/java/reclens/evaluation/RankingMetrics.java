package reclens.evaluation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import reclens.domain.CancellationToken;

/**
 * Metrics with exactly one relevant item a user, at rank r among c candidates, of which n = min(k, c) are recommended; hit is
 * 1 where 0 &lt; r &lt;= k.
 *
 * <ul>
 *   <li>precision = hit / k, recall = hit_rate = hit, f1 = their harmonic mean
 *   <li>ndcg = hit / log2(r + 1), mrr = map = hit / r
 *   <li>accuracy = (TP + TN) / N with N - n - (1 - hit) true negatives, N the catalogue, under sampled negatives c
 *   <li>coverage = distinct recommended items / catalogue; diversity = 1 - mean pairwise cosine of item embeddings;
 *       category_diversity = 1 - mean pairwise Jaccard index of categories; novelty = mean -log2 popularity
 *   <li>auc, log_loss over all pairs of user and candidate, for pointwise models under sampled negatives
 * </ul>
 *
 * <p>Under sampled negatives there is no list of recommendations: what is said of lists is NaN.
 */
final class RankingMetrics {
    private static final double LOG2 = Math.log(2);

    private RankingMetrics() {}

    static Map<String, Double> of(List<Outcome> outcomes, int k, ItemFacts items, boolean sampled) {
        double hits = 0;
        double firsts = 0;
        double gain = 0;
        double reciprocal = 0;
        double accuracy = 0;
        for (Outcome o : outcomes) {
            boolean hit = o.rank() > 0 && o.rank() <= k;
            hits += hit ? 1 : 0;
            firsts += o.rank() == 1 ? 1 : 0;
            gain += hit ? LOG2 / Math.log(o.rank() + 1.0) : 0;
            reciprocal += hit ? 1.0 / o.rank() : 0;
            int recommended = Math.min(k, o.candidates());
            int wrong = (hit ? recommended - 1 : recommended) + (hit ? 0 : 1);
            accuracy += 1 - (double) wrong / (sampled ? o.candidates() : items.catalogueSize());
        }
        double n = outcomes.size();
        double recall = hits / n;
        double precision = recall / k;
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("accuracy", accuracy / n);
        metrics.put("precision", precision);
        metrics.put("recall", recall);
        metrics.put("f1", hits == 0 && n > 0 ? 0 : 2 * precision * recall / (precision + recall));
        metrics.put("hit_rate", recall);
        metrics.put("ndcg", gain / n);
        metrics.put("mrr", reciprocal / n);
        metrics.put("map", reciprocal / n);
        metrics.put("coverage", sampled ? Double.NaN : coverage(outcomes, k, items));
        metrics.put("diversity", sampled ? Double.NaN : mean(outcomes, o -> diversity(list(o, k), items)));
        if (items.hasCategories()) {
            metrics.put(
                    "category_diversity",
                    sampled ? Double.NaN : mean(outcomes, o -> categoryDiversity(list(o, k), items)));
        }
        metrics.put("novelty", sampled ? Double.NaN : mean(outcomes, o -> novelty(list(o, k), items)));
        metrics.put("hit_at_1", firsts / n);
        if (items.pointwise()) {
            metrics.put("auc", sampled ? PairMetrics.auc(outcomes) : Double.NaN);
            metrics.put("log_loss", sampled ? PairMetrics.logLoss(outcomes) : Double.NaN);
        }
        return metrics;
    }

    static Map<String, Interval> intervals(List<Outcome> outcomes, int k, long seed, CancellationToken cancellation) {
        Interval hit = interval(outcomes, k, r -> 1, seed, cancellation);
        Interval reciprocal = interval(outcomes, k, r -> 1.0 / r, seed, cancellation);
        Map<String, Interval> intervals = new LinkedHashMap<>();
        intervals.put("precision", new Interval(hit.mean() / k, hit.low() / k, hit.high() / k, hit.count()));
        intervals.put("recall", hit);
        intervals.put("hit_rate", hit);
        intervals.put("ndcg", interval(outcomes, k, r -> LOG2 / Math.log(r + 1.0), seed, cancellation));
        intervals.put("mrr", reciprocal);
        intervals.put("map", reciprocal);
        intervals.put("hit_at_1", interval(outcomes, 1, r -> 1, seed, cancellation));
        return intervals;
    }

    /** @param gain of a rank within the list; what lies outside gains nothing */
    private static Interval interval(
            List<Outcome> outcomes, int k, IntToDoubleFunction gain, long seed, CancellationToken cancellation) {
        double[] values = outcomes.stream()
                .mapToDouble(o -> o.rank() > 0 && o.rank() <= k ? gain.applyAsDouble(o.rank()) : 0)
                .toArray();
        return Interval.of(values, seed, cancellation);
    }

    private static int[] list(Outcome outcome, int k) {
        return Arrays.copyOf(outcome.top(), Math.min(k, outcome.top().length));
    }

    private static double coverage(List<Outcome> outcomes, int k, ItemFacts items) {
        BitSet recommended = new BitSet();
        outcomes.forEach(o -> Arrays.stream(list(o, k)).forEach(recommended::set));
        return recommended.cardinality() / (double) items.catalogueSize();
    }

    private static double mean(List<Outcome> outcomes, java.util.function.ToDoubleFunction<Outcome> value) {
        return outcomes.stream()
                .mapToDouble(value)
                .filter(v -> !Double.isNaN(v))
                .average()
                .orElse(Double.NaN);
    }

    /** NaN for a list without pairs or a model without item embeddings. */
    private static double diversity(int[] list, ItemFacts items) {
        float[][] rows = new float[list.length][];
        for (int i = 0; i < list.length; i++) {
            rows[i] = items.embedding(list[i]).orElse(null);
            if (rows[i] == null) {
                return Double.NaN;
            }
        }
        return pairs(list.length, (i, j) -> 1 - cosine(rows[i], rows[j]));
    }

    private static double categoryDiversity(int[] list, ItemFacts items) {
        return pairs(list.length, (i, j) -> {
            var a = items.categories(list[i]);
            var b = items.categories(list[j]);
            long shared = a.stream().filter(b::contains).count();
            long all = a.size() + b.size() - shared;
            return all == 0 ? 0 : 1 - (double) shared / all;
        });
    }

    private static double novelty(int[] list, ItemFacts items) {
        return Arrays.stream(list)
                .mapToDouble(i -> -Math.log(items.popularity(i)) / LOG2)
                .average()
                .orElse(Double.NaN);
    }

    private interface PairValue {
        double of(int i, int j);
    }

    private static double pairs(int n, PairValue value) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                sum += value.of(i, j);
            }
        }
        return n < 2 ? Double.NaN : sum / (n * (n - 1) / 2.0);
    }

    /** 0 where one of the two is the zero vector. */
    private static double cosine(float[] a, float[] b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int d = 0; d < a.length; d++) {
            ab += (double) a[d] * b[d];
            aa += (double) a[d] * a[d];
            bb += (double) b[d] * b[d];
        }
        return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
    }
}
