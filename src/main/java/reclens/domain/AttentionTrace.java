package reclens.domain;

import java.util.List;

/**
 * Everything that a model attended to in one forward pass.
 *
 * @param maps one per stream, layer and head, in that order
 * @param paddingSlots number of padding slots of the window; 0 when it is full or the model masks padding
 * @param fields names of the feature fields, by the coordinates of an axis of fields; empty where there is none
 */
public record AttentionTrace(List<AttentionMap> maps, int paddingSlots, List<String> fields) {
    public AttentionTrace {
        maps = List.copyOf(maps);
        fields = List.copyOf(fields);
    }

    /** A trace without an axis of fields. */
    public AttentionTrace(List<AttentionMap> maps, int paddingSlots) {
        this(maps, paddingSlots, List.of());
    }

    /** Names of the streams, the one that scores stand for first. */
    public List<String> streams() {
        return maps.stream().map(AttentionMap::stream).distinct().toList();
    }

    /** The maps of one stream alone. */
    public AttentionTrace stream(String name) {
        return new AttentionTrace(
                maps.stream().filter(m -> m.stream().equals(name)).toList(), paddingSlots, fields);
    }

    public int layers() {
        return maps.stream().mapToInt(AttentionMap::layer).max().orElse(-1) + 1;
    }

    public int heads() {
        return maps.stream().mapToInt(AttentionMap::head).max().orElse(-1) + 1;
    }

    /** The map of one layer and head of the first stream. */
    public AttentionMap map(int layer, int head) {
        return maps.stream()
                .filter(m -> m.layer() == layer && m.head() == head)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no attention of layer " + layer + ", head " + head));
    }
}
