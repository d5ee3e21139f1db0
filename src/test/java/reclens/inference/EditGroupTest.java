package reclens.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import reclens.domain.Padding;

class EditGroupTest {
    private static final ModelInput BASE = ModelInput.of(1, 2, 3, 4, 5, 6);

    @Test
    void deletionsShareTheEventsBeforeThem() {
        List<EditGroup> groups =
                EditGroup.of(BASE, List.of(BASE.without(1), BASE.without(3), BASE.without(5)), Padding.RIGHT);
        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).starts()).containsExactly(1, 3, 4); // one event is always left to compute
        assertThat(groups.get(0).shared()).isEqualTo(4);
    }

    @Test
    void hidingAnEventKeepsTheStatesBeforeIt() {
        List<EditGroup> groups = EditGroup.of(BASE, List.of(BASE.hiding(2), BASE.hiding(4)), Padding.RIGHT);
        assertThat(groups.get(0).starts()).containsExactly(2, 4);
    }

    @Test
    void hidingTheFirstEventSharesNothing() {
        List<EditGroup> groups =
                EditGroup.of(BASE, List.of(BASE.hiding(0), BASE.hiding(4), BASE.hiding(5)), Padding.RIGHT);
        assertThat(groups.get(0).starts()).containsExactly(0, 4, 5);
    }

    @Test
    void leftPaddedEditsOfDifferentLengthsSitInDifferentSlots() {
        List<ModelInput> edits = List.of(BASE.without(3), BASE.without(4), BASE.hiding(3), BASE.hiding(4));
        List<EditGroup> groups = EditGroup.of(BASE, edits, Padding.LEFT);
        assertThat(groups).extracting(EditGroup::edits).containsExactly(new int[] {0, 1}, new int[] {2, 3});
    }

    @Test
    void aSingleEditIsComputedWhole() {
        EditGroup group =
                EditGroup.of(BASE, List.of(BASE.without(4)), Padding.LEFT).get(0);
        assertThat(group.shared()).isZero();
        assertThat(group.starts()).containsExactly(0);
    }

    @Test
    void emptyEditsBelongToNoGroup() {
        assertThat(EditGroup.of(BASE, List.of(ModelInput.of()), Padding.LEFT)).isEmpty();
    }

    @Test
    void chunksHoldAllEditsInOrderWithinTheBudget() {
        List<ModelInput> edits = List.of(BASE.without(0), BASE.without(0), BASE.without(0));
        EditGroup group = EditGroup.of(BASE, edits, Padding.RIGHT).get(0); // 5 rows each
        assertThat(group.chunks(edits, 10)).containsExactly(new int[] {0, 2}, new int[] {2, 3});
        assertThat(group.chunks(edits, 1)).hasSize(3);
    }
}
