package reclens.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reclens.domain.AttentionMap;
import reclens.domain.AxisKind;
import reclens.domain.DoubleTensor;
import reclens.domain.UsageException;
import reclens.inference.mechanism.Mechanisms;

/** Queries and keys taken from a model give that model's attention again. */
class HeadVectorsTest {
    static Stream<String> withQueriesAndKeys() {
        return Stream.concat(
                Golden.VARIANTS.stream(),
                Stream.of(
                        "bert4rec",
                        "sasrecf",
                        "fdsa",
                        "autoint",
                        "cross_attention/softmax",
                        "cross_attention/sigmoid",
                        "user_interest/items",
                        "user_interest/bidirectional",
                        "user_interest/candidate"));
    }

    @ParameterizedTest
    @MethodSource("withQueriesAndKeys")
    void theMechanismOnThemGivesTheModelsAttention(String name) {
        boolean sasRec = Golden.VARIANTS.contains(name);
        RecommenderModel model =
                sasRec ? Golden.read(name).open() : SmallGolden.read(name).open();
        int compared = 0;
        for (ModelInput input : inputs(name, sasRec)) {
            int[] candidates = {3};
            for (AttentionMap map : model.trace(input, candidates).maps()) {
                if (map.stream().equals("fields") && !name.equals("autoint")
                        || map.stream().startsWith("behaviour")) {
                    continue;
                }
                HeadVectors head = model.headVectors(input, new HeadPlace(map.stream(), map.layer(), map.head(), 3));
                assertSame(map, head, Mechanisms.run(head.toCase("")).steps().get("weights"));
                compared++;
            }
        }
        assertThat(compared).isPositive();
    }

    private static List<ModelInput> inputs(String name, boolean sasRec) {
        return sasRec
                ? Golden.read(name).cases().stream()
                        .map(Golden.Case::input)
                        .filter(i -> i.length() > 0)
                        .toList()
                : SmallGolden.read(name).cases().stream()
                        .map(SmallGolden.Case::input)
                        .filter(i -> i.length() > 0 || name.equals("autoint"))
                        .toList();
    }

    private static void assertSame(AttentionMap map, HeadVectors head, DoubleTensor weights) {
        assertThat(weights.shape()).containsExactly(head.queryCount(), head.keyCount());
        assertThat(head.queryCount()).isEqualTo(map.rows());
        int lead = head.paddingSlots() > 0 ? 1 : 0;
        for (int q = 0; q < map.rows(); q++) {
            double[] row = Arrays.copyOfRange(weights.values(), q * head.keyCount(), (q + 1) * head.keyCount());
            for (int k = 0; k < map.columns(); k++) {
                int at = map.keyKind() == AxisKind.CANDIDATE ? map.keys()[k] - 1 : lead + k;
                assertThat(row[at])
                        .as("%s, query %s, key %s", map.stream(), q, k)
                        .isCloseTo(map.weight(q, k), within(2e-6));
            }
            if (lead > 0) {
                assertThat(row[0]).isCloseTo(map.paddingMass()[q], within(2e-6));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"narm", "stamp", "feature_attention/events", "encoder_attention_decoder/items"})
    void additiveAttentionHasNoneAndSaysSo(String name) {
        SmallGolden golden = SmallGolden.read(name);
        RecommenderModel model = golden.open();
        assertThatThrownBy(() -> model.headVectors(golden.cases().get(0).input(), new HeadPlace("items", 0, 0, 1)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("the attention of a model of type "
                        + model.card().type() + " is not a product of queries and keys, so there are none to take");
    }

    @Test
    void theSharesOfFieldsHaveNoneAndSaySo() {
        SmallGolden golden = SmallGolden.read("fdsa");
        assertThatThrownBy(() ->
                        golden.open().headVectors(golden.cases().get(0).input(), new HeadPlace("fields", 0, 0, 1)))
                .hasMessageContaining(
                        "the attention of 'fields' is not a product of queries and keys, so there are none "
                                + "to take; expected attention of items or features");
    }

    @Test
    void aLayerThatTheModelLacksIsRefused() {
        RecommenderModel model = Golden.read("recbole").open();
        assertThatThrownBy(() -> model.headVectors(ModelInput.of(1, 2), new HeadPlace("items", 9, 0, 1)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("there is no such layer; expected 0 to 1, found 9");
    }
}
