package reclens.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import reclens.domain.AttentionMap;
import reclens.domain.AttentionTrace;
import reclens.domain.AxisKind;
import reclens.domain.Catalog;
import reclens.domain.HistoryWindow;
import reclens.text.Messages;
import reclens.text.Numbers;
import reclens.text.Sentences;

/** Makes the charts of one forward pass's attention. */
public final class AttentionCharts {
    private static final int OVERVIEW_LIMIT_DECIMALS = 2;

    private final AttentionTrace trace;
    private final EventLabels labels;
    private final IntFunction<String> itemTitles;
    private final Messages messages;
    private final Sentences sentences;

    /** @param itemTitles title by the model's item index, for attention between items */
    public AttentionCharts(
            AttentionTrace trace,
            HistoryWindow window,
            Catalog catalog,
            IntFunction<String> itemTitles,
            Messages messages) {
        this.trace = trace;
        this.messages = messages;
        this.sentences = new Sentences(messages);
        this.labels = new EventLabels(window, catalog, sentences);
        this.itemTitles = itemTitles;
    }

    /** One layer and head, or the mean or maximum of a layer's heads. */
    public AttentionHeatmapSpec heatmap(AttentionOptions options) {
        AttentionMap map = map(options.layer(), options.head());
        boolean events = map.queryKind() == AxisKind.EVENT && map.keyKind() == AxisKind.EVENT;
        double largest = AttentionMaps.largest(map);
        double limit =
                switch (options.scale()) {
                    case CLIPPED -> options.clip();
                    case ROW_MAX -> 1;
                    case RAW, LOG -> options.limit() > 0 ? options.limit() : largest > 0 ? largest : 1;
                };
        boolean clipped = options.scale() != ScaleMode.ROW_MAX && largest > limit * (1 + 1e-6);
        int slots = map.columns() + trace.paddingSlots();
        boolean padding = trace.paddingSlots() > 0;
        boolean uniform = options.uniform() && slots > 0 && options.scale() != ScaleMode.ROW_MAX;
        return new AttentionHeatmapSpec(
                messages.get(events ? "chart.attention.size" : "chart.attention.size.other", map.rows(), map.columns()),
                messages.get(
                        options.head() == AttentionOptions.MAX
                                ? "chart.attention.sums.max"
                                : !map.normalisation().equals("softmax")
                                        ? "chart.attention.sums.free"
                                        : padding ? "chart.attention.sums.padding" : "chart.attention.sums"),
                name(options, map),
                options.layer(),
                options.head(),
                axis(map.queryKind(), map.queries()),
                axis(map.keyKind(), map.keys()),
                map.weights(),
                map.paddingMass(),
                padding,
                map.causal() && events,
                options.scale(),
                limit,
                clipped,
                uniform ? 1.0 / slots : Double.NaN,
                words(map, slots, uniform),
                options.selected());
    }

    /** All heads on one scale. */
    public AttentionOverviewSpec overview(AttentionOptions options) {
        double limit = options.scale() == ScaleMode.CLIPPED
                ? options.clip()
                : trace.maps().stream()
                        .mapToDouble(AttentionMaps::largest)
                        .max()
                        .orElse(1);
        List<AttentionOverviewSpec.Tile> tiles = new ArrayList<>();
        for (int layer = 0; layer < trace.layers(); layer++) {
            for (int head = 0; head < trace.heads(); head++) {
                AttentionHeatmapSpec map = heatmap(new AttentionOptions(
                        layer, head, options.scale(), options.clip(), limit, false, options.selected()));
                tiles.add(new AttentionOverviewSpec.Tile(headName(layer, head), map));
            }
        }
        return new AttentionOverviewSpec(
                messages.get("chart.heads"),
                messages.get("chart.heads.subtitle", Numbers.brief(limit, OVERVIEW_LIMIT_DECIMALS)),
                tiles,
                limit);
    }

    /** What one row attends to: its largest weights, the sum of the others, the padding, and the sum of all. */
    public BarChartSpec row(AttentionHeatmapSpec map, int row, int top) {
        List<Integer> bySize = IntStream.range(0, map.columns().size())
                .filter(c -> !map.masked(row, c))
                .boxed()
                .sorted((a, b) -> {
                    int byWeight = Float.compare(map.weight(row, b), map.weight(row, a));
                    return byWeight != 0 ? byWeight : Integer.compare(b, a);
                })
                .toList();
        int count = bySize.size() <= top + 1 ? bySize.size() : top;
        List<BarRow> rows = new ArrayList<>();
        double sum = 0;
        for (int c : bySize.subList(0, count)) {
            double weight = map.weight(row, c);
            sum += weight;
            rows.add(new BarRow(
                    BarRow.Kind.EVENT, map.columns().get(c), "", "", weight, Numbers.attention(weight), List.of()));
        }
        if (count < bySize.size()) {
            double other = bySize.stream()
                    .skip(count)
                    .mapToDouble(c -> map.weight(row, c))
                    .sum();
            sum += other;
            String words = messages.count("chart.other.events", bySize.size() - count);
            rows.add(BarRow.of(BarRow.Kind.OTHER, words, other, Numbers.attention(other)));
        }
        if (map.showPadding()) {
            double padding = map.padding()[row];
            sum += padding;
            String words = messages.count("chart.padding", trace.paddingSlots());
            rows.add(BarRow.of(BarRow.Kind.PADDING, words, padding, Numbers.attention(padding)));
        }
        rows.add(BarRow.of(BarRow.Kind.TOTAL, messages.get("chart.sum"), sum, Numbers.attention(sum)));
        EventLabel query = map.rows().get(row);
        return new BarChartSpec(
                messages.get("chart.row.attends", query.isEvent() ? String.valueOf(query.position()) : query.title()),
                headName(map.layer(), map.head()),
                "",
                false,
                map.scale() == ScaleMode.ROW_MAX ? 0 : map.limit(),
                rows,
                ExplanationCharts.limits(rows),
                List.of(),
                List.of(),
                "",
                map.selected());
    }

    private AttentionMap map(int layer, int head) {
        if (head >= 0) {
            return trace.map(layer, head);
        }
        List<AttentionMap> heads = IntStream.range(0, trace.heads())
                .mapToObj(h -> trace.map(layer, h))
                .toList();
        return head == AttentionOptions.MAX ? AttentionMaps.max(heads) : AttentionMaps.mean(heads);
    }

    private String headName(int layer, int head) {
        String number = head >= 0
                ? String.valueOf(head + 1)
                : messages.get("chart.head." + (head == AttentionOptions.MAX ? "max" : "mean"));
        return messages.get("chart.attention.head", layer + 1, number);
    }

    private String name(AttentionOptions options, AttentionMap map) {
        String scale = messages.get(
                "chart.scale." + options.scale().name().toLowerCase(java.util.Locale.ROOT),
                Numbers.brief(options.clip(), 3));
        String head = headName(options.layer(), options.head());
        return messages.get("chart.attention.title", head, map.normalisation(), scale);
    }

    private AttentionHeatmapSpec.Words words(AttentionMap map, int slots, boolean uniform) {
        String query =
                map.queryKind() == AxisKind.EVENT ? "" : map.queryKind() == AxisKind.MASK ? ".mask" : ".candidate";
        String key = map.keyKind() == AxisKind.EVENT
                ? map.causal() ? "" : ".event"
                : map.keyKind() == AxisKind.FIELD ? ".field" : ".item";
        return new AttentionHeatmapSpec.Words(
                messages.get("chart.query" + query),
                messages.get("chart.key" + key),
                messages.get("chart.attention.weight", map.normalisation()),
                uniform ? messages.get("chart.attention.uniform", slots, Numbers.brief(1.0 / slots, 3)) : "",
                map.causal() ? messages.get("chart.masked") : "",
                messages.get("chart.on.padding"));
    }

    private List<EventLabel> axis(AxisKind kind, int[] coordinates) {
        return IntStream.of(coordinates).mapToObj(i -> label(kind, i)).toList();
    }

    private EventLabel label(AxisKind kind, int coordinate) {
        return switch (kind) {
            case EVENT ->
                coordinate == AttentionMap.MASK_SLOT
                        ? EventLabel.words(messages.get("chart.mask.slot"))
                        : labels.at(coordinate);
            case MASK -> EventLabel.words(messages.get("chart.mask.slot"));
            case CANDIDATE, ITEM -> EventLabel.words(itemTitles.apply(coordinate));
            case FIELD ->
                EventLabel.words(
                        coordinate < trace.fields().size()
                                ? trace.fields().get(coordinate)
                                : messages.get("chart.field", coordinate + 1));
        };
    }
}
