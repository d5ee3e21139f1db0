package reclens.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final HistoryWindow window;
    private final AttentionWords words;
    private final Map<List<Integer>, AttentionMap> maps = new HashMap<>();

    /** @param itemTitles title by the model's item index, for attention between items */
    public AttentionCharts(
            AttentionTrace trace,
            HistoryWindow window,
            Catalog catalog,
            IntFunction<String> itemTitles,
            Messages messages) {
        this.trace = trace;
        this.messages = messages;
        this.window = window;
        this.words = new AttentionWords(messages, trace.heads());
        this.labels = new EventLabels(window, catalog, new Sentences(messages));
        this.itemTitles = itemTitles;
    }

    /** One layer and head, or the mean or maximum of a layer's heads. */
    public AttentionHeatmapSpec heatmap(AttentionOptions options) {
        AttentionMap map = map(options.layer(), options.head());
        boolean signed = AttentionMaps.signed(map);
        double largest = signed ? AttentionMaps.farthest(map) : AttentionMaps.largest(map);
        ScaleMode scale = signed && options.scale() != ScaleMode.ROW_MAX ? ScaleMode.RAW : options.scale();
        double limit =
                switch (scale) {
                    case CLIPPED -> options.clip();
                    case ROW_MAX -> 1;
                    case RAW, LOG -> options.limit() > 0 ? options.limit() : largest > 0 ? largest : 1;
                };
        boolean clipped = scale != ScaleMode.ROW_MAX && largest > limit * (1 + 1e-6);
        int slots = map.columns() + trace.paddingSlots();
        boolean padding = trace.paddingSlots() > 0;
        boolean uniform = options.uniform() && slots > 0 && words.rowsSumToOne(map) && scale != ScaleMode.ROW_MAX;
        return new AttentionHeatmapSpec(
                words.title(map),
                words.sums(map, options.head() == AttentionOptions.MAX, padding, window),
                words.name(options, scale, map),
                options.layer(),
                options.head(),
                axis(map.queryKind(), map.queries()),
                axis(map.keyKind(), map.keys()),
                map.weights(),
                map.paddingMass(),
                padding,
                AttentionMaps.oneHalf(map),
                signed,
                words.rowsSumToOne(map),
                scale,
                limit,
                clipped,
                uniform ? 1.0 / slots : Double.NaN,
                words.beside(map, slots, uniform, trace.paddingSlots(), window),
                null,
                options.selected());
    }

    /** The matrix in another order, which its name then states. */
    public AttentionHeatmapSpec ordered(AttentionHeatmapSpec spec, AttentionOrder order) {
        return spec.ordered(order, messages.get("chart.attention.clustered", spec.name()));
    }

    /** All heads on one scale. */
    public AttentionOverviewSpec overview(AttentionOptions options) {
        boolean signed = trace.maps().stream().anyMatch(AttentionMaps::signed);
        double limit = options.scale() == ScaleMode.CLIPPED && !signed
                ? options.clip()
                : trace.maps().stream()
                        .mapToDouble(AttentionMaps::farthest)
                        .max()
                        .orElse(1);
        List<AttentionOverviewSpec.Tile> tiles = new ArrayList<>();
        for (int layer = 0; layer < trace.layers(); layer++) {
            for (int head = 0; head < trace.heads(); head++) {
                AttentionHeatmapSpec map = heatmap(new AttentionOptions(
                        layer, head, options.scale(), options.clip(), limit, false, options.selected()));
                tiles.add(new AttentionOverviewSpec.Tile(words.headName(layer, head), map));
            }
        }
        return new AttentionOverviewSpec(
                messages.get("chart.heads"),
                signed
                        ? messages.get("chart.heads.subtitle.signed", Numbers.brief(limit, OVERVIEW_LIMIT_DECIMALS))
                        : messages.get("chart.heads.subtitle", Numbers.brief(limit, OVERVIEW_LIMIT_DECIMALS)),
                tiles,
                limit);
    }

    /** What one row attends to: its largest weights, the sum of the others, the padding, and the sum of all. */
    public BarChartSpec row(AttentionHeatmapSpec map, int row, int top) {
        List<Integer> bySize = IntStream.range(0, map.columns().size())
                .filter(c -> !map.masked(row, c))
                .boxed()
                .sorted((a, b) -> {
                    int byWeight = Float.compare(Math.abs(map.weight(row, b)), Math.abs(map.weight(row, a)));
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
                    BarRow.Kind.EVENT, map.columns().get(c), "", "", weight, number(map, weight), List.of()));
        }
        if (count < bySize.size()) {
            double other = bySize.stream()
                    .skip(count)
                    .mapToDouble(c -> map.weight(row, c))
                    .sum();
            sum += other;
            String words = messages.count(others(map), bySize.size() - count);
            rows.add(BarRow.of(BarRow.Kind.OTHER, words, other, number(map, other)));
        }
        if (!map.words().paddingRow().isEmpty()) {
            double padding = map.padding()[row];
            sum += padding;
            rows.add(BarRow.of(BarRow.Kind.PADDING, map.words().paddingRow(), padding, number(map, padding)));
        }
        rows.add(BarRow.of(BarRow.Kind.TOTAL, messages.get("chart.sum"), sum, number(map, sum)));
        EventLabel query = map.rows().get(row);
        return new BarChartSpec(
                messages.get(rowTitle(), rowName(query)),
                words.headName(map.layer(), map.head()),
                "",
                map.signed(),
                map.signed() || map.scale() == ScaleMode.ROW_MAX ? 0 : map.limit(),
                rows,
                ExplanationCharts.limits(rows),
                List.of(),
                List.of(),
                "",
                map.selected());
    }

    private String rowTitle() {
        AttentionMap map = trace.map(0, 0);
        if (AttentionMaps.isPairs(map)) {
            return "chart.row.pairs";
        }
        // Events that are weighed in a sum: no row asks for them.
        if (map.queryKind() == AxisKind.POOL) {
            return "chart.row.pooled";
        }
        return AttentionMaps.isOfFeatures(map) ? "chart.row.feature" : "chart.row.attends";
    }

    /** Short: a position, "[mask]", or the title of an item. */
    private String rowName(EventLabel query) {
        if (query.isEvent()) {
            return "#" + query.position();
        }
        return query.title().equals(messages.get("chart.mask.slot")) ? messages.get("chart.mask.short") : query.title();
    }

    private static String number(AttentionHeatmapSpec map, double value) {
        return Numbers.value(value, map.signed());
    }

    private AttentionMap map(int layer, int head) {
        // Summaries over the heads of thousands of rows take longer than a frame.
        return maps.computeIfAbsent(List.of(layer, head), key -> combined(layer, head));
    }

    private AttentionMap combined(int layer, int head) {
        if (head >= 0) {
            return AttentionMaps.pairsOnce(trace.map(layer, head));
        }
        List<AttentionMap> heads = IntStream.range(0, trace.heads())
                .mapToObj(h -> AttentionMaps.pairsOnce(trace.map(layer, h)))
                .toList();
        return head == AttentionOptions.MAX ? AttentionMaps.max(heads) : AttentionMaps.mean(heads);
    }

    /** What the columns of the bar of all others count. */
    private String others(AttentionHeatmapSpec map) {
        if (map.columns().stream().anyMatch(EventLabel::isEvent)) {
            return "chart.other.events";
        }
        boolean fields = trace.maps().stream().anyMatch(m -> m.keyKind() == AxisKind.FIELD);
        return fields ? "chart.other.fields" : "chart.other.items";
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
            case POOL -> EventLabel.words(messages.get("chart.pool"));
            case CANDIDATE, ITEM -> EventLabel.words(itemTitles.apply(coordinate));
            case FIELD ->
                EventLabel.words(
                        coordinate < trace.fields().size()
                                ? FeatureSelection.heading(trace.fields().get(coordinate))
                                : messages.get("chart.field", coordinate + 1));
        };
    }
}
