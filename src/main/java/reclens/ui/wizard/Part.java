package reclens.ui.wizard;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that a workspace is made of. */
enum Part {
    HISTORY,
    MODEL,
    VOCABULARY,
    ITEMS,
    USERS,
    CONFIG;

    private static final List<String> CHECKPOINTS = List.of(".safetensors", ".pth", ".pt", ".bin");
    private static final List<String> TABLES =
            List.of(".csv", ".tsv", ".txt", ".dat", ".data", ".inter", ".item", ".user", ".jsonl", ".ndjson", ".json");
    private static final List<String> CATALOGUES =
            List.of("items", "products", "movies", "catalog", "articles", "item2attributes");
    private static final List<String> PEOPLE = List.of("users", "customers", "demographics", "members");

    private static final List<String> NOTES = List.of("readme", "license", "licence");

    String key() {
        return "wizard.part." + name().toLowerCase(Locale.ROOT);
    }

    /** What a file seems to be by its name; empty for kinds that are not read here, such as pictures and workbooks. */
    static Optional<Part> of(Path file) {
        String name = name(file);
        if (ends(name, CHECKPOINTS)) {
            return Optional.of(MODEL);
        }
        if (name.contains(".") && !ends(name, TABLES) || NOTES.stream().anyMatch(name::contains)) {
            return Optional.empty();
        }
        if (name.endsWith(".item") || CATALOGUES.stream().anyMatch(word -> isAbout(name, word))) {
            return name.endsWith("vocab.json") ? Optional.of(VOCABULARY) : Optional.of(ITEMS);
        }
        if (name.endsWith(".user") || PEOPLE.stream().anyMatch(word -> isAbout(name, word))) {
            return name.endsWith("vocab.json") ? Optional.empty() : Optional.of(USERS);
        }
        if (name.endsWith(".json") && !name.endsWith("events.json")) {
            return named(name);
        }
        return Optional.of(HISTORY);
    }

    /** JSON beside a model: settings, ids by index, or what is neither. */
    private static Optional<Part> named(String name) {
        if (name.contains("config")) {
            return Optional.of(CONFIG);
        }
        boolean other = Stream.of("shapes", "manifest", "state_dict").anyMatch(name::contains);
        return other ? Optional.empty() : Optional.of(VOCABULARY);
    }

    /** {@code items.csv}, {@code products_in_sample.csv} and {@code Beauty_item2attributes.json}, but not {@code itemsets.csv}. */
    private static boolean isAbout(String name, String word) {
        return name.matches("(.*[^a-z])?" + word + "([^a-z].*)?") && !name.contains("view");
    }

    private static boolean ends(String name, List<String> endings) {
        return endings.stream().anyMatch(name::endsWith);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    /**
     * The better one of two files for the same part: of checkpoints the one that tells most about itself (RecBole's own files
     * hold the settings too, its plain state does not), of catalogues the one that calls itself so, else the first.
     */
    static Path better(Path first, Path second) {
        return rank(second) < rank(first) ? second : first;
    }

    private static int rank(Path file) {
        String name = name(file);
        if (name.contains("item")) {
            return -1;
        }
        return name.contains("state_dict") ? 2 : name.endsWith(".safetensors") ? 1 : 0;
    }
}
