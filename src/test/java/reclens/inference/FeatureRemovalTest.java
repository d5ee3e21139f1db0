package reclens.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reclens.domain.CancellationToken;
import reclens.domain.Checkpoint;
import reclens.domain.FeatureTables;
import reclens.domain.ModelConfig;
import reclens.domain.Tensor;
import reclens.domain.UsageException;

/** A feature value that no event has, against models whose weights or tables lack it. */
class FeatureRemovalTest {
    private static float[] scoresWithout(RecommenderModel model, ModelInput input, FeatureValue value, int[] targets) {
        return model.scoresWithout(input, List.of(value), targets, new CancellationToken())[0];
    }

    private static ItemField field(RecommenderModel model, String name) {
        return model.itemFields().stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Items without the value, whose own vectors a change of the value does not touch. */
    private static int[] others(ItemField field, int value) {
        return IntStream.range(1, field.values().rows())
                .filter(i -> Arrays.stream(field.valuesOf(i)).noneMatch(v -> v == value))
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "sasrecf, year, feature_embed_layer.token_embedding_table.item.embedding.weight",
        "fdsa, year, feature_embed_layer.token_embedding_table.item.embedding.weight",
        "din, release_year, embedding_layer.token_embedding_table.item.embedding.weight",
    })
    void theOnlyValueOfAFieldLeavesZeros(String type, String name, String table) {
        SmallGolden golden = SmallGolden.read(type);
        ModelInput input = SmallModels.input(type);
        try (RecommenderModel model = golden.open()) {
            ItemField field = field(model, name);
            int value = field.valuesOf(input.items()[0])[0];
            int[] targets = others(field, value);
            int start = type.equals("din") ? 24 : 0; // the 24 items stand before the years in DIN's table
            Tensor embeddings = golden.tensors().get(table);
            int width = embeddings.shape().get(1).intValue();
            float[] zeroed = embeddings.toFloats();
            Arrays.fill(zeroed, (start + value) * width, (start + value + 1) * width, 0f);
            Map<String, Tensor> tensors = new LinkedHashMap<>(golden.tensors());
            tensors.put(table, Tensor.ofFloats(zeroed, zeroed.length / width, width));
            try (RecommenderModel changed = open(golden, tensors, golden.features())) {
                compare(model, changed, input, new FeatureValue(name, value), targets);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"sasrecf, genres", "sasrecf, tags", "fdsa, genres", "din, class"})
    void oneOfSeveralValuesLeavesTheOthers(String type, String name) {
        SmallGolden golden = SmallGolden.read(type);
        ModelInput input = SmallModels.input(type);
        try (RecommenderModel model = golden.open()) {
            ItemField field = field(model, name);
            int value = Arrays.stream(input.items())
                    .flatMap(i -> Arrays.stream(field.valuesOf(i)))
                    .findFirst()
                    .orElseThrow();
            int[] values = field.values().values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = values[i] == value ? 0 : values[i];
            }
            Map<String, FeatureTables.Field> items =
                    new LinkedHashMap<>(golden.features().item());
            items.put(name, new FeatureTables.Field(values, field.values().width(), true));
            FeatureTables tables = new FeatureTables(items, golden.features().user());
            try (RecommenderModel changed = open(golden, golden.tensors(), tables)) {
                compare(model, changed, input, new FeatureValue(name, value), others(field, value));
            }
        }
    }

    private static RecommenderModel open(SmallGolden golden, Map<String, Tensor> tensors, FeatureTables features) {
        Checkpoint checkpoint = golden.checkpoint();
        return ModelRegistry.open(
                new Checkpoint(checkpoint.file(), checkpoint.format(), "", tensors, Map.of()),
                new ModelConfig("config.json", golden.config()),
                features);
    }

    private static void compare(
            RecommenderModel model, RecommenderModel changed, ModelInput input, FeatureValue value, int[] targets) {
        float[] found = scoresWithout(model, input, value, targets);
        float[] expected = changed.scores(input, List.of(input), targets, new CancellationToken())[0];
        float[] before = model.scores(input, List.of(input), targets, new CancellationToken())[0];
        assertThat(found).containsExactly(expected, within(1e-5f));
        assertThat(found).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sasrecf", "fdsa", "din"})
    void aValueThatNoEventHasChangesNothing(String type) {
        ModelInput input = SmallModels.input(type);
        int[] targets = {3, 7, 11};
        try (RecommenderModel model = SmallModels.open(type)) {
            String name = model.itemFields().get(0).name();
            assertThat(scoresWithout(model, input, new FeatureValue(name, 99), targets))
                    .containsExactly(
                            model.scores(input, List.of(input), targets, new CancellationToken())[0], within(1e-6f));
        }
    }

    @Test
    void valuesAreRemovedOneAtATimeWhateverTheBatch() {
        ModelInput input = SmallModels.input("fdsa");
        int[] targets = {5};
        try (RecommenderModel model = SmallModels.open("fdsa")) {
            List<FeatureValue> values = model.itemFields().stream()
                    .flatMap(f -> IntStream.range(1, 40).mapToObj(v -> new FeatureValue(f.name(), v)))
                    .toList();
            float[][] together = model.scoresWithout(input, values, targets, new CancellationToken());
            for (int v = 0; v < values.size(); v++) {
                assertThat(together[v])
                        .containsExactly(scoresWithout(model, input, values.get(v), targets), within(1e-5f));
            }
        }
    }

    @Test
    void theItemItselfIsNoFeature() {
        try (RecommenderModel model = SmallModels.open("din")) {
            assertThat(model.itemFields()).extracting(ItemField::name).containsExactly("release_year", "class");
        }
    }

    @Test
    void aModelWithoutFeaturesRefuses() {
        try (RecommenderModel model = SmallModels.open("narm")) {
            assertThat(model.itemFields()).isEmpty();
            assertThatThrownBy(
                            () -> scoresWithout(model, ModelInput.of(1), new FeatureValue("genre", 1), new int[] {2}))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("a model of type narm reads no features of its events");
        }
    }
}
