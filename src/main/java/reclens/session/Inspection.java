package reclens.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import reclens.domain.CancellationToken;
import reclens.domain.Checkpoint;
import reclens.domain.ModelConfig;
import reclens.domain.ProgressListener;
import reclens.files.CheckpointReader;
import reclens.files.ConfigReader;
import reclens.inference.ModelRegistry;
import reclens.inference.Recognition;

/**
 * What a checkpoint is and what is missing to run it.
 *
 * @param checkpoint tensors, format, digest
 * @param modelType recognised type; empty when no supported model has these tensors
 * @param candidates types and variants that fit the tensors
 * @param missing entries of {@code config.json} that must be given
 */
public record Inspection(Checkpoint checkpoint, String modelType, List<String> candidates, List<String> missing) {

    /** @throws reclens.domain.DataException when the file cannot be read as a checkpoint */
    public static Inspection of(Path file, Optional<Path> config) {
        Checkpoint checkpoint = CheckpointReader.read(file, ProgressListener.NONE, new CancellationToken());
        ModelConfig settings = config.map(ConfigReader::read).orElse(ModelConfig.EMPTY);
        Recognition recognition = ModelRegistry.recognise(checkpoint, settings);
        return new Inspection(checkpoint, recognition.modelType(), recognition.candidates(), recognition.missing());
    }
}
