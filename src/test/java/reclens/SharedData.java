package reclens;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds the folder of real models, goldens and histories, which is not part of the project. Tests over it carry
 * {@code @EnabledIf("reclens.SharedData#isPresent")} and {@code needsSharedData} in their names.
 */
public final class SharedData {
    private static final Path FOLDER = Path.of(System.getProperty("reclens.shared", "../shared/data"))
            .toAbsolutePath()
            .normalize();

    private SharedData() {}

    public static boolean isPresent() {
        return Files.isDirectory(FOLDER);
    }

    /** A path below the folder, such as {@code path("models", "recbole-sasrec-ml100k")}. */
    public static Path path(String first, String... more) {
        return FOLDER.resolve(Path.of(first, more));
    }
}
