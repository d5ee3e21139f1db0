package reclens.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import reclens.domain.Checkpoint;
import reclens.domain.DataException;
import reclens.domain.FeatureTables;
import reclens.domain.ModelConfig;

class ItemFeaturesReaderTest {
    private static final SmallGolden GOLDEN = SmallGolden.read("sasrecf");

    @Test
    void fieldsOfOneValueComeFirst() {
        assertThat(GOLDEN.open().card().traits().fields()).containsExactly("year", "brand", "genres", "tags");
    }

    @Test
    void asksForFeatureTablesWhenThereAreNone() {
        refusal(GOLDEN.config(), FeatureTables.EMPTY)
                .hasMessageContaining("the model reads the item feature 'genres', but has no table of it")
                .hasMessageContaining("found no feature tables")
                .hasMessageContaining("add \"feature_tables\" to workspace.json");
    }

    @Test
    void asksWhichFeaturesTheModelReads() {
        Map<String, Object> config = new LinkedHashMap<>(GOLDEN.config());
        config.remove("selected_features");

        refusal(config, GOLDEN.features())
                .hasMessageContaining("expected selected_features, the names of the item features")
                .hasMessageContaining("set \"selected_features\" in config.json");
    }

    @Test
    void namesTheMissingEntriesOnInspection() {
        assertThat(ModelRegistry.recognise(GOLDEN.checkpoint(), ModelConfig.EMPTY))
                .satisfies(r -> assertThat(r.candidates()).containsExactly("sasrecf"))
                .satisfies(r -> assertThat(r.missing()).containsExactly("num_attention_heads", "selected_features"));
    }

    @Test
    void refusesFeaturesWhoseValuesDoNotFillTheEmbeddingTable() {
        refusal(with("selected_features", List.of("genres", "year", "tags")), GOLDEN.features())
                .hasMessageContaining("tensor 'concat_layer.weight' has the wrong shape");
    }

    @Test
    void refusesFieldSizesThatDoNotAddUp() {
        refusal(with("field_sizes", Map.of("year", 7L)), GOLDEN.features())
                .hasMessageContaining("do not add up to the rows of 'feature_embed_layer.token_embedding_table")
                .hasMessageContaining("expected 9 rows, found {year=7, brand=4}, 11 together")
                .hasMessageContaining("\"field_sizes\" in config.json");
    }

    @Test
    void refusesATableThatIsTooShort() {
        refusal(GOLDEN.config(), replacing("year", new FeatureTables.Field(new int[] {0, 1, 4}, 1, false)))
                .hasMessageContaining("the table of the item feature 'year' is too short; expected 24 rows")
                .hasMessageContaining("found 3");
    }

    @Test
    void refusesAValueWithoutAnEmbedding() {
        int[] values = GOLDEN.features().item().get("tags").values().clone();
        values[values.length - 1] = 6;

        refusal(GOLDEN.config(), replacing("tags", new FeatureTables.Field(values, 3, true)))
                .hasMessageContaining(
                        "the feature 'tags' has a value beyond its embeddings; expected values from 0 to 5, found 6");
    }

    @Test
    void refusesAnotherNumberOfFieldsOfSeveralValues() {
        refusal(with("selected_features", List.of("genres", "year", "brand")), GOLDEN.features())
                .hasMessageContaining("expected 2 fields of several values")
                .hasMessageContaining("found genres");
    }

    @Test
    void refusesAPoolingThatItDoesNotCompute() {
        refusal(with("pooling_mode", "max"), GOLDEN.features()).hasMessageContaining("pooling 'max' is not supported");
    }

    @Test
    void statesThePoolingThatWasTakenForGranted() {
        Map<String, Object> config = new LinkedHashMap<>(GOLDEN.config());
        config.remove("pooling_mode");

        assertThat(open(config, GOLDEN.features()).card().assumptions())
                .contains("pooling_mode is not in the files; mean was taken, the usual value");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refusal(
            Map<String, Object> config, FeatureTables features) {
        return assertThatThrownBy(() -> open(config, features)).isInstanceOf(DataException.class);
    }

    private static RecommenderModel open(Map<String, Object> config, FeatureTables features) {
        Checkpoint checkpoint = GOLDEN.checkpoint();
        return ModelRegistry.open(checkpoint, new ModelConfig("config.json", config), features);
    }

    private static Map<String, Object> with(String key, Object value) {
        Map<String, Object> config = new LinkedHashMap<>(GOLDEN.config());
        config.put(key, value);
        return config;
    }

    private static FeatureTables replacing(String name, FeatureTables.Field field) {
        Map<String, FeatureTables.Field> item =
                new LinkedHashMap<>(GOLDEN.features().item());
        item.put(name, field);
        return new FeatureTables(item, Map.of());
    }
}
