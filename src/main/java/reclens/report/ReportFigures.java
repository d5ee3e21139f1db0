package reclens.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import reclens.chart.Ink;
import reclens.domain.Recommendation;
import reclens.explanation.Attribution;
import reclens.explanation.Counterfactual;
import reclens.explanation.FeatureMatrix;
import reclens.explanation.Method;
import reclens.text.Numbers;
import reclens.text.RichText;

/** The four key figures under the sentence: rank, strongest event, largest product feature, counterfactual. */
final class ReportFigures {
    private static final double TOP = 285;
    private static final double WIDTH = 340;
    private static final double PITCH = 372;

    private final Page page;

    ReportFigures(Page page) {
        this.page = page;
    }

    /** A figure and what it is. */
    private record Figure(String number, String note) {}

    void draw() {
        List<Figure> figures = List.of(rank(), strongest(), feature(), counterfactual());
        for (int i = 0; i < figures.size(); i++) {
            double x = Page.LEFT + i * PITCH;
            page.rule(x, x + WIDTH, TOP, "text", 2);
            String number = Ink.fit(page.g(), page.bold(34), figures.get(i).number(), WIDTH);
            Ink.left(page.g(), page.bold(34), page.color("text"), number, x, TOP + 44);
            RichText note = RichText.plain(figures.get(i).note());
            new TextBlock(page.g(), note, page.regular(14), page.bold(14), WIDTH)
                    .draw(page.color("text-second"), x, TOP + 67, 17, 2, WIDTH);
        }
    }

    private Figure rank() {
        Recommendation target = page.explanation().target();
        Recommendation next = page.explanation().runnerUp();
        String score = Numbers.score(target.score());
        if (target.rank() == 0) {
            return new Figure(page.text("report.rank.excluded"), page.text("report.rank.excluded.note", score));
        }
        int ranked = page.explanation().rankedItems();
        String note = next == null || next.rank() == 0
                ? page.text("report.rank.note.alone", ranked, score)
                : page.text("report.rank.note", ranked, score, next.rank(), Numbers.score(next.score()));
        return new Figure(page.text("report.rank", target.rank()), note);
    }

    private Figure strongest() {
        Attribution drops = page.explanation().attributions().get(Method.LEAVE_ONE_OUT);
        double strongest = drops == null
                ? Double.NaN
                : Arrays.stream(drops.order(false))
                        .mapToDouble(i -> drops.values()[i])
                        .findFirst()
                        .orElse(Double.NaN);
        return Double.isNaN(strongest)
                ? new Figure(Numbers.MISSING, page.text("report.strongest.none"))
                : new Figure(Numbers.signed(-strongest), page.text("report.strongest.note"));
    }

    private Figure feature() {
        FeatureMatrix matrix = page.explanation().matrix(page.method());
        if (matrix == null || matrix.columns().isEmpty()) {
            boolean listed = !page.explanation().catalog().features().isEmpty()
                    || page.explanation().window().isEmpty();
            String key = listed ? "report.share.missing" : "report.share.none";
            return new Figure(Numbers.MISSING, page.text(key));
        }
        // Of the first field alone, which the page draws below: a share of a field that is not shown could not be
        // found.
        String shown = matrix.columns().get(0).feature();
        List<Integer> named = new ArrayList<>();
        for (int c = 0; c < matrix.columns().size(); c++) {
            if (matrix.columns().get(c).feature().equals(shown)
                    && !matrix.columns().get(c).value().isEmpty()) {
                named.add(c);
            }
        }
        int largest = named.stream()
                .reduce((a, b) -> Math.abs(matrix.columnTotal(b)) > Math.abs(matrix.columnTotal(a)) + 1e-9 ? b : a)
                .orElse(-1);
        Attribution values = page.explanation().attributions().get(matrix.method());
        if (largest < 0 || values == null) {
            return new Figure(Numbers.MISSING, page.text("report.share.none"));
        }
        boolean signed = matrix.method().signed();
        FeatureMatrix.Column column = matrix.columns().get(largest);
        return new Figure(
                Numbers.value(matrix.columnTotal(largest), signed),
                page.text(
                        "report.share.note",
                        Numbers.value(values.total(), signed),
                        column.value(),
                        column.feature().replace('_', ' ')));
    }

    private Figure counterfactual() {
        Counterfactual found = page.explanation().counterfactual();
        if (found == null) {
            return new Figure(page.text("report.counterfactual.not"), page.text("report.counterfactual.not.note"));
        }
        if (!found.found()) {
            return new Figure(page.text("report.counterfactual.none"), page.text("report.counterfactual.none.note"));
        }
        int removed = found.removed().length;
        String singular = removed == 1 ? ".one" : "";
        return new Figure(
                page.messages().count("report.counterfactual", removed),
                page.text("report.counterfactual.note" + singular));
    }
}
