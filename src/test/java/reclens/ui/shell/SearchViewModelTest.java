package reclens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reclens.ui.WorkbenchFixture;

class SearchViewModelTest {
    private final WorkbenchFixture fixture = new WorkbenchFixture().open(300);
    private final SearchViewModel model = new SearchViewModel(fixture.workbench);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void opensAUserById() {
        model.find("u0123").get(0).go().run();
        assertThat(fixture.selection.userProperty().get()).isEqualTo("u0123");
    }

    @Test
    void selectsARecommendationByTitle() {
        var second = fixture.workbench.recommendationsProperty().get().items().get(1);
        String title =
                fixture.workbench.workspace().catalog().item(second.item()).title();
        model.find(title).get(0).go().run();
        assertThat(fixture.selection.itemProperty().get()).isEqualTo(second.index());
    }

    @Test
    void selectsTheLatestEventOfAnItem() {
        var last = fixture.workbench.historyProperty().get().events().get(63);
        String title = fixture.workbench.workspace().catalog().item(last.item()).title();
        model.find(title).stream()
                .filter(h -> h.note().startsWith("event"))
                .findFirst()
                .orElseThrow()
                .go()
                .run();
        assertThat(fixture.selection.event()).isEqualTo(63);
    }

    @Test
    void findsNothingForNothing() {
        assertThat(model.find("  ")).isEmpty();
    }
}
