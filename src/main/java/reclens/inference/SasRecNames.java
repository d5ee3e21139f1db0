package reclens.inference;

import java.util.Arrays;
import java.util.Optional;
import reclens.domain.Checkpoint;

/** Names that the three code families give to the tables of a SASRec. */
enum SasRecNames {
    RECBOLE("item_embedding.weight", "position_embedding.weight", "trm_encoder.layer."),
    ICLREC("item_embeddings.weight", "position_embeddings.weight", "item_encoder.layer."),
    PMIXER("item_emb.weight", "pos_emb.weight", "attention_layers.");

    /** Names that other RecBole models with the same tables have beside them. */
    private static final String[] OTHERS = {
        "output_ffn.",
        "output_bias",
        "output_ln.",
        "concat_layer.",
        "feature_embed_layer",
        "feature_trm_encoder.",
        "item_trm_encoder."
    };

    private final String items;
    private final String positions;
    private final String layers;

    SasRecNames(String items, String positions, String layers) {
        this.items = items;
        this.positions = positions;
        this.layers = layers;
    }

    String items() {
        return items;
    }

    String positions() {
        return positions;
    }

    /** What precedes the number of a layer. */
    String layers() {
        return layers;
    }

    static Optional<SasRecNames> of(Checkpoint checkpoint) {
        boolean other = checkpoint.tensors().keySet().stream()
                .anyMatch(n -> Arrays.stream(OTHERS).anyMatch(n::startsWith));
        return other
                ? Optional.empty()
                : Arrays.stream(values()).filter(f -> f.owns(checkpoint)).findFirst();
    }

    static boolean isPmixer(Checkpoint checkpoint) {
        return PMIXER.owns(checkpoint);
    }

    private boolean owns(Checkpoint checkpoint) {
        return checkpoint.has(items)
                && checkpoint.has(positions)
                && checkpoint.tensors().keySet().stream().anyMatch(n -> n.startsWith(layers));
    }
}
