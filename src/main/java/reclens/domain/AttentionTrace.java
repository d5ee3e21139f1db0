package reclens.domain;

import java.util.List;

/**
 * Everything that a model attended to in one forward pass.
 *
 * @param maps one per stream, layer and head, in that order
 * @param paddingSlots number of padding slots of the window; 0 when it is full or the model masks padding
 */
public record AttentionTrace(List<AttentionMap> maps, int paddingSlots) {
    public AttentionTrace {
        maps = List.copyOf(maps);
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
