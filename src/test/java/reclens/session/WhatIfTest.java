package reclens.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reclens.domain.CancellationToken;
import reclens.domain.EditedHistory;
import reclens.domain.HistoryEdit;
import reclens.domain.NotFoundException;
import reclens.domain.ProgressListener;
import reclens.domain.Recommendation;
import reclens.domain.UsageException;
import reclens.domain.UserHistory;

class WhatIfTest {
    private static Workspace shop;
    private static WhatIf whatIf;

    @BeforeAll
    static void open() {
        shop = open("shop");
        whatIf = new WhatIf(shop, shop.seen());
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void withoutEditsNothingChanges() {
        WhatIfResult result = whatIf.compare(EditedHistory.unedited(shop.history("u0017")), 10);

        assertThat(result.after()).isEqualTo(result.before());
        assertThat(result.entered()).isEmpty();
        assertThat(result.left()).isEmpty();
    }

    @Test
    void theNewListIsThatOfTheEditedHistory() {
        EditedHistory edited = EditedHistory.of(
                shop.history("u0017"), List.of(new HistoryEdit.Remove(54), new HistoryEdit.Insert(56, "P0001")));

        WhatIfResult result = whatIf.compare(edited, 10);

        assertThat(result.after())
                .isEqualTo(new Explainer(shop).recommend(edited.after(), 10).items());
        assertThat(result.before())
                .isEqualTo(new Explainer(shop).recommend(edited.before(), 10).items());
    }

    @Test
    void whatEnteredAndLeftIsInOneListOnly() {
        WhatIfResult result = remove("u0017", 54);

        List<String> before = result.before().stream().map(Recommendation::item).toList();
        List<String> after = result.after().stream().map(Recommendation::item).toList();
        assertThat(result.entered()).isNotEmpty().allMatch(i -> after.contains(i) && !before.contains(i));
        assertThat(result.left())
                .hasSameSizeAs(result.entered())
                .allMatch(i -> before.contains(i) && !after.contains(i));
    }

    @Test
    void itemsThatLeftHaveTheirNewRank() {
        WhatIfResult.Change left = remove("u0017", 54).changes().stream()
                .filter(WhatIfResult.Change::left)
                .findFirst()
                .orElseThrow();

        assertThat(left.before().rank()).isBetween(1, 10);
        assertThat(left.after().rank()).isGreaterThan(10);
        assertThat(left.scoreChange())
                .isCloseTo(left.after().score() - left.before().score(), within(0.0));
    }

    @Test
    void saysWhichOlderEventSlidesIntoTheWindow() {
        int modelLength = shop.model().card().windowLength();
        String user = IntStream.range(0, shop.log().userCount())
                .filter(u -> shop.log().eventCount(u) > modelLength)
                .mapToObj(u -> shop.log().users().get(u))
                .findFirst()
                .orElseThrow();
        UserHistory history = shop.history(user);

        WhatIfResult result = remove(user, history.size() - 1);

        assertThat(result.slidIn()).containsExactly(history.size() - modelLength - 1);
    }

    @Test
    void theTypeOfAnEventCannotBeChangedWhereTheModelDoesNotReadIt() {
        assertThat(whatIf.typeRefusal())
                .contains("the model reads which item an event was about, not which type of event it was");
        assertThatThrownBy(() -> whatIf.compare(
                        EditedHistory.of(shop.history("u0017"), List.of(new HistoryEdit.ChangeType(1, "no such type"))),
                        10))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("the type of an event cannot be changed");
    }

    @Test
    void theTypeOfAnEventCountsWhereTheModelReadsIt() {
        try (Workspace feed = open("feed")) {
            WhatIf ofFeed = new WhatIf(feed, feed.seen());
            UserHistory history = feed.history("m0003");
            int last = history.size() - 1;
            String item = history.events().get(last).item();
            String other = ofFeed.types(item).stream()
                    .filter(t -> !t.equals(history.events().get(last).event()))
                    .findFirst()
                    .orElseThrow();

            WhatIfResult result =
                    ofFeed.compare(EditedHistory.of(history, List.of(new HistoryEdit.ChangeType(last, other))), 10);

            assertThat(ofFeed.typeRefusal()).isEmpty();
            assertThat(result.changes()).anyMatch(c -> c.scoreChange() != 0);
        }
    }

    @Test
    void anUnknownItemIsNotFound() {
        assertThatThrownBy(() -> whatIf.compare(
                        EditedHistory.of(shop.history("u0017"), List.of(new HistoryEdit.Insert(0, "nothing"))), 10))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("the model does not know the item 'nothing'");
    }

    @Test
    void anEditThatLeavesNoEventIsRefused() {
        UserHistory history = shop.history("u0017");
        List<HistoryEdit> all = IntStream.range(0, history.size())
                .<HistoryEdit>mapToObj(HistoryEdit.Remove::new)
                .toList();

        assertThatThrownBy(() -> whatIf.compare(EditedHistory.of(history, all), 10))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("the edit leaves no event");
    }

    @Test
    void theModelAgreesWithEveryCounterfactual() {
        Explainer explainer = new Explainer(shop);
        UserHistory history = shop.history("u0017");
        int top = explainer.recommend(history, 1).items().get(0).index();

        var found = explainer.counterfactual(history, top, new CancellationToken());
        List<HistoryEdit> removals = IntStream.of(found.removed())
                .<HistoryEdit>mapToObj(HistoryEdit.Remove::new)
                .toList();
        WhatIfResult result = whatIf.compare(EditedHistory.of(history, removals), 1);

        assertThat(found.found()).isTrue();
        assertThat(result.after().get(0).index()).isEqualTo(found.newTop()).isNotEqualTo(top);
    }

    private static WhatIfResult remove(String user, int position) {
        return whatIf.compare(EditedHistory.of(shop.history(user), List.of(new HistoryEdit.Remove(position))), 10);
    }

    private static Workspace open(String sample) {
        return new WorkspaceOpener()
                .open(
                        WorkspaceSource.folder(Path.of("sample-data", sample)),
                        ProgressListener.NONE,
                        new CancellationToken());
    }
}
