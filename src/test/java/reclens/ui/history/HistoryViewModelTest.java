package reclens.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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
        assertThat(model.rows().get(13).value()).isNaN();
        assertThat(model.rows().get(14).inWindow()).isTrue();
        assertThat(model.rows().get(14).value()).isNotNaN();
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
        assertThat(model.rows().stream().mapToDouble(r -> Math.abs(r.share())).max())
                .hasValue(1);
    }

    @Test
    void barsFollowTheChosenMethod() {
        double leaveOneOut = model.rows().get(63).value();
        fixture.selection.methodProperty().set(Method.ATTENTION);
        assertThat(model.rows().get(63).value()).isNotEqualTo(leaveOneOut).isBetween(0.0, 1.0);
    }

    @Test
    void listsTheEventTypesOfTheData() {
        assertThat(model.types()).containsExactly("cart", "purchase", "view", "wishlist");
    }
}
