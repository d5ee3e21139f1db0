package reclens.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reclens.domain.Catalog;
import reclens.explanation.Method;
import reclens.ui.WorkbenchFixture;

class HistoryViewModelTest {
    private final WorkbenchFixture fixture = new WorkbenchFixture().open(3);
    private final HistoryViewModel model = new HistoryViewModel(fixture.workbench);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void saysWhichEventsTheModelSees() {
        assertThat(model.summaryProperty().get()).isEqualTo("64 events \u00b7 model sees #14 to #63");
    }

    @Test
    void eventsBeforeTheWindowHaveNoValue() {
        assertThat(model.rows().get(13).inWindow()).isFalse();
        assertThat(bars().value(13)).isNaN();
        assertThat(model.rows().get(14).inWindow()).isTrue();
        assertThat(bars().value(14)).isNotNaN();
    }

    @Test
    void theDateStandsOnlyWhereItChanges() {
        String before = "";
        for (EventRow row : model.rows()) {
            assertThat(row.date()).isNotEqualTo(before.isEmpty() ? "-" : before);
            before = row.date().isEmpty() ? before : row.date();
        }
        assertThat(model.rows().get(0).date()).isNotEmpty();
    }

    @Test
    void theStrongestEventFillsItsBar() {
        assertThat(model.rows().stream()
                        .mapToDouble(r -> Math.abs(bars().share(r.position())))
                        .max())
                .hasValue(1);
    }

    @Test
    void barsFollowTheChosenMethod() {
        double leaveOneOut = bars().value(63);
        fixture.selection.methodProperty().set(Method.ATTENTION);
        assertThat(bars().value(63)).isNotEqualTo(leaveOneOut).isBetween(0.0, 1.0);
    }

    @Test
    void eachEventTellsTheFeaturesOfItsItem() {
        Catalog catalog = fixture.workbench.workspace().catalog();
        assertThat(model.rows()).isNotEmpty().allSatisfy(row -> {
            String item = fixture.workbench
                    .workspace()
                    .history(fixture.selection.userProperty().get())
                    .events()
                    .get(row.position())
                    .item();
            assertThat(row.full().lines().toList().get(1))
                    .isEqualTo(String.join(" \u00b7 ", catalog.featureValues(item)))
                    .contains(" \u00b7 ");
        });
    }

    @Test
    void listsTheEventTypesOfTheData() {
        assertThat(model.types()).containsExactly("cart", "purchase", "view", "wishlist");
    }

    @Test
    void theBarsOfTheLastExplanationStayUntilTheNextOneIsThere() {
        EventBars before = bars();
        int second =
                fixture.workbench.recommendationsProperty().get().items().get(1).index();
        fixture.selection.itemProperty().set(second);
        assertThat(bars()).isSameAs(before);
        fixture.window.runUntil(() -> bars() != before);
        assertThat(bars().value(14)).isNotNaN();
    }

    @Test
    void anotherHistoryStartsWithoutBars() {
        fixture.selection
                .userProperty()
                .set(fixture.workbench.workspace().log().users().get(1));
        assertThat(bars().value(63)).isNaN();
    }

    private EventBars bars() {
        return model.barsProperty().get();
    }
}
