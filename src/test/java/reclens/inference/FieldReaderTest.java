package reclens.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reclens.domain.DataException;
import reclens.domain.FeatureTables;
import reclens.domain.ModelConfig;
import reclens.domain.Tensor;

/** Which field owns which rows is never guessed in silence. */
class FieldReaderTest {
    private static final SmallGolden AFM = SmallGolden.read("afm");

    private static RecommenderModel open(Map<String, Object> config, FeatureTables features) {
        return ModelRegistry.open(AFM.checkpoint(), new ModelConfig("config.json", config), features);
    }

    @Test
    void theStatedOrderIsTheOrderOfTheFieldAxisAfterFieldsOfSeveralValues() {
        assertThat(AFM.open().card().traits().fields())
                .containsExactly("class", "user_id", "item_id", "age", "release_year");
        assertThat(AFM.open().card().assumptions()).isEmpty();
    }

    @Test
    void withoutAStatedOrderThatOfTheTablesIsTakenAndSaid() {
        assertThat(open(Map.of(), AFM.features()).card().assumptions())
                .containsExactly(
                        "the order of the feature fields is not in the checkpoint; that of the feature tables was taken:"
                                + " user_id, item_id, age, release_year");
    }

    @Test
    void anotherOrderGivesOtherScores() {
        Map<String, Object> config = new HashMap<>(AFM.config());
        config.put("token_fields", List.of("item_id", "user_id", "age", "release_year"));
        ModelInput input = ModelInput.of().withUser(1);

        assertThat(open(config, AFM.features()).scores(input)[6])
                .isNotEqualTo(AFM.open().scores(input)[6]);
    }

    @Test
    void refusesFieldsWhoseSizesDoNotAddUp() {
        Map<String, FeatureTables.Field> item =
                new LinkedHashMap<>(AFM.features().item());
        item.put("release_year", new FeatureTables.Field(new int[24], 1, false));

        assertThatThrownBy(() -> open(
                        AFM.config(), new FeatureTables(item, AFM.features().user())))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("do not add up to the rows of 'token_embedding_table.embedding.weight'")
                .hasMessageContaining(
                        "expected 40 rows, found {user_id=7, item_id=24, age=4, release_year=1}, 36 together");
    }

    @Test
    void aStatedSizeStandsForValuesThatNoItemHas() {
        Map<String, FeatureTables.Field> item =
                new LinkedHashMap<>(AFM.features().item());
        item.put("release_year", new FeatureTables.Field(new int[24], 1, false));
        Map<String, Object> config = new HashMap<>(AFM.config());
        config.put("field_sizes", Map.of("release_year", 5L));

        assertThat(open(config, new FeatureTables(item, AFM.features().user()))
                        .card()
                        .itemCount())
                .isEqualTo(24);
    }

    @Test
    void refusesAFieldThatNoTableHas() {
        Map<String, Object> config = new HashMap<>(AFM.config());
        config.put("token_fields", List.of("user_id", "item_id", "age", "brand"));

        assertThatThrownBy(() -> open(config, AFM.features()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'token_fields' names 'brand', which no feature table has");
    }

    @Test
    void refusesAModelOfFeaturesWithoutFeatureTables() {
        assertThatThrownBy(() -> open(AFM.config(), FeatureTables.EMPTY))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the model reads product features, and there are no feature tables")
                .hasMessageContaining("\"feature_tables\" in workspace.json");
    }

    @Test
    void refusesWeightsThatTheModelWouldNotUse() {
        Map<String, Tensor> tensors = new LinkedHashMap<>(AFM.tensors());
        tensors.put("float_embedding_table.weight", Tensor.ofFloats(new float[4], 1, 4));
        SmallGolden changed = new SmallGolden("afm", AFM.config(), AFM.features(), tensors, List.of());

        assertThatThrownBy(changed::open)
                .isInstanceOf(DataException.class)
                .hasMessageContaining("weights that this model does not use")
                .hasMessageContaining("float_embedding_table.weight");
    }
}
