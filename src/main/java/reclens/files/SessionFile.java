package reclens.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reclens.domain.HistoryEdit;
import reclens.domain.TimeOrder;
import reclens.domain.Viewpoint;
import reclens.domain.WindowPlace;

/**
 * What a {@code .reclens} file says: one JSON object of schema {@value #SCHEMA}. Paths are absolute here; in the file they are
 * relative to it where they lie beside or below it.
 *
 * @param source where the workspace was opened from
 * @param viewpoint what was shown of it
 * @param edits changes of histories that are being tried, by user; positions are those of the unedited history
 * @param window where the window stood
 * @param process id of the process that wrote it while running; 0 when it was written at the end or on request
 */
public record SessionFile(
        Source source,
        Viewpoint viewpoint,
        Map<String, List<HistoryEdit>> edits,
        Optional<WindowPlace> window,
        long process) {
    /** Ending of the file's name. */
    public static final String ENDING = ".reclens";

    static final String SCHEMA = "reclens.session/1";

    public SessionFile {
        edits = Map.copyOf(edits);
    }

    /**
     * Where the workspace was opened from: a folder, single files, or single files in place of some of the folder's.
     *
     * @param paths by role: {@code folder}, {@code model}, {@code config}, {@code vocabulary}, {@code items}, {@code history}
     * @param modelTitle which of the workspace's models; empty for the main one
     * @param columns names of the history's columns by role
     * @param skipBadLines whether malformed lines are left out
     * @param overrides entries of {@code config.json} that the user chose
     * @param order how finely times are told apart
     */
    public record Source(
            Map<String, Path> paths,
            String modelTitle,
            Map<String, String> columns,
            boolean skipBadLines,
            Map<String, Object> overrides,
            Optional<TimeOrder> order) {}

    /**
     * Reads a session.
     *
     * @throws reclens.domain.NotFoundException when there is no such file
     * @throws reclens.domain.DataException when it is malformed or of another schema
     */
    public static SessionFile read(Path file) {
        return SessionJson.read(file);
    }

    /**
     * Writes a session, whole or not at all.
     *
     * @throws reclens.domain.DataException when it cannot be written
     */
    public static void write(Path file, SessionFile session) {
        SessionJson.write(file, session);
    }
}
