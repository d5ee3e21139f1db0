package reclens.ui.model;

import java.util.List;
import java.util.stream.Collectors;
import reclens.domain.Tensor;
import reclens.text.Numbers;

/**
 * A tensor of the file, as a line of the table.
 *
 * @param name as the file has it
 * @param tensor its values
 */
record TensorRow(String name, Tensor tensor) {
    /** Sizes of the axes with a sign between them; a scalar has none. */
    String shape() {
        return tensor.shape().isEmpty()
                ? "\u00b7"
                : tensor.shape().stream().map(String::valueOf).collect(Collectors.joining(" \u00d7 "));
    }

    String dtype() {
        return tensor.dtype().torchName();
    }

    long values() {
        return tensor.elements();
    }

    long bytes() {
        return values() * tensor.dtype().bytes();
    }

    /** Whether every word of a text stands in the name, the shape or the type, in any case. */
    boolean matches(List<String> words) {
        String line = (name + " " + shape() + " " + dtype()).toLowerCase(java.util.Locale.ROOT);
        return words.stream().allMatch(line::contains);
    }

    /** In full, for other programs. */
    List<String> cells() {
        return List.of(
                name,
                tensor.shape().stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]")),
                dtype(),
                Long.toString(values()),
                Long.toString(bytes()));
    }

    String size() {
        return Numbers.bytes(bytes());
    }
}
