package reclens.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import reclens.domain.Problem;
import reclens.domain.SeenPolicy;
import reclens.domain.TimeOrder;
import reclens.domain.UsageException;
import reclens.evaluation.Evaluation;
import reclens.evaluation.NegativeDraw;
import reclens.exchange.EvaluationDocument;
import reclens.files.CsvText;
import reclens.session.EvaluationRequest;
import reclens.session.Evaluator;
import reclens.session.Workspace;

@Command(
        name = "evaluate",
        description = "Ranking metrics: the last event of each user is held out and ranked.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    private static final Map<NegativeDraw, String> DRAWN = Map.of(
            NegativeDraw.DISTINCT, "each at most once",
            NegativeDraw.RECBOLE, "as RecBole does",
            NegativeDraw.PMIXER, "as pmixer does");

    @ParentCommand
    private RecLensCommand root;

    @Mixin
    private OpenOptions open;

    @Mixin
    private OutputOptions output;

    @Option(names = "--k", paramLabel = "K", defaultValue = "10", description = "length of the lists (default 10)")
    private int k;

    @Option(
            names = "--protocol",
            paramLabel = "NAME",
            defaultValue = Evaluator.LEAVE_ONE_OUT,
            description = "leave-one-out: the last event of each user is held out")
    private String protocol;

    @Option(
            names = "--sampled-negatives",
            paramLabel = "N",
            defaultValue = "0",
            description = "rank against N random items instead of all; seen items only where --seen includes them")
    private int sampledNegatives;

    @Option(
            names = "--negatives",
            paramLabel = "WAY",
            defaultValue = "distinct",
            description = "how negatives are drawn: distinct (each once), recbole or pmixer (as they draw)")
    private String negatives;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "seed of the negatives (default 1)")
    private long seed;

    @Option(names = "--segment", paramLabel = "FEATURE", description = "also for each value of a feature of the users")
    private String segment;

    @Option(names = "--seen", paramLabel = "POLICY", description = "exclude, exclude-window, include or zero")
    private String seen;

    @Option(names = "--csv", description = "one table as comma-separated text")
    private boolean csv;

    @Override
    public Integer call() {
        Arguments.atLeastOne("--k", k);
        check();
        try (Interrupt interrupt = new Interrupt(root.console());
                Workspace workspace = open.open(root.console())) {
            Evaluation evaluation = new Evaluator(workspace)
                    .evaluate(
                            new EvaluationRequest(
                                    k,
                                    seen == null ? workspace.seen() : SeenPolicy.parse(seen),
                                    sampledNegatives,
                                    NegativeDraw.parse(negatives),
                                    seed,
                                    Optional.ofNullable(segment)),
                            new PercentProgress(root.console(), "evaluated", System::nanoTime),
                            interrupt.token());
            note(evaluation);
            String result =
                    output.json ? EvaluationDocument.write(evaluation) : text(evaluation, workspace.trainedOrder());
            root.console().result(csv ? CsvText.of(EvaluationDocument.rows(evaluation)) : result, output.file);
            return 0;
        }
    }

    private void check() {
        if (!protocol.equals(Evaluator.LEAVE_ONE_OUT)) {
            throw new UsageException(Problem.of("unknown protocol")
                    .at("--protocol")
                    .expected(Evaluator.LEAVE_ONE_OUT)
                    .found("'" + protocol + "'"));
        }
        if (sampledNegatives < 0) {
            throw new UsageException(Problem.of("number out of range")
                    .at("--sampled-negatives")
                    .expected("at least 0, 0 for full ranking")
                    .found(Integer.toString(sampledNegatives)));
        }
        if (csv && output.json) {
            throw new UsageException(Problem.of("--csv and --json exclude each other"));
        }
    }

    private void note(Evaluation evaluation) {
        if (evaluation.skipped() > 0) {
            root.console()
                    .note(evaluation.skipped()
                            + " users were left out: fewer than two events, or nothing that the model knows");
        }
        if (evaluation.repeated() > 0) {
            root.console()
                    .note(evaluation.repeated() + " users had met their held-out item before; under --seen "
                            + evaluation.seen() + " it may not be recommended and counts as a miss");
        }
    }

    private static String text(Evaluation evaluation, Optional<TimeOrder> trained) {
        StringBuilder text = new StringBuilder();
        text.append("protocol  ").append(evaluation.protocol()).append('\n');
        text.append("ranking   ")
                .append(
                        evaluation.sampledNegatives() == 0
                                ? "full, over all items"
                                : "against " + evaluation.sampledNegatives() + " sampled negatives, seed "
                                        + evaluation.seed().orElseThrow() + ", drawn "
                                        + DRAWN.get(evaluation.draw()) + "; not comparable with full ranking")
                .append('\n');
        text.append("seen      ").append(evaluation.seen()).append('\n');
        if (evaluation.order() != TimeOrder.EXACT) {
            text.append("order     ").append(evaluation.order().key()).append('\n');
        }
        trained.filter(order -> order != evaluation.order()).ifPresent(order -> text.append("order     ")
                .append(evaluation.order().key())
                .append("; the model was trained and published with --order ")
                .append(order.key())
                .append(", which breaks ties of close times in another way\n"));
        text.append("k         ").append(evaluation.k());
        table(text, "all users", evaluation.users(), evaluation.metrics());
        for (Evaluation.Segment s : evaluation.segments()) {
            table(text, s.feature() + " = " + (s.value().isEmpty() ? "unknown" : s.value()), s.users(), s.metrics());
        }
        return text.toString();
    }

    private static void table(StringBuilder text, String title, int users, Map<String, Double> metrics) {
        text.append(String.format("%n%n%s (%d)", title, users));
        metrics.forEach((name, value) -> text.append(String.format(
                "%n  %-20s %s", name, Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value))));
    }
}
