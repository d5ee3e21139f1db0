package reclens.inference;

import java.util.List;
import java.util.Optional;
import reclens.domain.Checkpoint;
import reclens.domain.DataException;
import reclens.domain.ModelConfig;
import reclens.domain.Problem;

/** How many events a model without a position table reads: no tensor shows it, so the checkpoint's settings or config.json must. */
final class WindowLength {
    static final String KEY = "max_position_embeddings";
    private static final String SETTING = "MAX_ITEM_LIST_LENGTH";

    private WindowLength() {}

    static List<String> missing(Checkpoint checkpoint, ModelConfig config) {
        return find(new HyperParameters(checkpoint, config)).isPresent() ? List.of() : List.of(KEY);
    }

    /** @throws DataException when neither names it, or it is not positive */
    static int require(HyperParameters settings, Checkpoint checkpoint) {
        int length = find(settings)
                .orElseThrow(() -> new DataException(Problem.of(
                                "the file does not tell how many events the model reads")
                        .at(checkpoint.file().toString())
                        .expected(KEY + ", the window that the model was trained with (RecBole's " + SETTING + ")")
                        .fix("set \"" + KEY + "\" in config.json or pass --config")));
        if (length < 1) {
            throw new DataException(Problem.of("the model cannot read that many events")
                    .at(checkpoint.file().toString())
                    .expected(KEY + " of 1 or more")
                    .found(String.valueOf(length)));
        }
        return length;
    }

    private static Optional<Integer> find(HyperParameters settings) {
        return settings.integer(KEY, SETTING);
    }
}
