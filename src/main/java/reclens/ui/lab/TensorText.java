package reclens.ui.lab;

import java.math.BigDecimal;
import java.math.MathContext;
import reclens.domain.DoubleTensor;

/** Tensors as text that the lab reads back. */
final class TensorText {
    private static final MathContext DIGITS = new MathContext(7);

    /** Powers of ten that are written out; the least float32 as a mask would fill two lines with zeros. */
    private static final int MOST_PLAIN = 12;

    private TensorText() {}

    /** A matrix as lines of numbers with spaces between, everything else as nested JSON lists. */
    static String of(DoubleTensor tensor) {
        if (tensor.rank() == 2 && !tensor.isBoolean()) {
            StringBuilder lines = new StringBuilder();
            int columns = tensor.dim(1);
            for (int i = 0; i < tensor.values().length; i++) {
                lines.append(typed(tensor.values()[i])).append(i % columns == columns - 1 ? "\n" : "  ");
            }
            return lines.toString().stripTrailing();
        }
        StringBuilder json = new StringBuilder();
        nested(tensor, 0, 0, json);
        return json.toString();
    }

    private static void nested(DoubleTensor tensor, int axis, int at, StringBuilder json) {
        if (axis == tensor.rank()) {
            double value = tensor.values()[at];
            json.append(
                    tensor.isBoolean()
                            ? Boolean.toString(value != 0)
                            : Double.isFinite(value) ? number(value) : "\"" + value + "\"");
            return;
        }
        int stride = 1;
        for (int i = axis + 1; i < tensor.rank(); i++) {
            stride *= tensor.dim(i);
        }
        json.append('[');
        for (int i = 0; i < tensor.dim(axis); i++) {
            json.append(i == 0 ? "" : ", ");
            nested(tensor, axis + 1, at + i * stride, json);
        }
        json.append(']');
    }

    private static String typed(double value) {
        return value == Double.NEGATIVE_INFINITY ? "-inf" : Double.isFinite(value) ? number(value) : "" + value;
    }

    private static String number(double value) {
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return Math.abs(rounded.precision() - rounded.scale()) > MOST_PLAIN
                ? rounded.toString()
                : rounded.toPlainString();
    }
}
