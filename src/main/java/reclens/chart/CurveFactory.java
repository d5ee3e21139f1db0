package reclens.chart;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import reclens.explanation.Attribution;
import reclens.explanation.Explanation;
import reclens.explanation.Faithfulness;
import reclens.explanation.Method;
import reclens.explanation.OrderCurve;
import reclens.text.Messages;
import reclens.text.Numbers;
import reclens.text.Sentences;

/** Makes the curves of removing and adding events. */
final class CurveFactory {
    private final Explanation explanation;
    private final Messages messages;
    private final Sentences sentences;

    CurveFactory(Explanation explanation, Messages messages, Sentences sentences) {
        this.explanation = explanation;
        this.messages = messages;
        this.sentences = sentences;
    }

    /** For a report on one method. */
    CurveSpec curve(Faithfulness f) {
        return deletion(f, messages.get("chart.curve.chosen"), List.of());
    }

    /** @param causes positions of which one caused the explained event; the strongest is marked */
    CurveSpec deletion(Faithfulness f, Method method, List<Integer> causes) {
        return deletion(f, named(method), marks(method, causes, f.fractions().length, "chart.curve.planted"));
    }

    CurveSpec insertion(OrderCurve curve, Method method, List<Integer> causes) {
        int n = explanation.window().length();
        return new CurveSpec(
                messages.get("chart.insertion"),
                messages.get("chart.insertion.subtitle"),
                messages.get("chart.insertion.x", n),
                messages.get("chart.curve.y"),
                curve.fractions(),
                xLabels(curve.fractions(), i -> i == 0 ? messages.get("chart.insertion.first") : ""),
                curve.curve(),
                curve.recency(),
                curve.randomMean(),
                curve.randomLow(),
                curve.randomHigh(),
                names(named(method), curve.randomAucs().length),
                marks(method, causes, curve.fractions().length, "chart.insertion.planted"));
    }

    private CurveSpec deletion(Faithfulness f, String name, List<CurveSpec.Mark> marks) {
        int n = explanation.window().length();
        int last = f.fractions().length - 1;
        return new CurveSpec(
                messages.get("chart.curve"),
                messages.get("chart.curve.subtitle"),
                messages.get("chart.curve.x", n),
                messages.get("chart.curve.y"),
                f.fractions(),
                xLabels(
                        f.fractions(),
                        i -> i == last && i > 0 && f.fractions()[i] * n > n - 1.5
                                ? messages.get("chart.curve.left")
                                : ""),
                f.curve(),
                f.recency(),
                f.randomMean(),
                f.randomLow(),
                f.randomHigh(),
                names(name, f.repeats()),
                marks);
    }

    private String named(Method method) {
        return messages.get("chart.curve.strongest", sentences.methodInSentence(method));
    }

    private CurveSpec.Names names(String chosen, int repeats) {
        return new CurveSpec.Names(
                chosen,
                messages.get("chart.curve.recency"),
                messages.get("chart.curve.random", repeats),
                messages.get("chart.curve.mean"));
    }

    /** The first point of the grid at which the strongest of the causes has been taken. */
    private List<CurveSpec.Mark> marks(Method method, List<Integer> causes, int points, String key) {
        Attribution attribution = explanation.attributions().get(method);
        if (attribution == null || points < 2) {
            return List.of();
        }
        int[] order = attribution.order(attribution.signed());
        for (int i = 0; i < order.length; i++) {
            int position = explanation.window().positions()[order[i]];
            if (causes.contains(position)) {
                int steps = points - 1;
                int place = i;
                int point = IntStream.range(0, points)
                        .filter(p -> taken(p, steps, order.length) > place)
                        .findFirst()
                        .orElse(steps);
                int first = taken(point, steps, order.length);
                return List.of(new CurveSpec.Mark(
                        point, messages.get(key, Integer.toString(position), Integer.toString(first)), i == 0));
            }
        }
        return List.of();
    }

    /** How many of n events are taken at a point of the grid. */
    private static int taken(int point, int steps, int n) {
        return (point * n + steps - 1) / steps;
    }

    private static List<String> xLabels(double[] fractions, IntFunction<String> words) {
        int points = fractions.length;
        return IntStream.range(0, points)
                .mapToObj(i -> {
                    String word = words.apply(i);
                    boolean labelled = points <= 6 || i % 2 == 0 || i == points - 1;
                    return word.isEmpty() && labelled ? Numbers.wholePercent(fractions[i]) : word;
                })
                .toList();
    }
}
