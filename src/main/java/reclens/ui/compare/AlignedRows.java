package reclens.ui.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import reclens.domain.Catalog;
import reclens.session.Comparison;
import reclens.text.Numbers;
import reclens.ui.UiText;

/** Orders the rows of a comparison and sums those that have no room. */
final class AlignedRows {
    private AlignedRows() {}

    /**
     * @param most rows beside that of the others and the total
     * @param byTime in time order rather than by the size of the difference
     */
    static List<AlignedRow> behaviours(Compared compared, int most, boolean byTime) {
        Comparison comparison = compared.comparison();
        boolean bySum = compared.kind() == Kind.USERS;
        List<AlignedRow> all = new ArrayList<>();
        for (Comparison.Row row : comparison.rows()) {
            String title = title(compared.catalog(), row.event().item());
            all.add(new AlignedRow(
                    AlignedRow.Style.ROW,
                    bySum ? "" : row.event().event(),
                    bySum ? "" : "#" + row.event().position(),
                    bySum && row.count() > 1
                            ? UiText.format("compare.row.events", title, Numbers.count(row.count()))
                            : title,
                    row.a(),
                    row.b(),
                    row.difference(),
                    bySum || compared.kind() == Kind.EDIT && Double.isNaN(row.a())
                            ? -1
                            : row.event().position()));
        }
        return withOthers(
                all,
                most,
                byTime,
                n -> UiText.plural(bySum ? "compare.other.items" : "compare.other.events", n, Numbers.count(n)),
                comparison.method().signed()
                        ? UiText.plural(
                                bySum ? "compare.total.items" : "compare.total", all.size(), Numbers.count(all.size()))
                        : "");
    }

    /** Features of one field, by the size of the difference. */
    static List<AlignedRow> features(Compared compared, String field, int most) {
        List<AlignedRow> all = compared.comparison().features().stream()
                .filter(f -> f.feature().equals(field))
                .map(f -> new AlignedRow(
                        AlignedRow.Style.ROW,
                        "",
                        "",
                        f.value().isEmpty() ? UiText.get("compare.feature.none") : f.value(),
                        f.a(),
                        f.b(),
                        f.difference(),
                        -1))
                .toList();
        return withOthers(all, most, false, n -> UiText.plural("compare.other.values", n, Numbers.count(n)), "");
    }

    private static List<AlignedRow> withOthers(
            List<AlignedRow> all,
            int most,
            boolean inOrder,
            java.util.function.IntFunction<String> others,
            String total) {
        List<AlignedRow> bySize = new ArrayList<>(all);
        bySize.sort(Comparator.comparingDouble(r -> -Math.abs(r.difference())));
        // One row alone would not be an "other": it can be shown in the same place.
        int shown = bySize.size() <= most + 1 ? bySize.size() : most;
        List<AlignedRow> rows = new ArrayList<>(bySize.subList(0, shown));
        if (inOrder) {
            rows.sort(Comparator.comparingInt(all::indexOf));
        }
        if (shown < bySize.size()) {
            List<AlignedRow> rest = bySize.subList(shown, bySize.size());
            rows.add(sum(AlignedRow.Style.OTHER, others.apply(rest.size()), rest));
        }
        if (!total.isEmpty()) {
            rows.add(sum(AlignedRow.Style.TOTAL, total, all));
        }
        return rows;
    }

    private static AlignedRow sum(AlignedRow.Style style, String title, List<AlignedRow> rows) {
        return new AlignedRow(
                style,
                "",
                "",
                title,
                sum(rows.stream().map(AlignedRow::a)),
                sum(rows.stream().map(AlignedRow::b)),
                sum(rows.stream().map(AlignedRow::difference)),
                -1);
    }

    private static double sum(Stream<Double> values) {
        return values.filter(v -> !v.isNaN()).mapToDouble(Double::doubleValue).sum();
    }

    static String title(Catalog catalog, String item) {
        return UiText.title(item, catalog);
    }
}
