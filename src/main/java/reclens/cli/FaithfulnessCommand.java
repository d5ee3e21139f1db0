package reclens.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import reclens.domain.SeenPolicy;
import reclens.evaluation.FaithfulnessStudy;
import reclens.evaluation.Interval;
import reclens.exchange.FaithfulnessDocument;
import reclens.explanation.Method;
import reclens.explanation.Metric;
import reclens.explanation.Verdict;
import reclens.session.ExplanationEvaluator;
import reclens.session.FaithfulnessRequest;
import reclens.session.Workspace;

@Command(
        name = "faithfulness",
        description =
                "Explanation methods side by side: how far the first recommendations of many users bear them out.",
        mixinStandardHelpOptions = true)
final class FaithfulnessCommand implements Callable<Integer> {
    private static final List<Metric> SHOWN = List.of(
            Metric.DELETION_PERCENTILE,
            Metric.DELETION_DROP,
            Metric.INSERTION_PERCENTILE,
            Metric.COMPREHENSIVENESS,
            Metric.SUFFICIENCY,
            Metric.SENSITIVITY_1,
            Metric.SENSITIVITY_HALF,
            Metric.POS_AT_10,
            Metric.LEAVE_ONE_OUT_TAU,
            Metric.RANDOMISED_TOP,
            Metric.RANDOMISED_ALL);

    @ParentCommand
    private RecLensCommand root;

    @Mixin
    private OpenOptions open;

    @Mixin
    private OutputOptions output;

    @Option(names = "--users", paramLabel = "N", defaultValue = "100", description = "how many users (default 100)")
    private int users;

    @Option(names = "--method", paramLabel = "M,...", description = "methods (default: every one but flow and shapley)")
    private String methods;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "seed of users, orders and intervals (default 1)")
    private long seed;

    @Option(names = "--seen", paramLabel = "POLICY", description = "exclude, exclude-window, include or zero")
    private String seen;

    @Option(
            names = "--no-randomised",
            description = "leave out the check against models with permuted parameters, which takes longest")
    private boolean withoutRandomised;

    @Override
    public Integer call() {
        Arguments.atLeastOne("--users", users);
        List<Method> chosen = Arguments.methodsOrQuick(methods);
        try (Interrupt interrupt = new Interrupt(root.console());
                Workspace workspace = open.open(root.console())) {
            SeenPolicy policy = seen == null ? workspace.seen() : SeenPolicy.parse(seen);
            FaithfulnessStudy study = new ExplanationEvaluator(workspace)
                    .faithfulness(
                            new FaithfulnessRequest(users, chosen, policy, seed, !withoutRandomised),
                            new PercentProgress(root.console(), "explained", System::nanoTime),
                            interrupt.token());
            root.console()
                    .result(
                            output.json
                                    ? FaithfulnessDocument.write(study, policy.key(), workspace.provenance())
                                    : text(study),
                            output.file);
            return 0;
        }
    }

    /** A Markdown table, so that it can be pasted as it is. */
    private static String text(FaithfulnessStudy study) {
        StringBuilder text = new StringBuilder(study.users() + " users, seed " + study.seed()
                + "; means; 95% intervals by bootstrap over users are in --json" + System.lineSeparator());
        text.append(System.lineSeparator()).append("| method |");
        SHOWN.forEach(metric -> text.append(' ').append(metric.key()).append(" |"));
        text.append(" supported | recency suffices | not supported | too short |")
                .append(System.lineSeparator())
                .append("|---|")
                .append("---|".repeat(SHOWN.size() + 4));
        study.results().forEach(result -> {
            row(text, result.method().key(), result.metrics());
            for (Verdict verdict :
                    List.of(Verdict.SUPPORTED, Verdict.RECENCY_SUFFICES, Verdict.NOT_SUPPORTED, Verdict.TOO_SHORT)) {
                text.append(' ').append(result.verdicts().get(verdict)).append(" |");
            }
        });
        if (!study.results().isEmpty()) {
            baseline(text, "random order", study.results().get(0).random());
            baseline(text, "most recent first", study.results().get(0).recency());
        }
        study.refusals().forEach((method, reason) -> text.append(System.lineSeparator())
                .append(System.lineSeparator())
                .append(method.key())
                .append(": ")
                .append(reason));
        return text.toString();
    }

    /** What is the same for every method; E6 compares a method with its own values on other events. */
    private static void baseline(StringBuilder text, String name, Map<Metric, Interval> metrics) {
        Map<Metric, Interval> shared = new EnumMap<>(metrics);
        shared.keySet().removeAll(List.of(Metric.SENSITIVITY_1, Metric.SENSITIVITY_HALF));
        row(text, name, shared);
        text.append(" | | | |");
    }

    private static void row(StringBuilder text, String name, Map<Metric, Interval> metrics) {
        text.append(System.lineSeparator()).append("| ").append(name).append(" |");
        for (Metric metric : SHOWN) {
            Interval interval = metrics.get(metric);
            text.append(
                    interval == null || Double.isNaN(interval.mean())
                            ? " |"
                            : String.format(Locale.ROOT, " %.3f |", interval.mean()));
        }
    }
}
