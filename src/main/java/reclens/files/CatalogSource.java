package reclens.files;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which catalogue to read, and what the user says of it. What is empty is recognised.
 *
 * @param file the file
 * @param id column of item ids
 * @param title column of titles
 * @param features columns of categorical features in the order to show; when empty, all columns that are neither id, title
 *     nor numeric
 * @param numeric columns of numbers
 * @param encoding UTF-8 when empty
 * @param separator between fields
 */
public record CatalogSource(
        Path file,
        Optional<String> id,
        Optional<String> title,
        List<String> features,
        List<String> numeric,
        Optional<Charset> encoding,
        Optional<Character> separator) {
    public CatalogSource {
        features = List.copyOf(features);
        numeric = List.copyOf(numeric);
    }

    /** A catalogue of which everything is recognised. */
    public static CatalogSource of(Path file) {
        return new CatalogSource(
                file, Optional.empty(), Optional.empty(), List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    public CatalogSource withFile(Path other) {
        return new CatalogSource(other, id, title, features, numeric, encoding, separator);
    }

    public CatalogSource withEncoding(Charset charset) {
        return new CatalogSource(file, id, title, features, numeric, Optional.of(charset), separator);
    }
}
