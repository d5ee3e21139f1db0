package reclens.chart;

import java.util.Locale;
import reclens.domain.AttentionMap;
import reclens.domain.AxisKind;
import reclens.domain.HistoryWindow;
import reclens.text.Messages;
import reclens.text.Numbers;

/** What stands in and around the charts of attention, by what the axes are. */
final class AttentionWords {
    private final Messages messages;

    /** Heads of a layer: one has no number, and no mean. */
    private final int heads;

    AttentionWords(Messages messages, int heads) {
        this.messages = messages;
        this.heads = heads;
    }

    boolean rowsSumToOne(AttentionMap map) {
        return map.normalisation().equals("softmax") && !isPart(map);
    }

    /** Whether the columns are some of the items that the rows attend to. */
    private static boolean isPart(AttentionMap map) {
        return map.keyKind() == AxisKind.CANDIDATE;
    }

    /** The size, in the units of both axes. */
    String title(AttentionMap map) {
        if (AttentionMaps.isPairs(map)) {
            return messages.get("chart.attention.pairs", map.columns() + 1);
        }
        String query = AttentionMaps.isOfFeatures(map)
                ? messages.count("chart.axis.feature", map.rows())
                : side(map.queryKind(), map.queries());
        return messages.get("chart.attention.size", query, side(map.keyKind(), map.keys()));
    }

    private String side(AxisKind kind, int[] axis) {
        boolean mask = kind == AxisKind.EVENT && axis.length > 0 && axis[axis.length - 1] == AttentionMap.MASK_SLOT;
        String words = messages.count("chart.axis." + kind.key(), mask ? axis.length - 1 : axis.length);
        return mask ? messages.get("chart.axis.and-mask", words) : words;
    }

    /** What a row adds up to. */
    String sums(AttentionMap map, boolean max, boolean padding, HistoryWindow window) {
        if (max) {
            return messages.get("chart.attention.sums.max");
        }
        if (AttentionMaps.isPairs(map)) {
            return messages.get("chart.attention.sums.pairs");
        }
        if (isPart(map) && map.normalisation().equals("softmax")) {
            return messages.get("chart.attention.sums.part");
        }
        if (!rowsSumToOne(map)) {
            return messages.get("chart.attention.sums.free");
        }
        if (padding) {
            return messages.get("chart.attention.sums.padding");
        }
        String sums = messages.get("chart.attention.sums");
        return map.keyKind() == AxisKind.EVENT ? sums + messages.get(unattended(window) + ".long") : sums;
    }

    String headName(int layer, int head) {
        if (heads == 1) {
            return messages.get("chart.attention.layer", layer + 1);
        }
        String number = head >= 0
                ? String.valueOf(head + 1)
                : messages.get("chart.head." + (head == AttentionOptions.MAX ? "max" : "mean"));
        return messages.get("chart.attention.head", layer + 1, number);
    }

    String name(AttentionOptions options, ScaleMode scale, AttentionMap map) {
        String colours = messages.get(
                "chart.scale."
                        + (AttentionMaps.signed(map) && scale == ScaleMode.RAW
                                ? "signed"
                                : scale.name().toLowerCase(Locale.ROOT)),
                Numbers.brief(options.clip(), 3));
        return messages.get(
                "chart.attention.title", headName(options.layer(), options.head()), normalisation(map), colours);
    }

    private String normalisation(AttentionMap map) {
        return map.normalisation().equals("none")
                ? messages.get("chart.attention.not-normalised")
                : map.normalisation();
    }

    /** @param paddingSlots unused slots that the model attends to */
    AttentionHeatmapSpec.Words beside(
            AttentionMap map, int slots, boolean uniform, int paddingSlots, HistoryWindow window) {
        return new AttentionHeatmapSpec.Words(
                query(map),
                key(map),
                messages.get("chart.attention.weight", normalisation(map)),
                uniform ? messages.get("chart.attention.uniform", slots, Numbers.brief(1.0 / slots, 3)) : "",
                AttentionMaps.isPairs(map)
                        ? messages.get("chart.pairs.once")
                        : map.causal() ? messages.get("chart.masked") : "",
                messages.get("chart.on.padding"),
                padding(map, paddingSlots, window));
    }

    private String query(AttentionMap map) {
        return switch (map.queryKind()) {
            case EVENT ->
                messages.get(
                        map.keyKind() == AxisKind.FIELD
                                ? "chart.query.event"
                                : map.rows() == 1 && map.columns() > 1 ? "chart.query.last" : "chart.query");
            case MASK -> messages.get("chart.query.mask");
            case POOL -> messages.get("chart.query.pool");
            case CANDIDATE, ITEM -> messages.get("chart.query.candidate");
            case FIELD ->
                messages.get(
                        AttentionMaps.isPairs(map)
                                ? "chart.pairs.one"
                                : map.keyKind() == AxisKind.FIELD ? "chart.query.field" : "chart.query.feature");
        };
    }

    private String key(AttentionMap map) {
        return switch (map.keyKind()) {
            case EVENT, MASK ->
                messages.get(
                        map.causal()
                                ? "chart.key"
                                : map.queryKind() == AxisKind.POOL ? "chart.key.pooled" : "chart.key.event");
            case FIELD -> messages.get(AttentionMaps.isPairs(map) ? "chart.pairs.other" : "chart.key.field");
            case CANDIDATE, ITEM -> messages.get("chart.key.item");
            case POOL -> messages.get("chart.query.pool");
        };
    }

    private String padding(AttentionMap map, int attended, HistoryWindow window) {
        if (map.keyKind() != AxisKind.EVENT) {
            return "";
        }
        if (attended > 0) {
            return messages.count("chart.padding", attended);
        }
        return messages.get(unattended(window));
    }

    private static String unattended(HistoryWindow window) {
        return window.length() < window.modelLength() ? "chart.padding.masked" : "chart.padding.no-slots";
    }
}
