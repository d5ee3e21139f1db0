package reclens.ui.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reclens.ui.SyntheticWorkspace;
import reclens.ui.WorkbenchFixture;

class UsersViewModelTest {
    private final WorkbenchFixture fixture = new WorkbenchFixture().open(1200);
    private final UsersViewModel model = new UsersViewModel(fixture.workbench);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void listsEveryUserWithTheLengthOfTheHistory() {
        assertThat(model.shown()).hasSize(1200);
        assertThat(model.shown().get(0)).isEqualTo(new UserRow("u0001", "Trail runner", 64));
        assertThat(model.countProperty().get()).isEqualTo("1,200");
    }

    @Test
    void findsById() {
        model.searchProperty().set("U0017");
        assertThat(model.shown()).extracting(UserRow::id).containsExactly("u0017");
        assertThat(model.countProperty().get()).isEqualTo("1 of 1,200");
    }

    @Test
    void findsBySegment() {
        model.searchProperty().set("van");
        assertThat(model.shown()).hasSize(300).allMatch(r -> r.label().equals("Van life"));
    }

    @Test
    void speaksOfSegmentsOnlyWhereUsersHaveSome() {
        assertThat(model.segmentedProperty().get()).isTrue();
        fixture.workbench.show(SyntheticWorkspace.withoutSegments(8));
        assertThat(model.segmentedProperty().get()).isFalse();
    }

    @Test
    void aSearchDoesNotChangeTheSelectedUser() {
        model.searchProperty().set("nobody");
        assertThat(model.shown()).isEmpty();
        assertThat(model.selectedProperty().get()).isEqualTo("u0001");
        assertThat(model.selectedLabel()).isEqualTo("Trail runner");
    }
}
