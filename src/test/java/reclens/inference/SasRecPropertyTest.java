package reclens.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import reclens.domain.AttentionMap;
import reclens.domain.CancellationToken;
import reclens.domain.Checkpoint;
import reclens.domain.Tensor;

/** Laws that hold for every variant and history, on the small models of the goldens. */
class SasRecPropertyTest {
    private static final Map<String, RecommenderModel> MODELS = new ConcurrentHashMap<>();
    private static final int[] TARGETS = {1, 6, 13, 23};

    @Property(tries = 200)
    void eachRowAndItsPaddingSumToOne(@ForAll("variants") String variant, @ForAll("histories") int[] history) {
        for (AttentionMap map : model(variant).trace(ModelInput.of(history)).maps()) {
            for (int q = 0; q < map.rows(); q++) {
                assertThat(map.rowSum(q) + map.paddingMass()[q]).isCloseTo(1, within(1e-5));
            }
        }
    }

    @Property(tries = 200)
    void noQuerySeesALaterEvent(@ForAll("variants") String variant, @ForAll("histories") int[] history) {
        for (AttentionMap map : model(variant).trace(ModelInput.of(history)).maps()) {
            for (int q = 0; q < map.rows(); q++) {
                for (int k = q + 1; k < map.columns(); k++) {
                    assertThat(map.weight(q, k)).isZero();
                }
            }
        }
    }

    @Property(tries = 200)
    void laterEventsDoNotChangeEarlierAttention(
            @ForAll("variants") String variant, @ForAll("fullHistories") int[] history) {
        RecommenderModel model = model(variant);
        int[] other = history.clone();
        other[other.length - 1] = other[other.length - 1] % 23 + 1;
        List<AttentionMap> before = model.trace(ModelInput.of(history)).maps();
        List<AttentionMap> after = model.trace(ModelInput.of(other)).maps();
        for (int m = 0; m < before.size(); m++) {
            for (int q = 0; q < history.length - 1; q++) {
                assertThat(after.get(m).row(q)).isEqualTo(before.get(m).row(q));
            }
        }
    }

    @Property(tries = 300)
    void scoringEditsTogetherEqualsScoringEachAlone(
            @ForAll("variants") String variant, @ForAll("histories") int[] history, @ForAll Random random) {
        RecommenderModel model = model(variant);
        ModelInput base = ModelInput.of(history);
        List<ModelInput> edits = IntStream.range(0, 30)
                .mapToObj(i -> edited(base, random, model.card().windowLength()))
                .toList();
        float[][] together = model.scores(base, edits, TARGETS, new CancellationToken());
        for (int e = 0; e < edits.size(); e++) {
            float[] alone = model.scores(edits.get(e));
            float tolerance = Golden.spreadsOverAllSlots(variant, edits.get(e)) ? Golden.SPREAD_TOLERANCE : 1e-5f;
            for (int t = 0; t < TARGETS.length; t++) {
                assertThat(together[e][t])
                        .as("%s, edit %s", variant, Arrays.toString(edits.get(e).items()))
                        .isCloseTo(alone[TARGETS[t]], within(tolerance * Math.max(1, Math.abs(alone[TARGETS[t]]))));
            }
        }
    }

    @Property(tries = 60)
    void theOrderOfHeadsDoesNotMatter(@ForAll("variants") String variant, @ForAll("histories") int[] history) {
        Golden golden = Golden.read(variant);
        Checkpoint c = golden.checkpoint();
        RecommenderModel swapped = MODELS.computeIfAbsent(
                variant + " with heads swapped",
                k -> ModelRegistry.open(
                        new Checkpoint(c.file(), c.format(), c.sha256(), swapHeads(c.tensors()), c.settings()),
                        golden.config()));
        float[] expected = model(variant).scores(ModelInput.of(history));
        float[] scores = swapped.scores(ModelInput.of(history));
        for (int target : TARGETS) {
            assertThat(scores[target]).isCloseTo(expected[target], within(2e-5f));
        }
    }

    @Property(tries = 20)
    void manyThreadsGetTheSameScores(@ForAll("variants") String variant, @ForAll("histories") int[] history) {
        RecommenderModel model = model(variant);
        float[] expected = model.scores(ModelInput.of(history));
        boolean same = IntStream.range(0, 64)
                .parallel()
                .allMatch(i -> Arrays.equals(expected, model.scores(ModelInput.of(history))));
        assertThat(same).isTrue();
    }

    @Provide
    Arbitrary<String> variants() {
        return Arbitraries.of(Golden.VARIANTS);
    }

    @Provide
    Arbitrary<int[]> histories() {
        return Arbitraries.integers()
                .between(1, 23)
                .array(int[].class)
                .ofMinSize(0)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<int[]> fullHistories() {
        return Arbitraries.integers()
                .between(1, 23)
                .array(int[].class)
                .ofMinSize(2)
                .ofMaxSize(6);
    }

    private static RecommenderModel model(String variant) {
        return MODELS.computeIfAbsent(variant, v -> Golden.read(v).open());
    }

    /** Zero to three deletions, replacements, insertions and hidden events. */
    private static ModelInput edited(ModelInput base, Random random, int window) {
        List<Integer> items =
                new ArrayList<>(Arrays.stream(base.items()).boxed().toList());
        for (int step = random.nextInt(4); step > 0; step--) {
            int at = random.nextInt(items.size() + 1);
            switch (random.nextInt(3)) {
                case 0 -> items.subList(at, Math.min(at + 1, items.size())).clear();
                case 1 -> items.subList(at, items.size()).replaceAll(i -> 1 + random.nextInt(23));
                default -> items.add(at, 1 + random.nextInt(23));
            }
        }
        ModelInput edit =
                ModelInput.of(items.stream().limit(window).mapToInt(i -> i).toArray());
        for (int i = 0; i < edit.length(); i++) {
            edit = random.nextInt(6) == 0 ? edit.hiding(i) : edit;
        }
        return edit;
    }

    /** Swaps the two heads: their rows in the projections, their columns in the output layer. D = 8. */
    private static Map<String, Tensor> swapHeads(Map<String, Tensor> tensors) {
        Map<String, Tensor> swapped = new LinkedHashMap<>(tensors);
        tensors.forEach((name, tensor) -> {
            float[] old = tensor.toFloats();
            float[] values = old.clone();
            if (name.matches(".*(query|key|value)\\.(weight|bias)|.*in_proj_(weight|bias)")) {
                int half = 4 * (tensor.rank() == 2 ? 8 : 1); // elements of one head
                for (int i = 0; i < old.length; i++) {
                    values[i] = old[i / half % 2 == 0 ? i + half : i - half];
                }
            } else if (name.matches(".*attention\\.dense\\.weight|.*out_proj\\.weight")) {
                for (int i = 0; i < old.length; i++) {
                    values[i] = old[i % 8 < 4 ? i + 4 : i - 4];
                }
            }
            swapped.put(
                    name,
                    Tensor.ofFloats(
                            values, tensor.shape().stream().mapToLong(l -> l).toArray()));
        });
        return swapped;
    }
}
