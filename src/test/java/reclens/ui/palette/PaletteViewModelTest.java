package reclens.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reclens.ui.WorkbenchFixture;

class PaletteViewModelTest {
    private final WorkbenchFixture fixture = new WorkbenchFixture().open(300);
    private final List<String> done = new ArrayList<>();
    private final PaletteViewModel model = new PaletteViewModel(
            fixture.workbench,
            () -> List.of(
                    action("Export report", true),
                    action("Mechanism lab", true),
                    action("Restore last session", false)));

    private PaletteAction action(String title, boolean enabled) {
        return new PaletteAction(title, "File", "Ctrl+E", () -> enabled, () -> done.add(title));
    }

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
    void findsEveryItemOfTheModelByItsId() {
        var workspace = fixture.workbench.workspace();
        for (int item : workspace.explainable()) {
            String title =
                    workspace.catalog().item(workspace.vocabulary().id(item)).title();
            assertThat(model.find(workspace.vocabulary().id(item))).as(title).anyMatch(hit -> hit.title()
                    .equals(title));
        }
    }

    @Test
    void anActionIsFoundByAWordOfItsNameWithItsShortcut() {
        PaletteHit hit = model.find("lab").get(0);
        assertThat(hit.title()).isEqualTo("Mechanism lab");
        assertThat(hit.shortcut()).isEqualTo("Ctrl+E");
        hit.go().run();
        assertThat(done).containsExactly("Mechanism lab");
    }

    @Test
    void anActionThatCannotBeDoneNowIsNotOffered() {
        assertThat(model.find("restore last")).isEmpty();
    }

    @Test
    void forNothingTypedItShowsWhatCanBeDone() {
        assertThat(model.find("  ")).extracting(PaletteHit::title).containsExactly("Export report", "Mechanism lab");
    }

    @Test
    void withoutAWorkspaceActionsAreFoundAllTheSame() {
        fixture.workbench.show(null);
        assertThat(model.find("export")).hasSize(1);
    }

    @Test
    void theStartOfAWordCountsMoreThanItsMiddle() {
        assertThat(Match.of("open workspace", "work")).isGreaterThan(Match.of("network", "work"));
        assertThat(Match.of("u01", "u01")).isGreaterThan(Match.of("u012", "u01"));
    }

    @Test
    void sixThousandUsersAreSearchedBetweenTwoKeys() {
        fixture.workbench.show(reclens.ui.SyntheticWorkspace.of(6040));
        model.find("u"); // makes the index
        long start = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            model.find("u6" + i);
        }
        assertThat((System.nanoTime() - start) / 10).isLessThan(50_000_000L);
    }
}
