package reclens.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class PaneRowTest {
    private final Region users = new Region();
    private final Region context = new Region();
    private final Region why = new Region();
    private final Region trust = new Region();
    private final PaneRow row = new PaneRow();

    @Test
    void aPaneThatGivesWayIsHiddenAndNotTakenOut() {
        row.show(List.of(users, context, why), 200, 300);
        row.show(List.of(trust));
        assertThat(List.of(users, context, why)).allSatisfy(pane -> {
            assertThat(pane.getParent()).isSameAs(row);
            assertThat(pane.isVisible()).isFalse();
            assertThat(pane.isManaged()).isFalse();
        });
        assertThat(trust.isVisible()).isTrue();
    }

    @Test
    void aPaneThatComesBackIsSeenAgain() {
        row.show(List.of(users, context, why), 200, 300);
        row.show(List.of(trust));
        row.show(List.of(context, why), 300);
        assertThat(context.isVisible()).isTrue();
        assertThat(why.isVisible()).isTrue();
        assertThat(users.isVisible()).isFalse();
        assertThat(trust.isVisible()).isFalse();
    }

    @Test
    void thereIsOneDividerBetweenTwoPanes() {
        row.show(List.of(users, context, why), 200, 300);
        row.show(List.of(context, why), 300);
        assertThat(row.lookupAll(".pane-grip").stream().filter(grip -> grip.isVisible()))
                .hasSize(1);
    }

    @Test
    void theTabKeyFindsPanesFromLeftToRightInWhateverOrderTheyWereMade() {
        row.show(List.of(trust));
        row.show(List.of(context, why), 300);
        row.show(List.of(users, context, why), 200, 300);
        assertThat(row.getChildrenUnmodifiable()).containsSubsequence(users, context, why);
    }
}
