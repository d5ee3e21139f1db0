package reclens.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import reclens.domain.DoubleTensor;
import reclens.domain.MechanismTrace;

/** The steps of a mechanism as tables of numbers; large ones are cut, and say so. */
final class MechanismText {
    private static final int ROWS = 24;
    private static final int COLUMNS = 10;

    private MechanismText() {}

    static String write(MechanismTrace trace) {
        StringBuilder text = new StringBuilder(trace.input().mechanism());
        if (!trace.input().name().isEmpty()) {
            text.append(": ").append(trace.input().name());
        }
        trace.steps().forEach((name, t) -> table(text.append("\n\n"), name, t));
        trace.notes().forEach(note -> text.append("\n\nNote: ").append(note));
        return text.toString();
    }

    private static void table(StringBuilder text, String name, DoubleTensor t) {
        text.append(name).append(' ').append(t.shape());
        int columns = t.rank() == 0 ? 1 : t.dim(-1);
        int rows = t.values().length / columns;
        for (int r = 0; r < Math.min(rows, ROWS); r++) {
            text.append(String.format("%n  %-12s", t.rank() < 2 ? "" : index(t, r)));
            for (int c = 0; c < Math.min(columns, COLUMNS); c++) {
                text.append(String.format(" %11s", number(t.values()[r * columns + c])));
            }
            text.append(columns > COLUMNS ? "  ..." : "");
        }
        if (rows > ROWS || columns > COLUMNS) {
            text.append(String.format(
                    "%n  (%d of %d rows, %d of %d columns; --json has all)",
                    Math.min(rows, ROWS), rows, Math.min(columns, COLUMNS), columns));
        }
    }

    private static String index(DoubleTensor t, int row) {
        List<Integer> index = new ArrayList<>();
        int rest = row;
        for (int axis = t.rank() - 2; axis >= 0; axis--) {
            index.add(0, rest % t.dim(axis));
            rest /= t.dim(axis);
        }
        return index.toString();
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "undefined";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        boolean plain = value == 0 || Math.abs(value) >= 1e-4 && Math.abs(value) < 1e6;
        return String.format(Locale.ROOT, plain ? "%.6f" : "%.4e", value);
    }
}
