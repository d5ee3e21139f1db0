package reclens.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import reclens.domain.CancellationToken;
import reclens.domain.Catalog;
import reclens.domain.DataException;
import reclens.domain.ModelConfig;
import reclens.domain.Problem;
import reclens.domain.ProgressListener;
import reclens.domain.RecLensException;
import reclens.domain.SeenPolicy;
import reclens.domain.TablePreview;
import reclens.domain.UserTable;
import reclens.files.CatalogReader;
import reclens.files.CatalogSource;
import reclens.files.ConfigReader;
import reclens.files.ConfigWriter;
import reclens.files.HistoryFile;
import reclens.files.HistoryPreview;
import reclens.files.HistoryReader;
import reclens.files.HistorySource;
import reclens.files.ModelEntry;
import reclens.files.UserTableReader;
import reclens.files.UserTableSource;
import reclens.files.WorkspaceFile;

/**
 * Somebody's own files on their way to a workspace.
 *
 * @param history the events
 * @param columns names of its columns by role; roles that are left out are recognised
 * @param checkpoint the model; a workspace needs one, a first look does not
 * @param config {@code config.json} of the model
 * @param vocabulary ids by model index
 * @param items the catalogue
 * @param users what is known of the users
 * @param skipBadLines whether malformed lines of the history are left out instead of refusing it
 * @param chosen entries of {@code config.json} that the user chose
 */
public record OwnData(
        Path history,
        Map<String, String> columns,
        Optional<Path> checkpoint,
        Optional<Path> config,
        Optional<Path> vocabulary,
        Optional<Path> items,
        Optional<Path> users,
        boolean skipBadLines,
        Map<String, Object> chosen) {
    /** Name of the file with what was chosen of the model. */
    static final String CONFIG = "reclens.config.json";

    public OwnData {
        columns = Map.copyOf(columns);
        chosen = Map.copyOf(chosen);
    }

    /**
     * The first lines of a history, and what its columns seem to be.
     *
     * @throws RecLensException when the file cannot be read as a table
     */
    public static TablePreview preview(Path history, int lines) {
        return HistoryPreview.of(history, lines);
    }

    /** Reads everything and says what was found, and what is missing. Faults of the files are part of the answer. */
    public OwnDataReport check(ProgressListener progress, CancellationToken cancellation) {
        try {
            UserTable known = users.map(
                            table -> UserTableReader.read(UserTableSource.of(table), progress, cancellation))
                    .orElse(UserTable.EMPTY);
            if (checkpoint.isPresent()) {
                try (Workspace workspace = new WorkspaceOpener().open(source(), progress, cancellation)) {
                    return OwnDataReport.of(workspace, known, vocabulary.isPresent());
                }
            }
            return withoutModel(Optional.empty(), known, progress, cancellation);
        } catch (DataException fault) {
            return withoutModel(Optional.of(fault), UserTable.EMPTY, progress, cancellation);
        }
    }

    /**
     * As {@link #check}, for settings that were taken for the name of their file alone: training code of all kinds writes a
     * {@code config.json}. Where it cannot be the model's as RecLens reads it, it is left out, and the report says so.
     */
    public OwnDataReport checkDoubtingConfig(ProgressListener progress, CancellationToken cancellation) {
        OwnDataReport found = check(progress, cancellation);
        Optional<Problem> settings = found.problem().filter(this::mayComeOfConfig);
        if (settings.isEmpty()) {
            return found;
        }
        OwnDataReport without = withoutConfig().check(progress, cancellation);
        return without.problem().isPresent() ? found : without.leavingOut(settings.get());
    }

    /** Settings that contradict the checkpoint, or that it cannot be computed with, are told of as a fault of the checkpoint. */
    private boolean mayComeOfConfig(Problem problem) {
        return Stream.concat(config.stream(), checkpoint.stream())
                .anyMatch(file -> problem.where().startsWith(file.toString()));
    }

    public OwnData withoutConfig() {
        return new OwnData(
                history, columns, checkpoint, Optional.empty(), vocabulary, items, users, skipBadLines, chosen);
    }

    private OwnDataReport withoutModel(
            Optional<DataException> fault, UserTable known, ProgressListener progress, CancellationToken cancellation) {
        HistoryFile read;
        try {
            read = HistoryReader.read(historySource(), progress, cancellation);
        } catch (DataException broken) {
            return withoutBadLines(broken, progress, cancellation);
        }
        try {
            Catalog catalog = items.map(file -> CatalogReader.read(CatalogSource.of(file), progress, cancellation))
                    .orElse(Catalog.EMPTY);
            return OwnDataReport.ofHistory(read, catalog, known, fault);
        } catch (DataException broken) {
            return OwnDataReport.ofHistory(read, Catalog.EMPTY, known, fault.or(() -> Optional.of(broken)));
        }
    }

    /** What the rest of a history with malformed lines holds; the fault stays the answer. */
    private OwnDataReport withoutBadLines(
            DataException broken, ProgressListener progress, CancellationToken cancellation) {
        try {
            return OwnDataReport.withBadLines(
                    HistoryReader.read(historySource().skippingBadLines(true), progress, cancellation),
                    broken.problem());
        } catch (DataException hopeless) {
            return OwnDataReport.broken(broken.problem());
        }
    }

    private HistorySource historySource() {
        return HistorySource.of(history).withColumns(columns).skippingBadLines(skipBadLines);
    }

    private WorkspaceSource source() {
        return new WorkspaceSource(
                Optional.empty(),
                checkpoint,
                "",
                config,
                vocabulary,
                items,
                Optional.of(history),
                columns,
                skipBadLines,
                chosen,
                Optional.empty());
    }

    /**
     * Writes {@code workspace.json} into a folder, and what was chosen of the model beside it.
     *
     * @throws DataException when the folder has a workspace already, there is no model, or it cannot be written
     */
    public void write(Path folder, String title) {
        Path file = folder.resolve(WorkspaceFile.NAME);
        if (Files.exists(file)) {
            throw new DataException(Problem.of("the folder has a workspace already")
                    .at(file.toString())
                    .fix("open it, or choose another folder"));
        }
        Path model = checkpoint.orElseThrow(() ->
                new DataException(Problem.of("a workspace needs a model").fix("choose the checkpoint of a model")));
        Optional<Path> settings = config;
        if (!chosen.isEmpty()) {
            ModelConfig all = config.map(ConfigReader::read).orElse(ModelConfig.EMPTY);
            for (Map.Entry<String, Object> entry : chosen.entrySet()) {
                all = all.with(entry.getKey(), entry.getValue());
            }
            settings = Optional.of(folder.resolve(CONFIG));
            ConfigWriter.write(settings.get(), all);
        }
        WorkspaceFile.write(
                folder,
                new WorkspaceFile(
                        title,
                        new ModelEntry("", model, settings),
                        List.of(),
                        vocabulary,
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        items.map(CatalogSource::of),
                        historySource(),
                        users.map(UserTableSource::of),
                        SeenPolicy.EXCLUDE,
                        Optional.empty(),
                        List.of()));
    }
}
