package reclens.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import reclens.domain.TimeOrder;
import reclens.report.ReportOptions;

/** The command line that does the same as the window, to be pasted into a shell. */
public final class CommandLine {
    private static final Pattern SAFE = Pattern.compile("[\\p{Alnum}_@%+=:,./-]+");

    /** What the command line takes unless it is told another one. */
    private static final long SEED = 1;

    private CommandLine() {}

    /**
     * @param before position of the first event that is left out; empty for the whole history
     * @param item id of the explained item
     * @param method name of the method
     * @param seed of what is random in it
     */
    public static String explain(
            WorkspaceSource source, String user, OptionalInt before, String item, String method, long seed) {
        List<String> words = recommendation("explain", source, user, before, item);
        add(words, "--method", method);
        addSeed(words, seed);
        return joined(words);
    }

    /**
     * The same file, to the byte, as the window's report.
     *
     * @param before position of the first event that is left out; empty for the whole history
     * @param item id of the explained item
     * @param seed of the random orders that the verdict compares with
     * @param target name of the file
     */
    public static String report(
            WorkspaceSource source,
            String user,
            OptionalInt before,
            String item,
            ReportOptions drawing,
            long seed,
            String target) {
        List<String> words = recommendation("report", source, user, before, item);
        add(words, "--scale", drawing.scale());
        add(words, "--theme", drawing.theme().name().toLowerCase(Locale.ROOT));
        add(words, "--language", drawing.locale().getLanguage());
        add(words, "--colours", drawing.map().key());
        addSeed(words, seed);
        add(words, "--date", drawing.date());
        add(words, "-o", target);
        return joined(words);
    }

    private static List<String> recommendation(
            String command, WorkspaceSource source, String user, OptionalInt before, String item) {
        List<String> words = opening(command, source);
        add(words, "--user", user);
        before.ifPresent(position -> add(words, "--before", position));
        add(words, "--item", item);
        return words;
    }

    private static void addSeed(List<String> words, long seed) {
        if (seed != SEED) {
            add(words, "--seed", seed);
        }
    }

    /** @param order how events of close times are sorted */
    public static String evaluate(WorkspaceSource source, EvaluationRequest request, TimeOrder order) {
        // Always named: a workspace.json may have an order of its own.
        List<String> words = opening("evaluate", source.ordered(order));
        add(words, "--k", request.k());
        add(words, "--seen", request.seen().key());
        if (request.sampledNegatives() > 0) {
            add(words, "--sampled-negatives", request.sampledNegatives());
            add(words, "--negatives", request.draw().key());
            add(words, "--seed", request.seed());
        }
        request.segment().ifPresent(feature -> add(words, "--segment", feature));
        return joined(words);
    }

    private static List<String> opening(String command, WorkspaceSource source) {
        List<String> words = new ArrayList<>(List.of("java", "-jar", "reclens.jar", command));
        source.folder()
                .ifPresent(p -> add(words, "--workspace", p.toAbsolutePath().normalize()));
        source.model().ifPresent(p -> add(words, "--model", p.toAbsolutePath().normalize()));
        source.config().ifPresent(p -> add(words, "--config", p.toAbsolutePath().normalize()));
        source.vocabulary()
                .ifPresent(p -> add(words, "--vocabulary", p.toAbsolutePath().normalize()));
        source.items().ifPresent(p -> add(words, "--items", p.toAbsolutePath().normalize()));
        source.history()
                .ifPresent(p -> add(words, "--history", p.toAbsolutePath().normalize()));
        if (!source.modelTitle().isEmpty()) {
            add(words, "--model-title", source.modelTitle());
        }
        if (!source.columns().isEmpty()) {
            add(
                    words,
                    "--columns",
                    source.columns().entrySet().stream()
                            .map(e -> e.getKey() + "=" + e.getValue())
                            .sorted()
                            .collect(Collectors.joining(",")));
        }
        if (source.skipBadLines()) {
            words.add("--skip-bad-lines");
        }
        source.order().ifPresent(order -> add(words, "--order", order.key()));
        if (source.overrides().containsKey("variant")) {
            add(words, "--variant", source.overrides().get("variant"));
        }
        if (source.overrides().containsKey("num_attention_heads")) {
            add(words, "--heads", source.overrides().get("num_attention_heads"));
        }
        return words;
    }

    private static String joined(List<String> words) {
        return words.stream().map(CommandLine::quoted).collect(Collectors.joining(" "));
    }

    private static void add(List<String> words, String option, Object value) {
        words.add(option);
        words.add(value.toString());
    }

    /** In single quotes where a shell would read more than letters into it. */
    static String quoted(String word) {
        return SAFE.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
