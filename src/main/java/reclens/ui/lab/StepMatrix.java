package reclens.ui.lab;

import java.util.ArrayList;
import java.util.List;
import reclens.domain.DoubleTensor;

/**
 * One matrix of a step.
 *
 * @param role what its axes stand for
 * @param tensor the step, whose values these are
 * @param rows number of rows
 * @param offset of the matrix's first value in the tensor
 * @param stride from a row to the next
 * @param masked the same matrix after the mask, where minus infinity hides; null where the step does not follow one
 */
record StepMatrix(
        String name, StepRole role, DoubleTensor tensor, int rows, int offset, int stride, StepMatrix masked) {

    int columns() {
        return tensor.rank() == 0 ? 1 : tensor.dim(-1);
    }

    double value(int row, int column) {
        return tensor.values()[offset + row * stride + column];
    }

    /** Whether a weight is 0 because its key is masked, and not because it is small. */
    boolean hidden(int row, int column) {
        return masked != null && value(row, column) == 0 && masked.value(row, column) == Double.NEGATIVE_INFINITY;
    }

    /** Whether values are shares from 0 on instead of numbers with a sign. */
    boolean unsigned() {
        if (!StepRole.shares(name)) {
            return false;
        }
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns(); c++) {
                if (value(r, c) < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Largest size of a finite value. */
    double limit() {
        double farthest = 0;
        for (int r = 0; r < rows; r++) {
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
        for (int r = 0; r < rows; r++) {
            List<String> line = new ArrayList<>(List.of(Integer.toString(r)));
            for (int c = 0; c < columns(); c++) {
                line.add(words(r, c));
            }
            lines.add(line);
        }
        return lines;
    }

    /** The number, or what a value without digits means. */
    String words(int row, int column) {
        return hidden(row, column) ? StepWords.hidden() : StepWords.full(value(row, column));
    }
}
