package reclens.ui.control;

import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import javafx.beans.property.IntegerProperty;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

/** What the lists of the window have in common. */
public final class Lists {
    private Lists() {}

    /** Scrolls only as far as needed to see a row; {@code ListView.scrollTo} would move it to the top even if it is visible. */
    public static void reveal(ListView<?> list, int row) {
        if (row < 0 || row >= list.getItems().size()) {
            return;
        }
        if (!(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) || flow.getFirstVisibleCell() == null) {
            list.scrollTo(row);
            return;
        }
        IndexedCell<?> first = flow.getFirstVisibleCell();
        IndexedCell<?> last = flow.getLastVisibleCell();
        if (row <= first.getIndex() || row >= last.getIndex()) {
            int visible = Math.max(1, last.getIndex() - first.getIndex());
            list.scrollTo(Math.max(0, row - visible / 2));
        }
    }

    /**
     * Keeps the selected row and a selected number in step, both ways.
     *
     * @param rowOf row of a number; -1 when it has none
     * @param numberOf number of a row
     * @return to be called after the list's items changed
     */
    public static Runnable bind(
            ListView<?> list, IntegerProperty number, IntUnaryOperator rowOf, IntUnaryOperator numberOf) {
        boolean[] busy = {false};
        IntConsumer show = value -> {
            int row = rowOf.applyAsInt(value);
            busy[0] = true;
            if (row < 0) {
                list.getSelectionModel().clearSelection();
            } else {
                list.getSelectionModel().clearAndSelect(row);
                list.getFocusModel().focus(row);
                reveal(list, row);
            }
            busy[0] = false;
        };
        number.addListener((p, was, now) -> {
            if (!busy[0]) {
                show.accept(now.intValue());
            }
        });
        list.getSelectionModel().selectedIndexProperty().addListener((p, was, now) -> {
            if (!busy[0]
                    && now.intValue() >= 0
                    && now.intValue() < list.getItems().size()) {
                busy[0] = true;
                number.set(numberOf.applyAsInt(now.intValue()));
                busy[0] = false;
            }
        });
        return () -> show.accept(number.get());
    }
}
