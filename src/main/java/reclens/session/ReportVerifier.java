package reclens.session;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reclens.domain.CancellationToken;
import reclens.domain.DataException;
import reclens.domain.Problem;
import reclens.domain.ProgressListener;
import reclens.domain.UserHistory;
import reclens.explanation.Explanation;
import reclens.report.ReportMetadata;
import reclens.report.ReportOptions;
import reclens.report.ReportWriter;

/** Tells whether a report still says what the model says today: the explanation is made again and compared. */
public final class ReportVerifier {
    /** What may differ: when, how large, in which language and with which version the page was drawn. */
    private static final Set<String> DRAWING =
            Set.of("Software", "Creation Time", "reclens:scale", "reclens:workspace", ReportWriter.LANGUAGE);

    /** Largest difference of a number that is put down to another machine's arithmetic, relative to max(1, |x|). */
    private static final double TOLERANCE = 1e-4;

    private final Workspace workspace;
    private final Explainer explainer;

    private static final Pattern SEED = Pattern.compile("seed (\\d{1,18})$");

    public ReportVerifier(Workspace workspace, Explainer explainer) {
        this.workspace = workspace;
        this.explainer = explainer;
    }

    /**
     * @return what is no longer true, one sentence each; empty when the report still holds
     * @throws DataException when the file is no report
     */
    public List<String> differences(Path report, ProgressListener progress, CancellationToken cancellation) {
        Map<String, String> stated = ReportMetadata.read(report);
        UserHistory history = workspace.history(required(stated, "reclens:user", report));
        int events = number(stated, "reclens:events", report);
        if (events > history.size()) {
            return List.of("the report read " + events + " events of user '" + history.user()
                    + "', of whom there are now " + history.size());
        }
        Explanation explanation = new ReportExporter(workspace, explainer)
                .explain(
                        history.before(events),
                        explainer.indexOfItem(required(stated, "reclens:item", report)),
                        seed(stated),
                        progress,
                        cancellation);
        Locale language = Locale.forLanguageTag(stated.getOrDefault(ReportWriter.LANGUAGE, "en"));
        Map<String, String> today = ReportWriter.metadata(
                explanation, ReportOptions.of(1, LocalDate.EPOCH).withLocale(language));
        List<String> differences = new ArrayList<>();
        today.forEach((key, value) -> {
            String then = stated.get(key);
            if (!DRAWING.contains(key) && !same(then, value)) {
                differences.add(key + " was '" + then + "' and is now '" + value + "'");
            }
        });
        return differences;
    }

    /** As the report states it beside the number of orders; a report without a verdict has none. */
    private static long seed(Map<String, String> stated) {
        Matcher seed = SEED.matcher(stated.getOrDefault("reclens:random-orders", ""));
        return seed.find() ? Long.parseLong(seed.group(1)) : ReportExporter.SEED;
    }

    private static boolean same(String then, String now) {
        if (now.equals(then)) {
            return true;
        }
        try {
            double a = Double.parseDouble(then);
            double b = Double.parseDouble(now);
            return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a));
        } catch (NumberFormatException | NullPointerException e) {
            return false;
        }
    }

    private static String required(Map<String, String> stated, String key, Path report) {
        String value = stated.get(key);
        if (value == null) {
            throw new DataException(
                    Problem.of("not a report of RecLens")
                            .at(report.toString())
                            .expected("the text '" + key + "' in the picture's metadata")
                            .found(stated.isEmpty() ? "no text" : String.join(", ", stated.keySet()))
                            .fix(
                                    "give a PNG that 'report' or the window made; other programs drop the metadata when they save"));
        }
        return value;
    }

    private static int number(Map<String, String> stated, String key, Path report) {
        String value = required(stated, key, report);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new DataException(
                    Problem.of("'" + key + "' is no number")
                            .at(report.toString())
                            .found("'" + value + "'"),
                    e);
        }
    }
}
