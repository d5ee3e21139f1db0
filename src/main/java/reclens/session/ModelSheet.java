package reclens.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import reclens.domain.CancellationToken;
import reclens.domain.Checkpoint;
import reclens.domain.ProgressListener;
import reclens.domain.Tensor;
import reclens.files.CheckpointReader;
import reclens.files.ConfigReader;
import reclens.files.ModelEntry;
import reclens.inference.ModelCard;

/**
 * The model of an open workspace as its files have it.
 *
 * @param checkpoint its tensors, and the settings that the file holds
 * @param bytes size of the file
 * @param config what {@code config.json} adds; empty without one
 * @param chosen what the user chose where the files do not tell
 * @param card what the model is once opened
 * @param vocabularies names of the files that number the values of feature fields, by field; those of a stated one only
 * @param changed whether the file is another one than when the workspace was opened
 */
public record ModelSheet(
        Checkpoint checkpoint,
        long bytes,
        Map<String, Object> config,
        Map<String, Object> chosen,
        ModelCard card,
        Map<String, String> vocabularies,
        boolean changed) {

    /**
     * Reads the checkpoint again: an open model keeps its weights in the layout of its kernels, not the tensors of the file.
     *
     * @throws reclens.domain.NotFoundException when the file is gone
     * @throws reclens.domain.DataException when it cannot be read any more
     * @throws reclens.domain.CancelledException when cancelled
     */
    public static ModelSheet of(Workspace open, ProgressListener progress, CancellationToken cancellation) {
        ModelEntry entry = WorkspaceOpener.modelEntry(open.source());
        Checkpoint checkpoint = CheckpointReader.read(entry.checkpoint(), progress, cancellation);
        return new ModelSheet(
                checkpoint,
                checkpoint.file().toFile().length(),
                entry.config().map(file -> ConfigReader.read(file).values()).orElse(Map.of()),
                open.source().overrides(),
                open.model().card(),
                vocabularies(open),
                !checkpoint.sha256().equals(open.provenance().sha256()));
    }

    private static Map<String, String> vocabularies(Workspace open) {
        Map<String, String> files = new LinkedHashMap<>();
        WorkspaceOpener.description(open.source())
                .featureVocabularies()
                .forEach((field, file) -> files.put(field, String.valueOf(file.getFileName())));
        return files;
    }

    /** Every number that the tensors hold: weights, and the buffers stored with them. */
    public long values() {
        return checkpoint.tensors().values().stream()
                .mapToLong(Tensor::elements)
                .sum();
    }

    /** Names of the settings that the file holds, {@code config.json} has, or the user chose; each once, in order. */
    public List<String> settingNames() {
        return Stream.of(chosen, config, checkpoint.settings())
                .flatMap(m -> m.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
