package reclens.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import reclens.chart.SequentialMap;
import reclens.chart.Theme;
import reclens.domain.CancellationToken;
import reclens.domain.NotFoundException;
import reclens.domain.Problem;
import reclens.domain.ProgressListener;
import reclens.domain.UsageException;
import reclens.domain.UserHistory;
import reclens.report.ReportOptions;
import reclens.session.Explainer;
import reclens.session.ReportExporter;
import reclens.session.ReportVerifier;
import reclens.session.Workspace;
import reclens.text.Messages;

@Command(
        name = "report",
        description = "PNG reports that stand on their own; --verify tells whether one is still true.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    private static final int NO_LONGER_TRUE = 5;

    @ParentCommand
    private RecLensCommand root;

    @Mixin
    private OpenOptions open;

    @Mixin
    private HistoryOptions options;

    @ArgGroup(multiplicity = "1")
    private Subject subject;

    /** Whom to report on. */
    static final class Subject {
        @Option(names = "--user", paramLabel = "U", description = "one user")
        private String user;

        @Option(names = "--users", paramLabel = "FILE", description = "a file with one user id a line")
        private Path users;

        @Option(names = "--all", description = "every user")
        private boolean all;

        @Option(names = "--verify", paramLabel = "PNG", description = "check a report against model and history")
        private Path verify;
    }

    @Option(names = "--item", paramLabel = "I", description = "report on this item instead of the top one")
    private String item;

    @Option(names = "--scale", paramLabel = "N", defaultValue = "2", description = "1, 2 or 3 (default 2)")
    private int scale;

    @Option(
            names = "--theme",
            paramLabel = "NAME",
            defaultValue = "light",
            description = "light or dark (default light)")
    private String theme;

    @Option(
            names = "--language",
            paramLabel = "LANG",
            defaultValue = "en",
            description = "language of the page: en or zh (default en)")
    private String language;

    @Option(
            names = "--colours",
            paramLabel = "MAP",
            defaultValue = "cividis",
            description = "colours of values without a sign: cividis, viridis or greys (default cividis)")
    private String colours;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "" + ReportExporter.SEED,
            description =
                    "seed of the random orders that the verdict compares with (default 1); --verify takes the report's")
    private long seed;

    @Option(names = "--date", paramLabel = "ISO", description = "date on the report (default today)")
    private String date;

    @Option(names = "-o", paramLabel = "FILE-OR-DIR", description = "a PNG file for one user, a folder for several")
    private Path target;

    @Override
    public Integer call() {
        if (subject.verify == null && target == null) {
            throw new UsageException(Problem.of("nowhere to write").expected("-o FILE-OR-DIR"));
        }
        ReportOptions drawing = drawing();
        try (Workspace workspace = open.open(root.console())) {
            Explainer explainer = options.explainer(workspace);
            if (subject.verify != null) {
                return verify(workspace, explainer);
            }
            if (subject.user != null) {
                Path file = Files.isDirectory(target) ? target.resolve(fileName(subject.user)) : target;
                export(workspace, explainer, subject.user, drawing, file);
                root.console().note(file.toString());
                return 0;
            }
            exportAll(workspace, explainer, drawing);
            return 0;
        }
    }

    private void exportAll(Workspace workspace, Explainer explainer, ReportOptions drawing) {
        List<String> users = subject.all ? workspace.log().users() : userList();
        users.forEach(workspace::history); // an unknown user is told before the first picture is drawn
        createFolder();
        int done = 0;
        for (String user : users) {
            Path file = target.resolve(fileName(user));
            export(workspace, explainer, user, drawing, file);
            root.console().note(++done + " of " + users.size() + "  " + file);
        }
    }

    private void export(Workspace workspace, Explainer explainer, String user, ReportOptions drawing, Path file) {
        UserHistory history = options.history(workspace, user);
        int index = item != null
                ? explainer.indexOfItem(item)
                : explainer.recommend(history, 1).items().get(0).index();
        new ReportExporter(workspace, explainer)
                .export(history, index, drawing, seed, file, ProgressListener.NONE, new CancellationToken());
    }

    private int verify(Workspace workspace, Explainer explainer) {
        List<String> differences = new ReportVerifier(workspace, explainer)
                .differences(subject.verify, ProgressListener.NONE, new CancellationToken());
        if (differences.isEmpty()) {
            root.console().note(subject.verify + ": still true");
            return 0;
        }
        root.console().note("reclens: " + subject.verify + ": no longer true: " + String.join("; ", differences));
        return NO_LONGER_TRUE;
    }

    private ReportOptions drawing() {
        if (scale < 1 || scale > ReportOptions.LARGEST_SCALE) {
            throw new UsageException(Problem.of("number out of range")
                    .at("--scale")
                    .expected("1, 2 or 3")
                    .found(Integer.toString(scale)));
        }
        Theme chosen =
                switch (theme.toLowerCase(Locale.ROOT)) {
                    case "light" -> Theme.LIGHT;
                    case "dark" -> Theme.DARK;
                    default ->
                        throw new UsageException(Problem.of("unknown theme")
                                .at("--theme")
                                .expected("light or dark")
                                .found("'" + theme + "'"));
                };
        return ReportOptions.of(scale, day())
                .withTheme(chosen)
                .withLocale(language())
                .withMap(map());
    }

    private Locale language() {
        return Messages.LANGUAGES.stream()
                .filter(locale -> locale.getLanguage().equals(language.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new UsageException(Problem.of("unknown language")
                        .at("--language")
                        .expected("en or zh")
                        .found("'" + language + "'")));
    }

    private SequentialMap map() {
        return Arrays.stream(SequentialMap.values())
                .filter(map -> map.key().equals(colours.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new UsageException(Problem.of("unknown colours")
                        .at("--colours")
                        .expected("cividis, viridis or greys")
                        .found("'" + colours + "'")));
    }

    private LocalDate day() {
        if (date == null) {
            return LocalDate.now();
        }
        try {
            return LocalDate.parse(date.length() > 10 ? date.substring(0, 10) : date);
        } catch (DateTimeException e) {
            throw new UsageException(Problem.of("not a date")
                    .at("--date")
                    .expected("such as 2026-11-21")
                    .found("'" + date + "'"));
        }
    }

    private List<String> userList() {
        if (!Files.isRegularFile(subject.users)) {
            throw new NotFoundException(
                    Problem.of("no such file").at(subject.users.toString()).fix("check the path"));
        }
        try {
            return Files.readAllLines(subject.users).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void createFolder() {
        try {
            Files.createDirectories(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** User ids may hold characters that file names may not. */
    private static String fileName(String user) {
        return user.replaceAll("[^\\p{L}\\p{N}._-]", "_") + ".png";
    }
}
