package reclens.session;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.function.Predicate;
import reclens.files.WorkspaceFile;

/**
 * What is remembered between two starts: theme, recent workspaces, sizes of panes. One small file in the user's folder. An
 * unreadable file counts as empty, since nothing in it is worth refusing to start. Safe for several threads.
 */
public final class Preferences {
    private static final int MOST_RECENT = 8;

    private final Path file;
    private final Properties values = new Properties();
    /** Held while the file is written; not that of the values, which the window's thread would wait for. */
    private final Object writing = new Object();

    private Preferences(Path file) {
        this.file = file;
    }

    /** Reads {@code preferences.properties} of {@link #home()}. */
    public static Preferences load() {
        return load(home());
    }

    /** The user's folder: {@code ~/.reclens}, or the one that the property {@code reclens.home} names. */
    public static Path home() {
        String home = System.getProperty("reclens.home");
        return home == null ? Path.of(System.getProperty("user.home"), ".reclens") : Path.of(home);
    }

    public static Preferences load(Path folder) {
        Preferences preferences = new Preferences(folder.resolve("preferences.properties"));
        if (Files.isReadable(preferences.file)) {
            try (Reader reader = Files.newBufferedReader(preferences.file, StandardCharsets.UTF_8)) {
                preferences.values.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                preferences.values.clear();
            }
        }
        return preferences;
    }

    /** Where they are kept. */
    public Path folder() {
        return file.getParent();
    }

    public synchronized Optional<String> text(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    public synchronized void put(String key, String value) {
        values.setProperty(key, value);
    }

    public OptionalDouble number(String key) {
        try {
            return text(key).map(Double::parseDouble).map(OptionalDouble::of).orElse(OptionalDouble.empty());
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** Folders of workspaces, last opened first, with the title each had. */
    public synchronized List<Recent> recent() {
        List<Recent> list = new ArrayList<>();
        for (int i = 0; i < MOST_RECENT; i++) {
            String folder = values.getProperty("recent." + i + ".folder");
            if (folder != null) {
                list.add(new Recent(
                        Path.of(folder),
                        values.getProperty("recent." + i + ".title", folder),
                        values.getProperty("recent." + i + ".model", ""),
                        millis(values.getProperty("recent." + i + ".opened", ""))));
            }
        }
        return list;
    }

    private static long millis(String text) {
        try {
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    public void addRecent(Path folder, String title) {
        addRecent(folder, title, "", 0);
    }

    /**
     * @param model name of the model that was open
     * @param millis when it was opened, in milliseconds since 1970
     */
    public synchronized void addRecent(Path folder, String title, String model, long millis) {
        Path absolute = folder.toAbsolutePath().normalize();
        List<Recent> list = new ArrayList<>(recent());
        list.removeIf(r -> r.folder().equals(absolute));
        list.add(0, new Recent(absolute, title, model, millis));
        putRecent(list);
    }

    /** Forgets workspaces whose {@code workspace.json} is gone; touches the disk. */
    public void pruneRecent() {
        pruneRecent(folder -> Files.isRegularFile(folder.resolve(WorkspaceFile.NAME)));
    }

    void pruneRecent(Predicate<Path> isThere) {
        List<Path> gone =
                recent().stream().map(Recent::folder).filter(isThere.negate()).toList();
        synchronized (this) {
            List<Recent> left = recent(); // not that of before: workspaces are opened while the disk is looked at
            left.removeIf(r -> gone.contains(r.folder()));
            putRecent(left);
        }
    }

    public synchronized void forgetRecent() {
        putRecent(List.of());
    }

    private void putRecent(List<Recent> list) {
        for (int i = 0; i < MOST_RECENT; i++) {
            values.remove("recent." + i + ".folder");
            values.remove("recent." + i + ".title");
            values.remove("recent." + i + ".model");
            values.remove("recent." + i + ".opened");
            if (i < list.size()) {
                values.setProperty(
                        "recent." + i + ".folder", list.get(i).folder().toString());
                values.setProperty("recent." + i + ".title", list.get(i).title());
                values.setProperty("recent." + i + ".model", list.get(i).model());
                values.setProperty(
                        "recent." + i + ".opened", Long.toString(list.get(i).millis()));
            }
        }
    }

    /**
     * Writes the file, whole or not at all.
     *
     * @return whether it could be written; a home folder that is read-only is no reason to stop working
     */
    public boolean save() {
        synchronized (writing) {
            try {
                Files.createDirectories(file.getParent());
                String text = text();
                Path temporary = Files.createTempFile(file.getParent(), "preferences", ".tmp");
                try {
                    Files.writeString(temporary, text, StandardCharsets.UTF_8);
                    replace(temporary);
                } finally {
                    Files.deleteIfExists(temporary);
                }
                return true;
            } catch (IOException e) {
                return false;
            }
        }
    }

    private synchronized String text() throws IOException {
        StringWriter text = new StringWriter();
        values.store(text, null);
        return text.toString();
    }

    private void replace(Path temporary) throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * A workspace that was open before.
     *
     * @param folder absolute
     * @param title of the workspace
     * @param model name of the model that was open; empty when not known
     * @param millis when it was opened, in milliseconds since 1970; 0 when not known
     */
    public record Recent(Path folder, String title, String model, long millis) {}
}
