package reclens.explanation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import reclens.domain.HistoryWindow;

/** Removes, one after the other, the event without which the item ranks best. */
final class ClimbSearch {
    private static final int MOST = 5;

    private final KeptEvents events;
    private final HistoryWindow window;

    ClimbSearch(KeptEvents events, HistoryWindow window) {
        this.events = events;
        this.window = window;
    }

    Climb search(int goal) {
        BitSet kept = events.all();
        KeptEvents.Standing start = events.standings(List.of(kept)).get(0);
        KeptEvents.Standing reached = start;
        for (int step = 0;
                step < MOST && kept.cardinality() > 1 && start.rank() > goal && reached.rank() > goal;
                step++) {
            List<BitSet> tried = new ArrayList<>();
            BitSet all = kept;
            all.stream().forEach(event -> {
                BitSet without = (BitSet) all.clone();
                without.clear(event);
                tried.add(without);
            });
            List<KeptEvents.Standing> standings = events.standings(tried);
            int best = IntStream.range(0, tried.size())
                    .boxed()
                    .reduce((a, b) -> better(standings.get(b), standings.get(a)) ? b : a)
                    .orElseThrow();
            if (!better(standings.get(best), reached)) {
                break;
            }
            kept = tried.get(best);
            reached = standings.get(best);
        }
        BitSet left = kept;
        int[] removed = IntStream.range(0, events.count())
                .filter(i -> !left.get(i))
                .map(i -> window.positions()[i])
                .sorted()
                .toArray();
        return new Climb(goal, start.rank(), reached.rank(), removed);
    }

    private static boolean better(KeptEvents.Standing one, KeptEvents.Standing other) {
        return one.rank() != other.rank() ? one.rank() < other.rank() : one.probability() > other.probability();
    }
}
