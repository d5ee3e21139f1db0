package reclens.files;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** NumPy text inside a pickle: arrays and scalars of type {@code U<n>}, n characters of four bytes each. */
final class NumpyStrings {
    private static final Charset UTF_32 = Charset.forName("UTF-32LE");

    private NumpyStrings() {}

    /** The elements of an array of text; null when it is none, is big-endian, or does not have its bytes. */
    static List<String> array(Object value) {
        if (!NumpyPickles.isArray(value)
                || !(((PyObject) value).state instanceof Object[] state)
                || state.length < 5
                || !(state[1] instanceof Object[] shape)
                || shape.length != 1
                || !(shape[0] instanceof Number count)
                || !(state[4] instanceof byte[] bytes)) {
            return null;
        }
        int width = width(state[2]);
        if (width < 0 || count.longValue() * width != bytes.length) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count.intValue(); i++) {
            texts.add(text(bytes, i * width, width));
        }
        return texts;
    }

    /** A string, or a scalar of text; null when it is neither. */
    static String scalar(Object value) {
        if (value instanceof String text) {
            return text;
        }
        boolean isScalar = value instanceof PyObject object
                && (object.isA("numpy.core.multiarray.scalar") || object.isA("numpy._core.multiarray.scalar"));
        if (!isScalar) {
            return null;
        }
        List<Object> arguments = ((PyObject) value).arguments;
        return arguments.size() > 1
                        && arguments.get(1) instanceof byte[] bytes
                        && width(arguments.get(0)) == bytes.length
                ? text(bytes, 0, bytes.length)
                : null;
    }

    /** Bytes of an element; -1 when the type is not little-endian text. */
    private static int width(Object dtype) {
        if (!(dtype instanceof PyObject object) || !object.isA("numpy.dtype") || object.arguments.isEmpty()) {
            return -1;
        }
        boolean bigEndian = object.state instanceof Object[] state && state.length > 1 && ">".equals(state[1]);
        String name = String.valueOf(object.arguments.get(0));
        return bigEndian || !name.matches("U[0-9]{1,6}") ? -1 : 4 * Integer.parseInt(name.substring(1));
    }

    private static String text(byte[] bytes, int from, int width) {
        String padded = new String(bytes, from, width, UTF_32);
        int end = padded.length();
        while (end > 0 && padded.charAt(end - 1) == 0) {
            end--;
        }
        return padded.substring(0, end);
    }
}
