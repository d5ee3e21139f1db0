package reclens.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reclens.domain.HistoryWindow;
import reclens.domain.Interaction;
import reclens.explanation.Attribution;
import reclens.explanation.EventGroups;
import reclens.explanation.Explanation;
import reclens.explanation.FeatureContribution;
import reclens.text.Messages;
import reclens.text.Numbers;
import reclens.text.Sentences;

/** Bars of features that are no sums over events with a feature value: native weights, ablations, other groups of events. */
final class FeatureBars {
    private static final int FIELDS_SHOWN = 2;

    private final Explanation explanation;
    private final Messages messages;
    private final Sentences sentences;

    FeatureBars(Explanation explanation, Messages messages) {
        this.explanation = explanation;
        this.messages = messages;
        this.sentences = new Sentences(messages);
    }

    /** Empty where there is nothing of the kind. */
    Optional<BarChartSpec> spec(FeatureKind kind, ChartOptions options) {
        List<BarRow> rows =
                switch (kind) {
                    case NATIVE -> nativeRows(options.topFeatures());
                    case ABLATION -> ablationRows(options);
                    default -> groupRows(kind.groups(), options);
                };
        boolean signed = kind != FeatureKind.NATIVE;
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new BarChartSpec(
                        messages.get("chart.features"),
                        "",
                        messages.get("chart.features.axis." + (kind.ofEvents() ? "group" : kind.key())),
                        signed,
                        0,
                        rows,
                        ExplanationCharts.limits(rows),
                        List.of(),
                        List.of(),
                        "",
                        EventLabel.NONE));
    }

    private List<FeatureContribution> of(String kind) {
        return explanation.features().stream()
                .filter(f -> f.kind().equals(kind))
                .toList();
    }

    private List<BarRow> nativeRows(int top) {
        Map<Integer, List<FeatureContribution>> layers = new LinkedHashMap<>();
        of(FeatureContribution.NATIVE).forEach(f -> layers.computeIfAbsent(f.layer(), l -> new ArrayList<>())
                .add(f));
        List<BarRow> rows = new ArrayList<>();
        layers.forEach((layer, fields) -> {
            rows.add(BarRow.heading(messages.get("chart.attention.layer", layer + 1)));
            List<FeatureContribution> bySize = fields.stream()
                    .sorted(Comparator.comparingDouble((FeatureContribution f) -> -f.weight()))
                    .toList();
            int room = Math.max(2, top / layers.size());
            int count = bySize.size() <= room ? bySize.size() : room - 1;
            bySize.subList(0, count)
                    .forEach(f -> rows.add(row(
                            FeatureSelection.heading(f.feature().replace(" x ", " \u00d7 ")),
                            f.feature(),
                            "",
                            f.weight(),
                            Numbers.attention(f.weight()))));
            if (count < bySize.size()) {
                double rest = bySize.stream()
                        .skip(count)
                        .mapToDouble(FeatureContribution::weight)
                        .sum();
                rows.add(BarRow.of(
                        BarRow.Kind.OTHER,
                        messages.get("chart.other.values", bySize.size() - count),
                        rest,
                        Numbers.attention(rest)));
            }
        });
        return rows;
    }

    /** The largest changes of each field; those left out have no sum, since effects overlap. */
    private List<BarRow> ablationRows(ChartOptions options) {
        Map<String, List<FeatureContribution>> fields = new LinkedHashMap<>();
        of(FeatureContribution.ABLATION).forEach(f -> fields.computeIfAbsent(f.feature(), n -> new ArrayList<>())
                .add(f));
        List<String> names =
                options.fields().stream().filter(fields::containsKey).toList();
        if (names.isEmpty()) {
            names = fields.keySet().stream().limit(FIELDS_SHOWN).toList();
        }
        List<BarRow> rows = new ArrayList<>();
        for (String name : names) {
            List<FeatureContribution> all = fields.get(name);
            int count = Math.min(all.size(), Math.max(2, options.topFeatures() / names.size()));
            String heading = FeatureSelection.heading(name);
            rows.add(BarRow.heading(
                    count == all.size() ? heading : messages.get("chart.features.some", heading, count, all.size())));
            all.stream()
                    .limit(count)
                    .sorted(Comparator.comparingDouble((FeatureContribution f) -> -f.weight()))
                    .forEach(f -> rows.add(
                            row(f.value(), f.feature(), f.value(), f.weight(), Numbers.value(f.weight(), true))));
        }
        return rows;
    }

    private List<BarRow> groupRows(EventGroups.By by, ChartOptions options) {
        Attribution values = explanation.signed(options.method()).orElse(null);
        if (values == null) {
            return List.of();
        }
        HistoryWindow window = explanation.window();
        List<EventGroups.Group> groups = EventGroups.of(window, values.values(), by);
        int count = groups.size() <= options.topFeatures() ? groups.size() : options.topFeatures() - 1;
        List<EventGroups.Group> largest = groups.stream()
                .sorted(Comparator.comparingDouble((EventGroups.Group g) -> -Math.abs(g.weight())))
                .limit(count)
                .toList();
        List<BarRow> rows = new ArrayList<>();
        double total = 0;
        double shown = 0;
        for (EventGroups.Group group : groups) { // in the order of time
            total += group.weight();
            if (largest.contains(group)) {
                shown += group.weight();
                rows.add(row(
                        name(group, window),
                        messages.get("features.kind." + by.key()),
                        group.value(),
                        group.weight(),
                        Numbers.value(group.weight(), true)));
            }
        }
        if (count < groups.size()) {
            rows.add(BarRow.of(
                    BarRow.Kind.OTHER,
                    messages.get("chart.other.values", groups.size() - count),
                    total - shown,
                    Numbers.value(total - shown, true)));
        }
        if (!rows.isEmpty()) {
            rows.add(BarRow.of(
                    BarRow.Kind.TOTAL,
                    messages.count(
                            "chart.total.events", Arrays.stream(values.values()).count()),
                    total,
                    Numbers.value(total, true)));
        }
        return rows;
    }

    private String name(EventGroups.Group group, HistoryWindow window) {
        return switch (group.by()) {
            case EVENT -> sentences.eventName(group.value());
            case SESSION -> messages.count("chart.session", group.events(), session(group.value(), window));
            case RECENCY ->
                group.value().equals("1")
                        ? messages.get("chart.recency.latest")
                        : messages.get("chart.recency", group.value().replace('-', '\u2013'));
        };
    }

    /** The day and the hour of a session's first event. */
    private String session(String first, HistoryWindow window) {
        Instant start = Instant.parse(first);
        for (int i = 0; i < window.length(); i++) {
            Interaction event = window.event(i);
            if (start.equals(event.time())) {
                return messages.get("chart.session.start", sentences.day(event, window), first.substring(11, 16));
            }
        }
        return first;
    }

    private static BarRow row(String words, String feature, String value, double weight, String number) {
        return new BarRow(BarRow.Kind.FEATURE, EventLabel.words(words), feature, value, weight, number, List.of());
    }
}
