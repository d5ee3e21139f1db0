package reclens.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reclens.domain.DataException;
import reclens.domain.FeatureTables;
import reclens.domain.ModelConfig;
import reclens.domain.Tensor;

/** What the four models of the literature refuse, each in one clear line. */
class LiteratureRefusalsTest {
    @ParameterizedTest
    @CsvSource({
        "cross_attention/softmax, attention, does not tell 'attention', softmax or sigmoid",
        "cross_attention/softmax, scale, does not tell whether scores are divided by sqrt D, true or false",
        "cross_attention/softmax, tokens, does not tell what the model reads of an event, \"\"tokens\"\"",
        "cross_attention/softmax, max_position_embeddings, does not tell how many events, max_position_embeddings",
        "user_interest/items, num_attention_heads, does not tell the number of attention heads, a divisor of 8",
        "encoder_attention_decoder/items, hidden_act, does not tell which activation, hidden_act",
        "feature_attention/numbers, input_features, does not tell what the model reads of an event, input_features",
    })
    void asksForWhatTheFileDoesNotTell(String model, String key, String message, String expected) {
        SmallGolden golden = SmallGolden.read(model);
        Map<String, Object> config = new LinkedHashMap<>(golden.config());
        config.remove(key);

        assertThatThrownBy(() -> open(golden, config, golden.tensors()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(message)
                .hasMessageContaining(expected.replace("\"\"", "\""));
        assertThat(ModelRegistry.recognise(golden.checkpoint(), new ModelConfig("config.json", config))
                        .missing())
                .containsExactly(key);
    }

    @Test
    void anEmbeddingByTokenIsNotTakenForOneByItem() {
        SmallGolden golden = SmallGolden.read("user_interest/items");
        Map<String, Object> config = new LinkedHashMap<>(golden.config());
        config.remove("token");

        assertThatThrownBy(() -> open(golden, config, golden.tensors()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'embedding.weight' has the wrong number of rows")
                .hasMessageContaining("24 rows, one an item that the model ranks, found 47")
                .hasMessageContaining("event:item");
    }

    @Test
    void tokensAndEmbeddingMustHaveOneLength() {
        SmallGolden golden = SmallGolden.read("cross_attention/softmax");
        Map<String, Object> config = new LinkedHashMap<>(golden.config());
        config.put("tokens", List.of("[PAD]", "view:1"));

        assertThatThrownBy(() -> open(golden, config, golden.tensors()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("expected 2 rows, one for each of \"tokens\", found 47");
    }

    @Test
    void aNumberThatTheCatalogueLacksIsNamed() {
        SmallGolden golden = SmallGolden.read("feature_attention/numbers");

        assertThatThrownBy(() -> ModelRegistry.open(
                        golden.checkpoint(), new ModelConfig("config.json", golden.config()), FeatureTables.EMPTY))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("reads the number 'rating' of each item")
                .hasMessageContaining("\"numeric\"");
    }

    @ParameterizedTest
    @CsvSource({
        "cross_attention/softmax, W_u.weight",
        "feature_attention/events, attention.weight",
        "encoder_attention_decoder/plain, encoder.weight",
        "user_interest/items, lstm.weight_hh_l1",
    })
    void aMisshapenTensorIsNamedWithItsShapes(String model, String tensor) {
        SmallGolden golden = SmallGolden.read(model);
        Map<String, Tensor> tensors = new LinkedHashMap<>(golden.tensors());
        tensors.put(tensor, Tensor.ofFloats(new float[6], 2, 3));

        assertThatThrownBy(() -> open(golden, golden.config(), tensors))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("tensor '" + tensor + "' has the wrong shape")
                .hasMessageContaining("found [2, 3]");
    }

    @ParameterizedTest
    @CsvSource({"cross_attention/last", "feature_attention/features", "user_interest/candidate"})
    void weightsThatTheModelWouldNotUseAreRefused(String model) {
        SmallGolden golden = SmallGolden.read(model);
        Map<String, Tensor> tensors = new LinkedHashMap<>(golden.tensors());
        tensors.put("gate.weight", Tensor.ofFloats(new float[6], 2, 3));

        assertThatThrownBy(() -> open(golden, golden.config(), tensors))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("weights that this model does not use")
                .hasMessageContaining("gate.weight");
    }

    @Test
    void aModelOfTokensIsNotRunOnItems() {
        RecommenderModel model = SmallGolden.read("user_interest/items").open();

        assertThatThrownBy(() -> model.scores(ModelInput.of(3, 4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reads tokens of events");
    }

    private static RecommenderModel open(SmallGolden golden, Map<String, Object> config, Map<String, Tensor> tensors) {
        SmallGolden changed = new SmallGolden(golden.type(), config, golden.features(), tensors, golden.cases());
        return changed.open();
    }
}
