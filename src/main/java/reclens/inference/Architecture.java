package reclens.inference;

import java.util.List;
import java.util.OptionalInt;
import reclens.domain.Checkpoint;
import reclens.domain.FeatureTables;
import reclens.domain.ModelConfig;

/**
 * One kind of model: knows its checkpoints by their tensor names and opens them. A new model is one implementation and one
 * line in {@link ModelRegistry}, or one line in a {@code META-INF/services/reclens.inference.Architecture} on the class path.
 */
public interface Architecture {
    /** The {@code model_type} of {@code config.json}, such as {@code sasrec}. */
    String type();

    /** Whether the tensor names are those of this model; shapes are checked by {@link #open}. */
    boolean owns(Checkpoint checkpoint);

    /** Variants that fit the tensors, at least one, as {@code config.json} names them; "" where there is only one. */
    default List<String> candidates(Checkpoint checkpoint, ModelConfig config) {
        return List.of("");
    }

    /** Entries of {@code config.json} without which the model cannot be opened. */
    List<String> missing(Checkpoint checkpoint, ModelConfig config);

    /**
     * Rows that tables of item features must have at least, so that they can be made from a catalogue; 0 where the tables
     * themselves tell how many items there are; empty for a model without features.
     */
    default OptionalInt featureRows(Checkpoint checkpoint) {
        return OptionalInt.empty();
    }

    /** @throws reclens.domain.DataException when something is missing, contradictory or of the wrong shape */
    RecommenderModel open(Checkpoint checkpoint, ModelConfig config, FeatureTables features);
}
