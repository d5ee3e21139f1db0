package reclens.ui.lab;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the input comes from, in words.
 *
 * @param tensors holds as long as Q, K and V are not typed over; may be empty
 * @param steps holds as long as nothing is changed at all, mask and settings included; may be empty
 */
record Origin(String tensors, String steps) {
    static final Origin UNKNOWN = new Origin("", "");

    Origin withOtherSettings() {
        return new Origin(tensors, "");
    }

    String words() {
        return Stream.of(tensors, steps).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }
}
