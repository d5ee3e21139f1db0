package reclens.inference;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import reclens.domain.FeatureTables;
import reclens.domain.ModelConfig;

/** Small models with random weights for tests of other packages. */
public final class SmallModels {
    /** The models whose core is an encoder of self-attention. */
    public static final List<String> ENCODERS = Stream.concat(
                    Golden.VARIANTS.stream(), Stream.of("bert4rec", "sasrecf", "fdsa"))
            .toList();

    /** The models with other cores that read a history. */
    public static final List<String> OTHER_READERS = List.of(
            "din",
            "narm",
            "stamp",
            "cross_attention/softmax",
            "cross_attention/sigmoid",
            "feature_attention/events",
            "feature_attention/features",
            "feature_attention/numbers",
            "encoder_attention_decoder/items",
            "encoder_attention_decoder/candidate",
            "user_interest/items",
            "user_interest/candidate");

    private SmallModels() {}

    /** @param type a model type, or a variant of SASRec; 24 items, 7 users, windows of at most 6 events */
    public static RecommenderModel open(String type) {
        return Golden.VARIANTS.contains(type)
                ? Golden.read(type).open()
                : SmallGolden.read(type).open();
    }

    /** The tables of features that a small model was made with. */
    public static FeatureTables features(String type) {
        return SmallGolden.read(type).features();
    }

    /** A small model with other tables. */
    public static RecommenderModel open(String type, FeatureTables features) {
        SmallGolden golden = SmallGolden.read(type);
        return ModelRegistry.open(golden.checkpoint(), new ModelConfig("config.json", golden.config()), features);
    }

    /** A history of several events that the model reads. */
    public static ModelInput input(String type) {
        return Golden.VARIANTS.contains(type)
                ? ModelInput.of(3, 7, 2, 11)
                : SmallGolden.read(type).cases().stream()
                        .map(SmallGolden.Case::input)
                        .max(Comparator.comparingInt(ModelInput::length))
                        .orElseThrow();
    }
}
