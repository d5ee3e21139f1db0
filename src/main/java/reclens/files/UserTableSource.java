package reclens.files;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which table of users to read. What is empty is recognised.
 *
 * @param file the file
 * @param id column of user ids
 * @param features columns to keep, in the order to show; all others when empty
 * @param encoding UTF-8 when empty
 * @param separator between fields
 */
public record UserTableSource(
        Path file,
        Optional<String> id,
        List<String> features,
        Optional<Charset> encoding,
        Optional<Character> separator) {
    public UserTableSource {
        features = List.copyOf(features);
    }

    /** A table of which everything is recognised. */
    public static UserTableSource of(Path file) {
        return new UserTableSource(file, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }
}
