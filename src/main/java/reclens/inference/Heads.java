package reclens.inference;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How the hidden size is shared by attention heads.
 *
 * @param count H
 * @param width D, a multiple of H
 */
record Heads(int count, int width) {
    /** Counts of heads that can share {@code width}, ascending. */
    static List<Integer> sharing(int width) {
        return IntStream.rangeClosed(1, width)
                .filter(n -> width % n == 0)
                .boxed()
                .toList();
    }

    int size() {
        return width / count;
    }

    float scale() {
        return (float) (1 / Math.sqrt(size()));
    }
}
