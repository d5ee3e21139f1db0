package reclens.ui.lab;

import java.util.ArrayList;
import java.util.List;
import reclens.domain.DoubleTensor;

/**
 * One matrix of a step: the last two axes of its tensor at one place of the axes before.
 *
 * @param slice which place, all axes before the last two counted as one
 */
record StepMatrix(String name, DoubleTensor tensor, int slice) {
    /** How many matrices a tensor holds. */
    static int slices(DoubleTensor tensor) {
        int count = 1;
        for (int axis = 0; axis < tensor.rank() - 2; axis++) {
            count *= tensor.dim(axis);
        }
        return count;
    }

    int columns() {
        return tensor.rank() == 0 ? 1 : tensor.dim(-1);
    }

    int rows() {
        return tensor.rank() < 2 ? 1 : tensor.dim(-2);
    }

    double value(int row, int column) {
        int at = Math.min(slice, slices(tensor) - 1) * rows() * columns();
        return tensor.values()[at + row * columns() + column];
    }

    StepRole role() {
        return StepRole.of(name);
    }

    /** Whether values are shares from 0 on instead of numbers with a sign. */
    boolean unsigned() {
        return StepRole.unsigned(name);
    }

    /** Largest size of a finite value. */
    double limit() {
        double farthest = 0;
        for (int r = 0; r < rows(); r++) {
            for (int c = 0; c < columns(); c++) {
                double size = Math.abs(value(r, c));
                farthest = Double.isFinite(size) ? Math.max(farthest, size) : farthest;
            }
        }
        return farthest;
    }

    /** Headings, then one line a row. */
    List<List<String>> lines(String corner) {
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(corner));
        for (int c = 0; c < columns(); c++) {
            head.add(Integer.toString(c));
        }
        lines.add(head);
        for (int r = 0; r < rows(); r++) {
            List<String> line = new ArrayList<>(List.of(Integer.toString(r)));
            for (int c = 0; c < columns(); c++) {
                line.add(StepWords.full(value(r, c)));
            }
            lines.add(line);
        }
        return lines;
    }
}
