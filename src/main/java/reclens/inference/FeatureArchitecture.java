package reclens.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import reclens.domain.Checkpoint;
import reclens.domain.FeatureTables;
import reclens.domain.ModelConfig;

/** RecBole's Transformers over items and their features: what must be known of both, and the reading of both. */
abstract class FeatureArchitecture implements Architecture {
    private final String name;

    /** @param name that RecBole gives to the model */
    FeatureArchitecture(String name) {
        this.name = name;
    }

    @Override
    public final List<String> missing(Checkpoint checkpoint, ModelConfig config) {
        List<String> missing = new ArrayList<>(RecBoleReader.missing(checkpoint, config));
        missing.addAll(ItemFeaturesReader.missing(checkpoint, config));
        return missing;
    }

    @Override
    public final OptionalInt featureRows(Checkpoint checkpoint) {
        return OptionalInt.of(new WeightReader(checkpoint).tableShape(RecBoleReader.ITEMS)[0]);
    }

    @Override
    public final RecommenderModel open(Checkpoint checkpoint, ModelConfig config, FeatureTables features) {
        RecBoleReader reader = new RecBoleReader(checkpoint, config, name);
        ItemFeatures fields = new ItemFeaturesReader(reader, features).read(config);
        return read(reader, fields, checkpoint.vocabularies());
    }

    /** Reads the weights; the card, which tells what was left aside, after all of them. */
    abstract FeatureModel read(RecBoleReader reader, ItemFeatures fields, Map<String, List<String>> vocabularies);

    final ModelCard card(RecBoleReader reader, ItemFeatures fields) {
        ModelCard.Traits traits = new ModelCard.Traits(false, true, false, true, fields.names());
        return reader.card(type(), reader.window(), true, reader.tableRows(), traits);
    }
}
