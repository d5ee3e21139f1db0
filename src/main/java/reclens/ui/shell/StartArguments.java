package reclens.ui.shell;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import reclens.session.LastSession;
import reclens.session.SavedSession;
import reclens.session.WorkspaceSource;

/**
 * What the window opens first.
 *
 * @param source the workspace; empty for the welcome page
 */
public record StartArguments(Optional<WorkspaceSource> source) {
    private static final Path SAMPLE = Path.of("sample-data", "shop");

    /** The folder or the checkpoint and history that the arguments name; without arguments the sample shop. */
    public static StartArguments parse(List<String> arguments) {
        List<Path> paths =
                arguments.stream().filter(a -> !a.startsWith("-")).map(Path::of).toList();
        if (paths.isEmpty()) {
            return new StartArguments(sample().map(WorkspaceSource::folder));
        }
        return new StartArguments(Optional.of(
                paths.size() > 1
                        ? WorkspaceSource.files(paths.get(0), paths.get(1))
                        : WorkspaceSource.folder(paths.get(0))));
    }

    /**
     * What the window begins with.
     *
     * @param opened what it opens; empty for the welcome page: nothing can or should be brought back
     * @param offered the last session where it ended in the middle and is not what is opened: it must not be lost unasked
     */
    public record Start(Optional<SavedSession> opened, Optional<SavedSession> offered) {
        /** Nothing to open, nothing to offer. */
        public static final Start NOTHING = new Start(Optional.empty(), Optional.empty());
    }

    /**
     * What to open: what the arguments name, without arguments the last session, at the first start the sample shop.
     *
     * @param restore whether the last session is wanted after an orderly end; one that was cut short is offered all the same
     * @throws reclens.domain.RecLensException when the arguments name a session that cannot be read
     */
    public static Start start(List<String> arguments, LastSession last, boolean restore) {
        Optional<Path> named =
                arguments.stream().filter(a -> !a.startsWith("-")).map(Path::of).findFirst();
        if (named.isPresent()) {
            return new Start(
                    isSession(named.get())
                            ? Optional.of(SavedSession.read(named.get()))
                            : parse(arguments).source().map(SavedSession::of),
                    cutShort(last));
        }
        if (last.isNone()) {
            return new Start(parse(arguments).source().map(SavedSession::of), Optional.empty());
        }
        if (!restore) {
            return new Start(Optional.empty(), cutShort(last));
        }
        if (last.endedAnAttempt()) {
            last.attempted();
            return new Start(Optional.empty(), last.read().filter(session -> isThere(session.source())));
        }
        return new Start(last.readForStart().filter(session -> isThere(session.source())), Optional.empty());
    }

    private static Optional<SavedSession> cutShort(LastSession last) {
        return last.read().filter(SavedSession::wasCutShort).filter(session -> isThere(session.source()));
    }

    private static boolean isThere(WorkspaceSource source) {
        return source.folder().or(source::model).filter(Files::exists).isPresent();
    }

    static boolean isSession(Path file) {
        return file.toString().endsWith(SavedSession.ENDING);
    }

    /** {@code sample-data/shop} of the working directory, else beside the application. */
    public static Optional<Path> sample() {
        return sample(Path.of(""), besideTheApplication());
    }

    /** The sample of a name, beside the shop. */
    static Optional<Path> sample(String name) {
        return sample().map(shop -> shop.resolveSibling(name))
                .filter(f -> Files.isRegularFile(f.resolve("workspace.json")));
    }

    static Optional<Path> sample(Path workingDirectory, Optional<Path> application) {
        Path here = workingDirectory.resolve(SAMPLE);
        if (Files.isRegularFile(here.resolve("workspace.json"))) {
            return Optional.of(here);
        }
        // target/reclens.jar and target/classes both stand one level below the project
        for (Path up = application.orElse(null); up != null; up = up.getParent()) {
            if (Files.isRegularFile(up.resolve(SAMPLE).resolve("workspace.json"))) {
                return Optional.of(up.resolve(SAMPLE));
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> besideTheApplication() {
        try {
            return Optional.of(Path.of(StartArguments.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI()))
                    .map(Path::getParent);
        } catch (URISyntaxException | IllegalArgumentException | SecurityException e) {
            return Optional.empty();
        }
    }
}
