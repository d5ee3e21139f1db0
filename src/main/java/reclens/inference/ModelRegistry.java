package reclens.inference;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reclens.domain.Checkpoint;
import reclens.domain.DataException;
import reclens.domain.FeatureTables;
import reclens.domain.ModelConfig;
import reclens.domain.Problem;

/**
 * The supported models, recognised by the tensors of a checkpoint: those of this application, then those that libraries on the
 * class path provide as a {@link ServiceLoader service} of {@link Architecture}.
 */
public final class ModelRegistry {
    private static final List<Architecture> OWN = List.of(
            new SasRecArchitecture(),
            new Bert4RecArchitecture(),
            new SasRecFArchitecture(),
            new FdsaArchitecture(),
            new NarmArchitecture(),
            new StampArchitecture(),
            new DinArchitecture(),
            new AutoIntArchitecture(),
            new AfmArchitecture(),
            new CrossAttentionArchitecture(),
            new UserInterestArchitecture(),
            new EncoderAttentionDecoderArchitecture(),
            new FeatureAttentionArchitecture());

    private static final List<Architecture> ARCHITECTURES = Stream.concat(
                    OWN.stream(),
                    ServiceLoader.load(Architecture.class, ModelRegistry.class.getClassLoader()).stream()
                            .map(ServiceLoader.Provider::get))
            .toList();

    private ModelRegistry() {}

    /** What the tensors and {@code config.json} say of the model; never fails on an unknown one. */
    public static Recognition recognise(Checkpoint checkpoint, ModelConfig config) {
        return owner(checkpoint)
                .map(a -> new Recognition(
                        a.type(),
                        a.candidates(checkpoint, config).stream()
                                .map(v -> v.isEmpty() ? a.type() : a.type() + "/" + v)
                                .toList(),
                        a.missing(checkpoint, config)))
                .orElse(Recognition.UNKNOWN);
    }

    /**
     * Checks every tensor once and opens the model.
     *
     * @throws DataException when no supported model has these tensors; when a variant or head count must be chosen; when
     *     checkpoint and {@code config.json} contradict each other; when a tensor is missing, misshapen or not finite; when the native library cannot be loaded
     */
    public static RecommenderModel open(Checkpoint checkpoint, ModelConfig config) {
        return open(checkpoint, config, FeatureTables.EMPTY);
    }

    /**
     * As {@link #open(Checkpoint, ModelConfig)}, for models that read features.
     *
     * @param features feature values by model index, used where the checkpoint holds none; {@link FeatureTables#EMPTY} when
     *     there are none
     */
    public static RecommenderModel open(Checkpoint checkpoint, ModelConfig config, FeatureTables features) {
        Architecture architecture = owner(checkpoint).orElseThrow(() -> unknown(checkpoint));
        Optional<String> configured = config.text("model_type");
        if (configured.isPresent() && !configured.get().equals(architecture.type())) {
            throw new DataException(Problem.of("checkpoint and config.json contradict each other in 'model_type'")
                    .at(config.source())
                    .expected("'" + architecture.type() + "', which the tensor names of " + checkpoint.file() + " show")
                    .found("'" + configured.get() + "'")
                    .fix("correct \"model_type\" or open the checkpoint that belongs to this config.json"));
        }
        Engine.load();
        boolean ownTables = !checkpoint.features().item().isEmpty();
        return architecture.open(checkpoint, config, ownTables ? checkpoint.features() : features);
    }

    /**
     * Rows that tables of item features need to be given for this checkpoint, see {@link Architecture#featureRows}; empty
     * where the model reads none, or the checkpoint holds them.
     */
    public static OptionalInt featureRows(Checkpoint checkpoint) {
        return checkpoint.features().item().isEmpty()
                ? owner(checkpoint).map(a -> a.featureRows(checkpoint)).orElse(OptionalInt.empty())
                : OptionalInt.empty();
    }

    private static Optional<Architecture> owner(Checkpoint checkpoint) {
        return ARCHITECTURES.stream().filter(a -> a.owns(checkpoint)).findFirst();
    }

    private static DataException unknown(Checkpoint checkpoint) {
        return new DataException(Problem.of("no supported model has these tensors")
                .at(checkpoint.file().toString())
                .expected("a model of type "
                        + ARCHITECTURES.stream().map(Architecture::type).collect(Collectors.joining(", ")))
                .found(checkpoint.tensors().size() + " tensors: "
                        + checkpoint.tensors().keySet().stream().limit(6).collect(Collectors.joining(", "))
                        + (checkpoint.tensors().size() > 6 ? ", ..." : ""))
                .fix("check the file with 'inspect'"));
    }
}
