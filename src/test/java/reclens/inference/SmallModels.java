package reclens.inference;

import java.util.List;
import java.util.stream.Stream;

/** Small models with random weights for tests of other packages. */
public final class SmallModels {
    /** The models whose core is an encoder of self-attention. */
    public static final List<String> ENCODERS = Stream.concat(
                    Golden.VARIANTS.stream(), Stream.of("bert4rec", "sasrecf", "fdsa"))
            .toList();

    public static final List<String> OTHER_READERS_OF_HISTORY = List.of();

    private SmallModels() {}

    /** @param type a model type, or a variant of SASRec; 24 items, 7 users, windows of at most 6 events */
    public static RecommenderModel open(String type) {
        return Golden.VARIANTS.contains(type)
                ? Golden.read(type).open()
                : SmallGolden.read(type).open();
    }
}
