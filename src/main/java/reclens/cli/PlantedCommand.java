package reclens.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import reclens.domain.SeenPolicy;
import reclens.evaluation.Interval;
import reclens.evaluation.PlantedStudy;
import reclens.exchange.PlantedDocument;
import reclens.explanation.Method;
import reclens.session.ExplanationEvaluator;
import reclens.session.PlantedRequest;
import reclens.session.Workspace;

@Command(
        name = "planted",
        description = "How often each method names the true cause, on data whose causes are known.",
        mixinStandardHelpOptions = true)
final class PlantedCommand implements Callable<Integer> {
    @ParentCommand
    private RecLensCommand root;

    @Mixin
    private OpenOptions open;

    @Mixin
    private OutputOptions output;

    @Option(names = "--causes", paramLabel = "FILE", description = "the truth (default: causes.csv of the workspace)")
    private Path causes;

    @Option(names = "--method", paramLabel = "M,...", description = "methods (default: every one but flow and shapley)")
    private String methods;

    @Option(
            names = "--users",
            paramLabel = "N",
            description = "only the events of N users, drawn by --seed (default: of all)")
    private Integer users;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "seed of users, methods and intervals (default 1)")
    private long seed;

    @Option(names = "--seen", paramLabel = "POLICY", description = "exclude, exclude-window, include or zero")
    private String seen;

    @Override
    public Integer call() {
        if (users != null) {
            Arguments.atLeastOne("--users", users);
        }
        List<Method> chosen = Arguments.methodsOrQuick(methods);
        try (Interrupt interrupt = new Interrupt(root.console());
                Workspace workspace = open.open(root.console())) {
            SeenPolicy policy = seen == null ? workspace.seen() : SeenPolicy.parse(seen);
            PlantedStudy study = new ExplanationEvaluator(workspace)
                    .planted(
                            new PlantedRequest(
                                    Optional.ofNullable(causes),
                                    users == null ? PlantedRequest.ALL : users,
                                    chosen,
                                    policy,
                                    seed),
                            new PercentProgress(root.console(), "explained", System::nanoTime),
                            interrupt.token());
            root.console()
                    .result(
                            output.json
                                    ? PlantedDocument.write(study, policy.key(), workspace.provenance())
                                    : text(study),
                            output.file);
            return 0;
        }
    }

    /** Markdown tables, so that they can be pasted as they are. */
    private static String text(PlantedStudy study) {
        String line = System.lineSeparator();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d of %d events with a planted cause are among the ten best recommendations (%d users, %.2f valid positions"
                        + " on average); 95%% intervals by bootstrap over users, seed %d%n",
                study.explained(),
                study.planted(),
                study.users(),
                study.validPositions(),
                study.seed()));
        text.append(line)
                .append("| ranking by | a valid cause first | within three | the drawn cause first | within three |"
                        + " planted feature first |")
                .append(line)
                .append("|---|---|---|---|---|---|");
        for (PlantedStudy.Row row : study.rows()) {
            text.append(line).append("| ").append(row.ranking()).append(" |");
            for (Interval interval : List.of(
                    row.validFirst(),
                    row.validWithinThree(),
                    row.drawnFirst(),
                    row.drawnWithinThree(),
                    row.featureFirst())) {
                text.append(' ').append(withRange(interval)).append(" |");
            }
        }
        groups(text, "rule", study.rules());
        groups(text, "events ago", study.lags());
        study.refusals().forEach((method, reason) -> text.append(line)
                .append(line)
                .append(method.key())
                .append(": ")
                .append(reason));
        return text.toString();
    }

    private static void groups(StringBuilder text, String title, Map<String, PlantedStudy.Group> groups) {
        String line = System.lineSeparator();
        text.append(line)
                .append(line)
                .append("| a valid cause first, by ")
                .append(title)
                .append(" |");
        groups.forEach((name, group) -> text.append(' ')
                .append(name)
                .append(" (")
                .append(group.events())
                .append(") |"));
        text.append(line).append("|---|").append("---|".repeat(groups.size()));
        List<PlantedStudy.Row> any = groups.values().iterator().next().rows();
        for (int r = 0; r < any.size(); r++) {
            int row = r;
            text.append(line).append("| ").append(any.get(r).ranking()).append(" |");
            groups.values()
                    .forEach(group -> text.append(String.format(
                            Locale.ROOT,
                            " %.3f |",
                            group.rows().get(row).validFirst().mean())));
        }
    }

    private static String withRange(Interval interval) {
        return Double.isNaN(interval.mean())
                ? ""
                : String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", interval.mean(), interval.low(), interval.high());
    }
}
