package reclens.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import reclens.domain.Padding;

/**
 * Edited histories that can start from the same known states. With a causal model the states of the events before the first
 * edited one are those of the base, as long as these events stay in their slots: always when padding is on the right; when
 * it is on the left, for edits of equal length, from a pass over the base's first events in the slots they then have.
 *
 * @param edits indices of the edits
 * @param starts by edit, how many first events it shares with the base; at least one event is left to compute
 * @param shared how many first events of the base are computed once for all; 0 when that does not pay
 */
record EditGroup(int[] edits, int[] starts, int shared) {

    /** All edits but the empty ones, in groups. */
    static List<EditGroup> of(ModelInput base, List<ModelInput> edits, Padding padding) {
        Map<Integer, List<Integer>> bySlot = new LinkedHashMap<>();
        for (int e = 0; e < edits.size(); e++) {
            int length = edits.get(e).length();
            if (length > 0) {
                bySlot.computeIfAbsent(padding == Padding.RIGHT ? 0 : length, k -> new ArrayList<>())
                        .add(e);
            }
        }
        return bySlot.values().stream().map(group -> of(base, edits, group)).toList();
    }

    private static EditGroup of(ModelInput base, List<ModelInput> edits, List<Integer> group) {
        int[] indices = group.stream().mapToInt(e -> e).toArray();
        int[] starts = Arrays.stream(indices)
                .map(e -> commonEvents(base, edits.get(e)))
                .toArray();
        int shared = IntStream.of(starts).max().orElse(0);
        if (IntStream.of(starts).sum() <= shared) { // one edit at most would gain from it
            return new EditGroup(indices, new int[indices.length], 0);
        }
        return new EditGroup(indices, starts, shared);
    }

    /** Ranges of this group whose rows fill the cache but do not overflow it, each [from, to). */
    List<int[]> chunks(List<ModelInput> all, int rowBudget) {
        List<int[]> chunks = new ArrayList<>();
        int from = 0;
        int rows = 0;
        for (int i = 0; i < edits.length; i++) {
            int own = all.get(edits[i]).length() - starts[i];
            if (i > from && rows + own > rowBudget) {
                chunks.add(new int[] {from, i});
                from = i;
                rows = 0;
            }
            rows += own;
        }
        chunks.add(new int[] {from, edits.length});
        return chunks;
    }

    private static int commonEvents(ModelInput base, ModelInput edit) {
        if (isHidden(edit, 0)) {
            return 0; // see SasRecSequence: every slot may become a row
        }
        int most = Math.min(base.length(), edit.length() - 1);
        int common = 0;
        while (common < most
                && base.items()[common] == edit.items()[common]
                && isHidden(base, common) == isHidden(edit, common)) {
            common++;
        }
        return common;
    }

    private static boolean isHidden(ModelInput input, int event) {
        return input.hidden() != null && input.hidden()[event];
    }
}
