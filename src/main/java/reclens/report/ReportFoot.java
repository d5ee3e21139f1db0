package reclens.report;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reclens.chart.BarChartSpec;
import reclens.chart.BarRow;
import reclens.chart.ChartOptions;
import reclens.chart.Charts;
import reclens.chart.CurveSpec;
import reclens.chart.ExplanationCharts;
import reclens.chart.Ink;
import reclens.domain.HistoryWindow;
import reclens.domain.Provenance;
import reclens.explanation.Faithfulness;
import reclens.explanation.Verdict;
import reclens.text.Numbers;
import reclens.text.RichText;

/** The lower part of the page: product features, deletion curve, how to read it, and the lines of provenance. */
final class ReportFoot {
    private static final double HEADING = 838;
    private static final double TOP = 862;
    private static final double FEATURES_WIDTH = 440;
    private static final double FEATURE_ROW = 31;
    private static final int MOST_FEATURES = 7;
    private static final double TRUST_X = 576;
    private static final double TRUST_WIDTH = 440;
    private static final double CHART_HEIGHT = 238;
    private static final double READ_X = 1080;
    private static final double READ_WIDTH = Page.RIGHT - READ_X;
    private static final double FOOTER = 1129;
    private static final int SHOWN_DIGITS = 16;
    private static final int LAST_DIGITS = 4;

    private final Page page;
    private final Graphics2D g;
    private final ExplanationCharts charts;

    ReportFoot(Page page) {
        this.page = page;
        this.g = page.g();
        this.charts = new ExplanationCharts(page.explanation(), page.messages());
    }

    void draw(String padding) {
        features();
        trust();
        read(padding);
        footer();
    }

    private void features() {
        ChartOptions options = ChartOptions.of(page.method());
        Optional<BarChartSpec> spec = charts.fields().stream()
                .findFirst()
                .flatMap(field ->
                        charts.features(options.withFields(List.of(field)).withTop(options.topEvents(), MOST_FEATURES)))
                .map(s -> s.withRows(s.rows().stream()
                        .filter(r -> r.kind() != BarRow.Kind.HEADING)
                        .toList()));
        String subtitle = spec.map(BarChartSpec::subtitle).orElse("");
        page.heading(page.text("chart.features"), subtitle, Page.LEFT, HEADING, FEATURES_WIDTH);
        if (spec.isEmpty()) {
            page.note(page.withoutFeatures("report.features.none"), Page.LEFT, TOP + 20, FEATURES_WIDTH);
            return;
        }
        double height = Charts.height(spec.get(), page.style(), FEATURE_ROW);
        page.charts().bars(spec.get(), Page.LEFT, TOP, FEATURES_WIDTH, height);
    }

    private void trust() {
        Faithfulness check = page.faithfulness();
        Optional<CurveSpec> spec =
                check == null || check.verdict() == Verdict.TOO_SHORT ? Optional.empty() : charts.curve(page.method());
        String subtitle = spec.map(CurveSpec::subtitle).orElse("");
        page.heading(page.text("report.trust"), subtitle, TRUST_X, HEADING, TRUST_WIDTH);
        if (spec.isPresent()) {
            page.charts().curve(spec.get(), TRUST_X, TOP - 4, TRUST_WIDTH, CHART_HEIGHT);
            return;
        }
        int n = page.explanation().window().length();
        String text = n == 0
                ? page.text("report.events.none")
                : check != null ? page.messages().count("report.trust.short", n) : page.text("report.trust.none");
        page.note(text, TRUST_X, TOP + 20, TRUST_WIDTH);
    }

    private void read(String padding) {
        page.heading(page.text("report.read"), "", READ_X, HEADING, READ_WIDTH);
        RichText text = RichText.plain(page.sentences().howToRead(page.method()));
        double y = new TextBlock(g, text, page.regular(14), page.bold(14), READ_WIDTH)
                .draw(page.color("text-second"), READ_X, TOP + 16, 22);
        y = ReportBody.eventTypes(page).isEmpty() ? y : ReportBody.eventLegend(page, READ_X, y + 4, READ_WIDTH);
        new TextBlock(g, RichText.plain(padding), page.regular(13), page.bold(13), READ_WIDTH)
                .draw(page.color("text-second"), READ_X, y + 10, 20, 3, READ_WIDTH);
    }

    private void footer() {
        page.rule(Page.LEFT, Page.RIGHT, FOOTER, "border", 1);
        Provenance from = page.explanation().provenance();
        String version = page.text("report.footer.application", from.application());
        String date = page.options().date().toString();
        double room = Page.RIGHT - Page.LEFT - Ink.width(g, page.regular(12), version) - 24;
        line(model(from) + "  \u00B7  " + method(), version, FOOTER + 23, room);
        line(verdict() + "  \u00B7  " + window(), date, FOOTER + 41, room);
    }

    private void line(String left, String right, double y, double room) {
        String cut = Ink.fit(g, page.regular(12), left, room);
        Ink.left(g, page.regular(12), page.color("text-second"), cut, Page.LEFT, y);
        Ink.right(g, page.regular(12), page.color("text-second"), right, Page.RIGHT, y);
    }

    private String model(Provenance from) {
        String sha = from.sha256();
        String shown = sha.length() <= SHOWN_DIGITS + LAST_DIGITS
                ? sha
                : sha.substring(0, SHOWN_DIGITS) + "\u2026" + sha.substring(sha.length() - LAST_DIGITS);
        String type = page.sentences().modelName(from);
        return page.text(
                "report.footer.model",
                type,
                page.messages().count("report.footer.layers", from.layers()),
                page.messages().count("report.footer.heads", from.heads()),
                from.modelFile(),
                shown);
    }

    private String method() {
        List<String> details = new ArrayList<>();
        if (page.attribution() != null) {
            for (Map.Entry<String, Object> entry : page.attribution().details().entrySet()) {
                details.add(
                        entry.getKey().equals("kind")
                                ? page.text("report.footer.kind." + entry.getValue())
                                : detail(entry));
            }
        }
        String name = page.sentences().methodInSentence(page.method());
        String words = page.method().signed()
                ? page.text("report.footer.signed")
                : details.isEmpty()
                        ? page.text("report.footer.unsigned")
                        : page.messages().list(details);
        String kind = page.method().signed() && !details.isEmpty()
                ? page.messages().list(List.of(name, details.get(0)))
                : name;
        return page.text("report.footer.method", kind, words);
    }

    private static String detail(Map.Entry<String, Object> entry) {
        Object value = entry.getValue();
        boolean layer = entry.getKey().equals("layer") && value instanceof Number;
        return entry.getKey().replace('_', ' ') + " " + (layer ? ((Number) value).intValue() + 1 : value);
    }

    private String verdict() {
        Faithfulness check = page.faithfulness();
        String word =
                page.sentences().verdictTitle(check).toLowerCase(page.options().locale());
        if (check == null || check.verdict() == Verdict.TOO_SHORT) {
            return page.text("report.footer.verdict", word);
        }
        return page.text(
                "report.footer.areas",
                word,
                Numbers.score(check.deletionAuc()),
                Numbers.score(check.randomAucQ05()),
                check.repeats(),
                check.seed(),
                Numbers.score(check.recencyAuc()));
    }

    private String window() {
        HistoryWindow window = page.explanation().window();
        String seen = page.text("report.footer.seen." + page.explanation().seenPolicy());
        if (window.isEmpty()) {
            return page.messages().longList(List.of(page.text("report.footer.window.empty"), seen));
        }
        int last = window.positions()[window.length() - 1];
        return page.messages()
                .longList(List.of(
                        page.text(
                                "report.footer.window",
                                window.start(),
                                last,
                                window.history().size()),
                        seen));
    }
}
