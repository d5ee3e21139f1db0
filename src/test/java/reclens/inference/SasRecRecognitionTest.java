package reclens.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import reclens.domain.Checkpoint;
import reclens.domain.DataException;
import reclens.domain.ModelConfig;
import reclens.domain.Tensor;

/** What a checkpoint tells of its model, and how the application refuses to guess the rest. */
class SasRecRecognitionTest {
    private static final ModelConfig TWO_HEADS = config("num_attention_heads", 2L);

    @Test
    void recBoleNamesTellTheVariantButNotTheHeads() {
        Recognition r = ModelRegistry.recognise(Golden.read("recbole").checkpoint(), ModelConfig.EMPTY);
        assertThat(r.modelType()).isEqualTo("sasrec");
        assertThat(r.candidates()).containsExactly("sasrec/recbole");
        assertThat(r.missing()).containsExactly("num_attention_heads");
    }

    @Test
    void settingsOfTheCheckpointLeaveNothingMissing() {
        Checkpoint plain = Golden.read("recbole").checkpoint();
        Checkpoint withSettings =
                with(plain, plain.tensors(), Map.of("model", "SASRec", "n_heads", 2L, "n_layers", 2L));
        assertThat(ModelRegistry.recognise(withSettings, ModelConfig.EMPTY).missing())
                .isEmpty();
        assertThat(ModelRegistry.open(withSettings, ModelConfig.EMPTY).card().heads())
                .isEqualTo(2);
    }

    @Test
    void positionTableOfAWholeTenIsThe2020Code() {
        assertThat(pmixerCandidates(20)).containsExactly("sasrec/pmixer-2020");
    }

    @Test
    void positionTableOfOneRowMoreIsOneOfThreeLaterCodes() {
        assertThat(pmixerCandidates(21))
                .containsExactly("sasrec/pmixer-2024", "sasrec/pmixer-2025", "sasrec/pmixer-2025-norm-first");
    }

    @Test
    void positionTableOfAnotherSizeIsAnyOfThem() {
        assertThat(pmixerCandidates(17)).hasSize(4);
    }

    @Test
    void statedWindowSettlesWhichCodeThePositionTableBelongsTo() {
        Golden golden = Golden.read("pmixer-2024");
        assertThat(ModelRegistry.recognise(golden.checkpoint(), config("max_position_embeddings", 6L))
                        .candidates())
                .doesNotContain("sasrec/pmixer-2020");
        assertThat(ModelRegistry.recognise(golden.checkpoint(), config("max_position_embeddings", 7L))
                        .candidates())
                .containsExactly("sasrec/pmixer-2020");
    }

    @Test
    void asksForVariantAndHeadsTogetherNamingTheCandidates() {
        refuses(pmixer(21), ModelConfig.EMPTY)
                .withMessageContaining("pmixer.pth")
                .withMessageContaining("pmixer-2024 or pmixer-2025 or pmixer-2025-norm-first")
                .withMessageContaining("num_attention_heads, a divisor of 8")
                .withMessageContaining("no config.json")
                .withMessageContaining("set \"variant\" and \"num_attention_heads\" in config.json or pass --config");
    }

    @Test
    void asksOnlyForWhatIsMissing() {
        refuses(Golden.read("iclrec").checkpoint(), ModelConfig.EMPTY)
                .withMessageContaining("set \"num_attention_heads\" in config.json")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("variant"));
    }

    @Test
    void refusesAVariantThatTheTensorsContradict() {
        refuses(Golden.read("recbole").checkpoint(), TWO_HEADS.with("variant", "iclrec"))
                .withMessageContaining("expected variant recbole")
                .withMessageContaining("found \"variant\": \"iclrec\" in config.json");
    }

    @Test
    void refusesAnotherModelType() {
        refuses(Golden.read("recbole").checkpoint(), TWO_HEADS.with("model_type", "narm"))
                .withMessageContaining("expected 'sasrec'")
                .withMessageContaining("found 'narm'");
    }

    @Test
    void refusesSizesThatContradictTheTensorsShowingBothValues() {
        refuses(Golden.read("recbole").checkpoint(), TWO_HEADS.with("hidden_size", 64L))
                .withMessageContaining("'hidden_size'")
                .withMessageContaining("expected 8 (item_embedding.weight)")
                .withMessageContaining("found 64 ('hidden_size' in config.json)");
    }

    @Test
    void refusesHeadsThatContradictTheCheckpointsOwnSettings() {
        Checkpoint plain = Golden.read("recbole").checkpoint();
        refuses(with(plain, plain.tensors(), Map.of("n_heads", 4L)), TWO_HEADS)
                .withMessageContaining("expected 4 ('n_heads' stored in the checkpoint)")
                .withMessageContaining("found 2 (config.json)");
    }

    @Test
    void refusesHeadsThatDoNotDivideTheHiddenSize() {
        refuses(Golden.read("recbole").checkpoint(), config("num_attention_heads", 3L))
                .withMessageContaining("a divisor of 8")
                .withMessageContaining("found 3");
    }

    @Test
    void refusesAnActivationItDoesNotCompute() {
        refuses(Golden.read("recbole").checkpoint(), TWO_HEADS.with("hidden_act", "swish"))
                .withMessageContaining("activation 'swish' is not supported")
                .withMessageContaining("'gelu' or 'relu'");
    }

    @Test
    void saysWhatItTookForGranted() {
        assertThat(ModelRegistry.open(Golden.read("recbole").checkpoint(), TWO_HEADS)
                        .card()
                        .assumptions())
                .anyMatch(a -> a.contains("layer_norm_eps"))
                .anyMatch(a -> a.contains("hidden_act"));
    }

    @Test
    void namesTensorsThatItDoesNotUse() {
        Checkpoint plain = Golden.read("recbole").checkpoint();
        Map<String, Tensor> tensors = new LinkedHashMap<>(plain.tensors());
        tensors.put("extra.weight", Tensor.ofFloats(new float[2], 2));
        assertThat(ModelRegistry.open(with(plain, tensors, Map.of()), TWO_HEADS)
                        .card()
                        .assumptions())
                .anyMatch(a -> a.contains("extra.weight"));
    }

    @Test
    void refusesAMisshapenTensorNamingExpectedAndFoundShape() {
        refuses(replaced("trm_encoder.layer.1.feed_forward.dense_2.weight", new float[64], 8, 8), TWO_HEADS)
                .withMessageContaining("recbole.safetensors")
                .withMessageContaining("tensor 'trm_encoder.layer.1.feed_forward.dense_2.weight' has the wrong shape")
                .withMessageContaining("expected [8, 16], found [8, 8]");
    }

    @Test
    void refusesWeightsThatAreNotFinite() {
        refuses(replaced("LayerNorm.bias", new float[] {0, 0, Float.NaN, 0, 0, 0, 0, 0}, 8), TWO_HEADS)
                .withMessageContaining("tensor 'LayerNorm.bias' holds a value that is not a finite number")
                .withMessageContaining("NaN at element 2");
    }

    @Test
    void refusesAMissingTensor() {
        Checkpoint plain = Golden.read("recbole").checkpoint();
        Map<String, Tensor> tensors = new LinkedHashMap<>(plain.tensors());
        tensors.remove("trm_encoder.layer.0.multi_head_attention.key.bias");
        refuses(with(plain, tensors, Map.of()), TWO_HEADS)
                .withMessageContaining("tensor 'trm_encoder.layer.0.multi_head_attention.key.bias' is missing");
    }

    @Test
    void refusesTensorsOfNoSupportedModel() {
        Checkpoint unknown = new Checkpoint(
                Path.of("x.pth"), "torch-zip", "", Map.of("w", Tensor.ofFloats(new float[1], 1)), Map.of());
        assertThat(ModelRegistry.recognise(unknown, ModelConfig.EMPTY)).isEqualTo(Recognition.UNKNOWN);
        refuses(unknown, ModelConfig.EMPTY)
                .withMessageContaining("x.pth")
                .withMessageContaining("no supported model has these tensors")
                .withMessageContaining("1 tensors: w");
    }

    private static ThrowableAssertAlternative<DataException> refuses(Checkpoint checkpoint, ModelConfig config) {
        return assertThatExceptionOfType(DataException.class).isThrownBy(() -> ModelRegistry.open(checkpoint, config));
    }

    private static Iterable<String> pmixerCandidates(int positions) {
        return ModelRegistry.recognise(pmixer(positions), ModelConfig.EMPTY).candidates();
    }

    private static Checkpoint pmixer(int positions) {
        Map<String, Tensor> tensors =
                new LinkedHashMap<>(Golden.read("pmixer-2024").tensors());
        tensors.put("pos_emb.weight", Tensor.ofFloats(new float[positions * 8], positions, 8));
        return new Checkpoint(Path.of("pmixer.pth"), "torch-zip", "", tensors, Map.of());
    }

    private static Checkpoint replaced(String name, float[] values, long... shape) {
        Checkpoint plain = Golden.read("recbole").checkpoint();
        Map<String, Tensor> tensors = new LinkedHashMap<>(plain.tensors());
        tensors.put(name, Tensor.ofFloats(values, shape));
        return with(plain, tensors, Map.of());
    }

    private static Checkpoint with(Checkpoint c, Map<String, Tensor> tensors, Map<String, Object> settings) {
        return new Checkpoint(c.file(), c.format(), c.sha256(), tensors, settings);
    }

    private static ModelConfig config(String key, Object value) {
        return new ModelConfig("config.json", Map.of(key, value));
    }
}
