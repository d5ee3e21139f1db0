package reclens.session;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reclens.domain.HistoryEdit;
import reclens.domain.Viewpoint;
import reclens.domain.WindowPlace;
import reclens.files.SessionFile;

/**
 * Everything that brings a window back as it was.
 *
 * @param source where the workspace was opened from
 * @param viewpoint what was shown of it
 * @param edits changes of histories that are being tried, by user; positions are those of the unedited history
 * @param window where the window stood
 * @param process id of the process that wrote it while running; 0 when it was written at the end or on request
 */
public record SavedSession(
        WorkspaceSource source,
        Viewpoint viewpoint,
        Map<String, List<HistoryEdit>> edits,
        Optional<WindowPlace> window,
        long process) {
    /** Ending of the names of files that hold a session. */
    public static final String ENDING = SessionFile.ENDING;

    /** A session that shows what a workspace opens with. */
    public static SavedSession of(WorkspaceSource source) {
        return new SavedSession(source, Viewpoint.NONE, Map.of(), Optional.empty(), 0);
    }

    /**
     * Reads a {@code .reclens} file.
     *
     * @throws reclens.domain.NotFoundException when there is no such file
     * @throws reclens.domain.DataException when it is malformed or of another schema
     */
    public static SavedSession read(Path file) {
        SessionFile read = SessionFile.read(file);
        SessionFile.Source source = read.source();
        Map<String, Path> paths = source.paths();
        return new SavedSession(
                new WorkspaceSource(
                        Optional.ofNullable(paths.get("folder")),
                        Optional.ofNullable(paths.get("model")),
                        source.modelTitle(),
                        Optional.ofNullable(paths.get("config")),
                        Optional.ofNullable(paths.get("vocabulary")),
                        Optional.ofNullable(paths.get("items")),
                        Optional.ofNullable(paths.get("history")),
                        source.columns(),
                        source.skipBadLines(),
                        source.overrides(),
                        source.order()),
                read.viewpoint(),
                read.edits(),
                read.window(),
                read.process());
    }

    /**
     * Writes a {@code .reclens} file, whole or not at all.
     *
     * @throws reclens.domain.DataException when it cannot be written
     */
    public void write(Path file) {
        Map<String, Path> paths = new LinkedHashMap<>();
        source.folder().ifPresent(path -> paths.put("folder", path));
        source.model().ifPresent(path -> paths.put("model", path));
        source.config().ifPresent(path -> paths.put("config", path));
        source.vocabulary().ifPresent(path -> paths.put("vocabulary", path));
        source.items().ifPresent(path -> paths.put("items", path));
        source.history().ifPresent(path -> paths.put("history", path));
        SessionFile.write(
                file,
                new SessionFile(
                        new SessionFile.Source(
                                paths,
                                source.modelTitle(),
                                source.columns(),
                                source.skipBadLines(),
                                source.overrides(),
                                source.order()),
                        viewpoint,
                        edits,
                        window,
                        process));
    }

    /** The same of another source, such as one with a catalogue. */
    public SavedSession withSource(WorkspaceSource other) {
        return new SavedSession(other, viewpoint, edits, window, process);
    }

    /** The same as written by a process that is at its end, or by a user's request. */
    public SavedSession ended() {
        return new SavedSession(source, viewpoint, edits, window, 0);
    }

    /** Whether the process that wrote it ended without saying so: it crashed, or was killed. */
    public boolean wasCutShort() {
        // A process that was killed can stand in the table until its parent looks; it has no command by then.
        return process != 0
                && ProcessHandle.of(process)
                        .filter(p -> p.isAlive() && p.info().command().isPresent())
                        .isEmpty();
    }
}
