package reclens.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditedHistoryTest {
    @Test
    void positionsReferToTheUneditedHistory() {
        EditedHistory edited = EditedHistory.of(
                history("abcde"),
                List.of(new HistoryEdit.Insert(3, "x"), new HistoryEdit.Remove(0), new HistoryEdit.Replace(4, "y")));

        assertThat(items(edited)).isEqualTo("bcxdy");
    }

    @Test
    void aMoveToALaterPositionEndsThere() {
        assertThat(items(EditedHistory.of(history("abcde"), List.of(HistoryEdit.Move.to(0, 4)))))
                .isEqualTo("bcdea");
    }

    @Test
    void aMoveToAnEarlierPositionEndsThere() {
        assertThat(items(EditedHistory.of(history("abcde"), List.of(HistoryEdit.Move.to(4, 1)))))
                .isEqualTo("aebcd");
    }

    @Test
    void twoEventsChangePlaces() {
        assertThat(items(EditedHistory.of(
                        history("abcde"), List.of(HistoryEdit.Move.to(1, 3), HistoryEdit.Move.to(3, 1)))))
                .isEqualTo("adcbe");
    }

    @Test
    void aMoveToItsOwnPlaceIsNoEdit() {
        assertThat(EditedHistory.of(history("abc"), List.of(HistoryEdit.Move.to(1, 1)))
                        .isEdited())
                .isFalse();
    }

    @Test
    void anInsertionAtTheLengthStandsAtTheEnd() {
        assertThat(items(EditedHistory.of(history("ab"), List.of(new HistoryEdit.Insert(2, "x")))))
                .isEqualTo("abx");
    }

    @Test
    void anInsertionBeforeARemovedEventTakesItsPlace() {
        assertThat(items(EditedHistory.of(
                        history("abc"), List.of(new HistoryEdit.Remove(1), new HistoryEdit.Insert(1, "x")))))
                .isEqualTo("axc");
    }

    @Test
    void tellsWhatBecameOfEachEvent() {
        EditedHistory edited = EditedHistory.of(
                history("abcde"),
                List.of(
                        new HistoryEdit.Remove(1),
                        HistoryEdit.Move.to(0, 3),
                        new HistoryEdit.Insert(4, "x"),
                        new HistoryEdit.Replace(2, "y")));

        assertThat(edited.entries())
                .extracting(e -> e.change() + " " + e.before() + ">" + e.after() + " "
                        + e.event().item())
                .containsExactly(
                        "REMOVED 1>-1 b",
                        "CHANGED 2>0 y",
                        "KEPT 3>1 d",
                        "MOVED 0>2 a",
                        "INSERTED -1>3 x",
                        "KEPT 4>4 e");
    }

    @Test
    void anInsertedEventHasTheTypeOfTheOneItPrecedes() {
        UserHistory history = new UserHistory(
                "u", List.of(new Interaction(0, "a", "view", null), new Interaction(1, "b", "buy", null)));

        EditedHistory edited = EditedHistory.of(history, List.of(new HistoryEdit.Insert(1, "x")));

        assertThat(edited.after().events().get(1).event()).isEqualTo("buy");
    }

    @Test
    void refusesAPositionBehindTheEnd() {
        assertThatThrownBy(() -> EditedHistory.of(history("abc"), List.of(new HistoryEdit.Remove(3))))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(
                        "--remove: position out of range; expected 0 to 2, for 3 events of user 'u', found 3");
    }

    @Test
    void refusesToMoveARemovedEvent() {
        assertThatThrownBy(() ->
                        EditedHistory.of(history("abc"), List.of(new HistoryEdit.Remove(1), HistoryEdit.Move.to(1, 0))))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("the event at position 1 is edited twice");
    }

    private static String items(EditedHistory edited) {
        StringBuilder text = new StringBuilder();
        edited.after().events().forEach(e -> text.append(e.item()));
        return text.toString();
    }

    static UserHistory history(String items) {
        List<Interaction> events = new ArrayList<>();
        for (int i = 0; i < items.length(); i++) {
            events.add(new Interaction(i, items.substring(i, i + 1), "view", null));
        }
        return new UserHistory("u", events);
    }
}
