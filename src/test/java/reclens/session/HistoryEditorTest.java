package reclens.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import reclens.domain.HistoryEdit;
import reclens.domain.Interaction;
import reclens.domain.UserHistory;

class HistoryEditorTest {
    @Test
    void anUntouchedHistoryHasNoEdits() {
        assertThat(editor("abc").edits()).isEmpty();
    }

    @Test
    void namesOneMoveAsOneMove() {
        HistoryEditor editor = editor("abcde");

        editor.move(0, 3);

        assertThat(editor.edits()).containsExactly(new HistoryEdit.Move(0, 4));
    }

    @Test
    void anInsertedEventThatIsRemovedLeavesNothingBehind() {
        HistoryEditor editor = editor("abc");
        editor.insert(1, "x", "view");

        editor.remove(1);

        assertThat(editor.isEdited()).isFalse();
        assertThat(editor.canUndo()).isTrue();
    }

    @Test
    void undoAndRedoGoThroughEveryState() {
        HistoryEditor editor = editor("abc");
        editor.remove(0);
        editor.replace(0, "y");

        editor.undo();
        assertThat(items(editor)).isEqualTo("bc");
        editor.undo();
        assertThat(items(editor)).isEqualTo("abc");
        assertThat(editor.canUndo()).isFalse();
        editor.redo();
        editor.redo();
        assertThat(items(editor)).isEqualTo("yc");
        assertThat(editor.canRedo()).isFalse();
    }

    @Test
    void anEditAfterUndoForgetsWhatWasUndone() {
        HistoryEditor editor = editor("abc");
        editor.remove(0);
        editor.undo();

        editor.remove(2);

        assertThat(editor.canRedo()).isFalse();
        assertThat(items(editor)).isEqualTo("ab");
    }

    @Test
    void aRemovedEventComesBackToItsPlace() {
        HistoryEditor editor = editor("abcd");
        editor.remove(2);
        editor.remove(1);

        editor.restore(2);

        assertThat(items(editor)).isEqualTo("acd");
    }

    @Test
    void resetCanBeUndone() {
        HistoryEditor editor = editor("abc");
        editor.remove(0);

        editor.reset();
        assertThat(items(editor)).isEqualTo("abc");
        editor.undo();

        assertThat(items(editor)).isEqualTo("bc");
    }

    @Property(tries = 300)
    void theEditsLeadToWhatIsSeen(@ForAll @IntRange(max = 8) int length, @ForAll int seed) {
        HistoryEditor editor = editor("abcdefgh".substring(0, length));
        Random random = new Random(seed);
        List<String> seen = new ArrayList<>();
        editor.base().events().forEach(e -> seen.add(e.item()));
        for (int step = 0; step < 12; step++) {
            int size = seen.size();
            int kind = size == 0 ? 0 : random.nextInt(4);
            int at = size == 0 ? 0 : random.nextInt(size);
            switch (kind) {
                case 0 -> {
                    int before = random.nextInt(size + 1);
                    editor.insert(before, "x" + step, "view");
                    seen.add(before, "x" + step);
                }
                case 1 -> {
                    editor.remove(at);
                    seen.remove(at);
                }
                case 2 -> {
                    int to = random.nextInt(size);
                    editor.move(at, to);
                    seen.add(to, seen.remove(at));
                }
                default -> {
                    editor.replace(at, "y" + step);
                    seen.set(at, "y" + step);
                }
            }
        }

        assertThat(items(editor)).isEqualTo(String.join("", seen));
    }

    private static String items(HistoryEditor editor) {
        StringBuilder text = new StringBuilder();
        editor.edited().after().events().forEach(e -> text.append(e.item()));
        return text.toString();
    }

    private static HistoryEditor editor(String items) {
        List<Interaction> events = new ArrayList<>();
        for (int i = 0; i < items.length(); i++) {
            events.add(new Interaction(i, items.substring(i, i + 1), "view", null));
        }
        return new HistoryEditor(new UserHistory("u", events));
    }
}
