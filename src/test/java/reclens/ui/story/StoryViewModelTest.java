package reclens.ui.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reclens.session.Story;
import reclens.ui.WorkbenchFixture;

class StoryViewModelTest {
    private final WorkbenchFixture fixture = new WorkbenchFixture().open(5);
    private final StoryViewModel model = new StoryViewModel(fixture.workbench);

    @AfterEach
    void close() {
        fixture.close();
        assertThat(fixture.faults).isEmpty();
    }

    private void search() {
        model.search();
        fixture.window.runUntil(() -> model.runningProperty().get() == null);
    }

    @Test
    void theEmptyTableSaysHowToStart() {
        assertThat(model.untriedProperty().get()).isTrue();
    }

    @Test
    void storiesStandBestFirst() {
        search();
        assertThat(model.stories())
                .hasSize(5)
                .isSortedAccordingTo(Comparator.comparingDouble(Story::value).reversed());
        assertThat(model.stateProperty().get()).startsWith("5 explained");
    }

    @Test
    void aStoryOpensItsUser() {
        search();
        Story last = model.stories().get(4);
        model.open(last);
        assertThat(fixture.selection.userProperty().get()).isEqualTo(last.user());
    }

    @Test
    void aCancelledSearchSaysThatItWasStopped() {
        model.search();
        model.cancel();
        assertThat(model.runningProperty().get()).isNull();
        assertThat(model.stateProperty().get()).doesNotContain("so far");
    }

    @Test
    void anotherWorkspaceForgetsTheStories() {
        search();
        fixture.workbench.show(null);
        assertThat(model.stories()).isEmpty();
        assertThat(model.stateProperty().get()).isEqualTo("Open a workspace first.");
    }
}
