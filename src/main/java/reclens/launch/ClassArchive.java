package reclens.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The classes of the application as the JVM holds them in memory, in a file that the next start maps (class-data sharing). It
 * belongs to one JVM and one jar; the JVM checks both and does without where they differ. Made from the list of classes that
 * a first start loaded.
 *
 * @param archive where it is, or will be
 */
record ClassArchive(Path archive) {
    private static final String SUFFIX = ".jsa";

    /** Of this JVM and the jar that it runs. */
    static ClassArchive of(Path jar) throws IOException {
        // Kept this plain on purpose: it runs before the window's JVM is started, and every class costs time.
        String key = System.getProperty("java.home")
                + '|'
                + System.getProperty("java.vm.version")
                + '|'
                + jar
                + '|'
                + Files.size(jar)
                + '|'
                + Files.getLastModifiedTime(jar).toMillis();
        return new ClassArchive(folder().resolve("classes-" + Integer.toHexString(key.hashCode()) + SUFFIX));
    }

    private static Path folder() {
        String home = System.getProperty("reclens.home");
        return (home == null ? Path.of(System.getProperty("user.home"), ".reclens") : Path.of(home)).resolve("cache");
    }

    boolean exists() {
        return Files.isRegularFile(archive);
    }

    /** Where a JVM with this process number lists its classes. */
    Path list(long process) {
        return archive.resolveSibling("classes-" + process + ".lst");
    }

    /**
     * Lets a JVM of its own write the archive, and moves it to its place.
     *
     * @param list what was loaded so far; the JVM that writes it may still run
     * @param jar the application
     * @throws IOException when a file cannot be written; the archive is then missing or as it was
     */
    void write(Path list, Path jar) throws IOException, InterruptedException {
        Path complete = Files.createTempFile(archive.getParent(), "writing-", ".lst");
        Path written = Files.createTempFile(archive.getParent(), "writing-", SUFFIX);
        try {
            Files.write(complete, wholeLines(list));
            List<String> command = new ArrayList<>();
            command.add(Jvm.executable());
            command.add("-Xshare:dump");
            command.add("-XX:SharedClassListFile=" + complete);
            command.add("-XX:SharedArchiveFile=" + written);
            command.add("-Xlog:disable");
            command.add("-cp");
            command.add(jar.toString());
            Files.delete(written); // the JVM refuses to write over a file of another kind
            Process dump = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (dump.waitFor() == 0 && Files.isRegularFile(written)) {
                Files.move(written, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                removeOthers();
            }
        } finally {
            Files.deleteIfExists(complete);
            Files.deleteIfExists(written);
        }
    }

    /** The list is still being written: its last line may be half. */
    private static List<String> wholeLines(Path list) throws IOException {
        String text = Files.readString(list);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    /** Archives of earlier builds and other JVMs, and what a killed writer left, would only pile up; lists have served. */
    private void removeOthers() throws IOException {
        try (var files = Files.newDirectoryStream(archive.getParent(), "{classes,writing}-*.{jsa,lst}")) {
            for (Path old : files) {
                if (!old.equals(archive)) {
                    Files.deleteIfExists(old);
                }
            }
        }
    }
}
