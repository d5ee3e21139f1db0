package reclens.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import reclens.domain.Catalog;
import reclens.domain.EditedHistory;
import reclens.domain.HistoryEdit;
import reclens.domain.Problem;
import reclens.domain.Recommendation;
import reclens.domain.UsageException;
import reclens.domain.UserHistory;
import reclens.exchange.WhatIfDocument;
import reclens.session.WhatIf;
import reclens.session.WhatIfResult;
import reclens.session.Workspace;

@Command(
        name = "whatif",
        description = "Recommendations before and after an edit of the history. Positions are those of the unedited"
                + " history; removals are made first, then moves, then insertions.",
        mixinStandardHelpOptions = true)
final class WhatIfCommand implements Callable<Integer> {
    @ParentCommand
    private RecLensCommand root;

    @Mixin
    private OpenOptions open;

    @Mixin
    private HistoryOptions options;

    @Mixin
    private OutputOptions output;

    @Option(names = "--user", required = true, paramLabel = "U", description = "user id")
    private String user;

    @Option(names = "--remove", paramLabel = "P", description = "take out the event at position P; repeatable")
    private List<Integer> removed = new ArrayList<>();

    @Option(
            names = "--move",
            paramLabel = "P:Q",
            description = "take the event at position P to where the one at position Q stands; repeatable")
    private List<String> moved = new ArrayList<>();

    @Option(
            names = "--insert",
            paramLabel = "P:ITEM",
            description = "insert an event before position P; the history's length stands for its end; repeatable")
    private List<String> inserted = new ArrayList<>();

    @Option(names = "--replace", paramLabel = "P:ITEM", description = "another item at position P; repeatable")
    private List<String> replaced = new ArrayList<>();

    @Option(
            names = "--type",
            paramLabel = "P:TYPE",
            description = "another type of event at position P, where the model reads types; repeatable")
    private List<String> types = new ArrayList<>();

    @Option(names = "--top", paramLabel = "K", defaultValue = "10", description = "length of the lists (default 10)")
    private int top;

    @Override
    public Integer call() {
        Arguments.atLeastOne("--top", top);
        List<HistoryEdit> edits = edits();
        try (Workspace workspace = open.open(root.console())) {
            UserHistory history = options.history(workspace, user);
            EditedHistory edited = EditedHistory.of(history, edits);
            WhatIfResult result = new WhatIf(workspace, options.seen(workspace)).compare(edited, top);
            if (!result.slidIn().isEmpty()) {
                root.console().note("older events slide into what the model reads: positions " + list(result.slidIn()));
            }
            root.console()
                    .result(
                            output.json ? json(result, edits, workspace) : text(result, workspace.catalog()),
                            output.file);
            return 0;
        }
    }

    private List<HistoryEdit> edits() {
        List<HistoryEdit> edits = new ArrayList<>();
        removed.forEach(p -> edits.add(new HistoryEdit.Remove(p)));
        moved.forEach(text -> edits.add(
                split("--move", "P:Q", text, (p, q) -> HistoryEdit.Move.to(p, position("--move", "P:Q", q, text)))));
        inserted.forEach(text -> edits.add(split("--insert", "P:ITEM", text, HistoryEdit.Insert::new)));
        replaced.forEach(text -> edits.add(split("--replace", "P:ITEM", text, HistoryEdit.Replace::new)));
        types.forEach(text -> edits.add(split("--type", "P:TYPE", text, HistoryEdit.ChangeType::new)));
        return edits;
    }

    /** At the first colon: item ids may have colons of their own. */
    private static HistoryEdit split(
            String option, String form, String text, BiFunction<Integer, String, HistoryEdit> edit) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            throw malformed(option, form, text);
        }
        return edit.apply(position(option, form, text.substring(0, colon), text), text.substring(colon + 1));
    }

    private static int position(String option, String form, String number, String text) {
        try {
            return Integer.parseInt(number.strip());
        } catch (NumberFormatException e) {
            throw malformed(option, form, text);
        }
    }

    private static UsageException malformed(String option, String form, String text) {
        return new UsageException(Problem.of("not an edit")
                .at(option)
                .expected(form + ", P a whole number")
                .found("'" + text + "'"));
    }

    private String json(WhatIfResult result, List<HistoryEdit> edits, Workspace workspace) {
        return WhatIfDocument.write(
                new WhatIfDocument.Content(
                        user,
                        options.seen(workspace).key(),
                        edits,
                        result.before(),
                        result.after(),
                        result.entered(),
                        result.left(),
                        result.changes().stream()
                                .map(c -> new WhatIfDocument.Change(c.before(), c.after()))
                                .toList(),
                        result.slidIn(),
                        result.slidOut()),
                workspace.catalog());
    }

    private static String text(WhatIfResult result, Catalog catalog) {
        StringBuilder text = new StringBuilder(
                String.format("%6s  %6s  %8s  %8s  %s", "before", "after", "score", "change", "item"));
        for (WhatIfResult.Change change : result.changes()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%n%6s  %6s  %8.3f  %+8.3f  %s  %s%s",
                    rank(change.before()),
                    rank(change.after()),
                    change.after().score(),
                    change.scoreChange(),
                    change.item(),
                    catalog.item(change.item()).title(),
                    change.entered() ? "  (entered)" : change.left() ? "  (left)" : ""));
        }
        return text.toString();
    }

    private static String rank(Recommendation recommendation) {
        return recommendation.rank() == 0 ? "-" : Integer.toString(recommendation.rank());
    }

    private static String list(List<Integer> positions) {
        return positions.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
