package reclens.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reclens.domain.CancellationToken;
import reclens.domain.DataException;
import reclens.domain.InteractionLog;
import reclens.domain.ModelConfig;
import reclens.domain.Problem;
import reclens.domain.ProgressListener;
import reclens.domain.RecLensException;
import reclens.domain.SeenPolicy;
import reclens.domain.TablePreview;
import reclens.files.CatalogSource;
import reclens.files.ConfigReader;
import reclens.files.ConfigWriter;
import reclens.files.HistoryFile;
import reclens.files.HistoryPreview;
import reclens.files.HistoryReader;
import reclens.files.HistorySource;
import reclens.files.ModelEntry;
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
 * @param chosen entries of {@code config.json} that the user chose
 */
public record OwnData(
        Path history,
        Map<String, String> columns,
        Optional<Path> checkpoint,
        Optional<Path> config,
        Optional<Path> vocabulary,
        Optional<Path> items,
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
        if (checkpoint.isEmpty()) {
            return historyAlone(Optional.empty(), progress, cancellation);
        }
        try (Workspace workspace = new WorkspaceOpener().open(source(), progress, cancellation)) {
            return OwnDataReport.of(workspace, vocabulary.isPresent());
        } catch (DataException fault) {
            return historyAlone(Optional.of(fault), progress, cancellation);
        }
    }

    private OwnDataReport historyAlone(
            Optional<DataException> fault, ProgressListener progress, CancellationToken cancellation) {
        try {
            HistoryFile read = HistoryReader.read(historySource(), progress, cancellation);
            InteractionLog log = read.log();
            return OwnDataReport.ofHistory(log, read.notices(), fault);
        } catch (DataException broken) {
            return withoutBadLines(broken, progress, cancellation);
        }
    }

    /** What the rest of a history with malformed lines holds; the fault stays the answer. */
    private OwnDataReport withoutBadLines(
            DataException broken, ProgressListener progress, CancellationToken cancellation) {
        try {
            HistoryFile read = HistoryReader.read(historySource().skippingBadLines(true), progress, cancellation);
            return OwnDataReport.ofHistory(read.log(), read.notices(), Optional.of(broken));
        } catch (DataException hopeless) {
            return OwnDataReport.broken(broken.problem());
        }
    }

    private HistorySource historySource() {
        return HistorySource.of(history).withColumns(columns);
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
                false,
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
                        Optional.empty(),
                        SeenPolicy.EXCLUDE,
                        Optional.empty(),
                        List.of()));
    }
}
