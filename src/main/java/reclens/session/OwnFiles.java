package reclens.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Files that belong together because they stand together. Touches the disk. */
public final class OwnFiles {
    /** A folder that someone drops is one of a model or of a data set; what holds more is not read through. */
    private static final int MOST = 500;

    private static final List<String> VOCABULARIES = List.of("id_to_token.json", "items.vocab.json", "vocab.json");

    private OwnFiles() {}

    /**
     * The files themselves, and in place of a folder those that stand in it, largest first, since the events of a data set are
     * more than what describes them; deeper folders are left alone.
     */
    public static List<Path> of(List<Path> filesAndFolders) {
        return filesAndFolders.stream().flatMap(path -> in(path).stream()).toList();
    }

    private static List<Path> in(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !name(file).startsWith("."))
                    .limit(MOST)
                    .sorted(Comparator.comparing(OwnFiles::size).reversed().thenComparing(OwnFiles::name))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** A checkpoint and a history with the vocabulary and the catalogue that stand beside them. */
    public static WorkspaceSource accompanied(WorkspaceSource files) {
        return new WorkspaceSource(
                files.folder(),
                files.model(),
                files.modelTitle(),
                files.config(),
                files.vocabulary().or(() -> files.model().flatMap(OwnFiles::vocabularyOf)),
                files.items().or(() -> files.history().flatMap(OwnFiles::itemsOf)),
                files.history(),
                files.columns(),
                files.skipBadLines(),
                files.overrides(),
                files.order());
    }

    /** The item vocabulary that stands beside a checkpoint, under one of the names that training code gives it. */
    public static Optional<Path> vocabularyOf(Path checkpoint) {
        return beside(checkpoint, VOCABULARIES);
    }

    /** The catalogue that stands beside a history: of the same name, as RecBole has it, or {@code items.csv}. */
    public static Optional<Path> itemsOf(Path history) {
        return beside(history, List.of(stem(history) + ".item", "items.csv", "items.tsv"));
    }

    /** The table of users that stands beside a history. */
    public static Optional<Path> usersOf(Path history) {
        return beside(history, List.of(stem(history) + ".user", "users.csv", "users.tsv"));
    }

    private static Optional<Path> beside(Path file, List<String> names) {
        return names.stream()
                .map(file.toAbsolutePath()::resolveSibling)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    private static String stem(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }
}
