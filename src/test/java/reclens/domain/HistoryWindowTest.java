package reclens.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryWindowTest {
    private static final ItemVocabulary KNOWN = ItemVocabulary.of(List.of("[PAD]", "a", "b", "c"));

    @Test
    void readsTheLastEventsThatTheModelKnows() {
        HistoryWindow window = HistoryWindow.of(history("a", "b", "?", "c", "a"), KNOWN, 3, Padding.RIGHT);

        assertThat(window.positions()).containsExactly(1, 3, 4);
    }

    @Test
    void mapsItemsToModelIndices() {
        HistoryWindow window = HistoryWindow.of(history("c", "?", "a"), KNOWN, 5, Padding.RIGHT);

        assertThat(window.items()).containsExactly(3, 1);
    }

    @Test
    void leftPaddingPutsTheLatestEventIntoTheLastSlot() {
        HistoryWindow window = HistoryWindow.of(history("a", "b"), KNOWN, 5, Padding.LEFT);

        assertThat(window.slot(1)).isEqualTo(4);
    }

    @Test
    void rightPaddingPutsTheOldestEventIntoTheFirstSlot() {
        HistoryWindow window = HistoryWindow.of(history("a", "b"), KNOWN, 5, Padding.RIGHT);

        assertThat(window.slot(0)).isZero();
    }

    @Test
    void isEmptyWhenTheModelKnowsNoItem() {
        assertThat(HistoryWindow.of(history("?", "!"), KNOWN, 5, Padding.LEFT).isEmpty())
                .isTrue();
    }

    @Test
    void aModelThatDropsTheOldestLosesItEvenWhereTheWindowIsNotFull() {
        HistoryWindow window = HistoryWindow.of(history("a", "b", "c"), KNOWN, 5, Padding.RIGHT, true);

        assertThat(window.positions()).containsExactly(1, 2);
        assertThat(window.dropped()).isZero();
    }

    @Test
    void aModelThatDropsTheOldestTakesInOneEventMoreThanItReads() {
        HistoryWindow window = HistoryWindow.of(history("a", "b", "?", "c", "a"), KNOWN, 2, Padding.RIGHT, true);

        assertThat(window.positions()).containsExactly(3, 4);
        assertThat(window.dropped()).isEqualTo(1);
    }

    @Test
    void theOnlyEventCanBeTheDroppedOne() {
        HistoryWindow window = HistoryWindow.of(history("?", "a"), KNOWN, 5, Padding.RIGHT, true);

        assertThat(window.isEmpty()).isTrue();
        assertThat(window.dropped()).isEqualTo(1);
    }

    @Test
    void thePaddingRowIsNoItem() {
        assertThat(KNOWN.index("[PAD]")).isEmpty();
    }

    private static UserHistory history(String... items) {
        List<Interaction> events = new ArrayList<>();
        for (String item : items) {
            events.add(new Interaction(events.size(), item, "", null));
        }
        return new UserHistory("u", events);
    }
}
