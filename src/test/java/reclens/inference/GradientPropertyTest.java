package reclens.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import reclens.domain.CancellationToken;
import reclens.domain.Tensor;

/** What holds for every Transformer over events, on histories and directions of which no golden knows. */
class GradientPropertyTest {
    private static final List<String> NAMES = Stream.concat(
                    Golden.VARIANTS.stream(), Stream.of("bert4rec", "sasrecf", "fdsa"))
            .toList();
    private static final int ITEMS = 24;
    private static final int MOST_EVENTS = 5;
    private static final float STEP = 0.001f;

    /** A small model whose tensors can be replaced. */
    private record Model(String name, Map<String, Tensor> tensors) {
        static Model read(String name) {
            return new Model(
                    name,
                    Golden.VARIANTS.contains(name)
                            ? Golden.read(name).tensors()
                            : SmallGolden.read(name).tensors());
        }

        RecommenderModel open() {
            if (Golden.VARIANTS.contains(name)) {
                Golden g = Golden.read(name);
                return new Golden(g.variant(), g.heads(), g.layers(), g.window(), tensors, g.cases()).open();
            }
            SmallGolden g = SmallGolden.read(name);
            return new SmallGolden(g.type(), g.config(), g.features(), tensors, g.cases()).open();
        }

        /** The row of an item in the look-up table moved by {@code step} times {@code direction}. */
        Model moving(int item, float[] direction, float step) {
            String table = tensors.keySet().stream()
                    .filter(n -> n.matches("item_emb(edding|eddings)?\\.weight"))
                    .findFirst()
                    .orElseThrow();
            float[] values = tensors.get(table).toFloats();
            for (int j = 0; j < direction.length; j++) {
                values[item * direction.length + j] += step * direction[j];
            }
            Map<String, Tensor> moved = new LinkedHashMap<>(tensors);
            moved.put(
                    table,
                    Tensor.ofFloats(
                            values,
                            tensors.get(table).shape().stream()
                                    .mapToLong(Long::longValue)
                                    .toArray()));
            return new Model(name, moved);
        }
    }

    @Property(tries = 60)
    void theGradientAgreesWithFiniteDifferences(
            @ForAll @IntRange(max = 8) int which,
            @ForAll @IntRange(min = 1, max = MOST_EVENTS) int n,
            @ForAll @IntRange(max = 10_000) int seed) {
        Model model = Model.read(NAMES.get(which));
        Random random = new Random(seed);
        int[] items = distinctItems(random, n + 1); // the last one is the target: the output table is a constant
        int target = items[n];
        ModelInput input = hidingSome(ModelInput.of(java.util.Arrays.copyOf(items, n)), random);
        InputGradient gradient = model.open().gradient(input, target);
        int event = random.nextInt(n);
        float[] direction = unitVector(random, gradient.width());
        double expected = 0;
        double size = 0;
        for (int j = 0; j < direction.length; j++) {
            expected += direction[j] * gradient.gradients()[event * direction.length + j];
        }
        for (float g : gradient.gradients()) {
            size = Math.max(size, Math.abs(g));
        }

        float here = model.open().scores(input)[target];
        float up = model.moving(items[event], direction, STEP).open().scores(input)[target];
        float down = model.moving(items[event], direction, -STEP).open().scores(input)[target];

        // One side may lie beyond the kink of a rectifier, where the slope is another one.
        double forward = Math.abs((up - here) / STEP - expected);
        double backward = Math.abs((here - down) / STEP - expected);
        double central = Math.abs((up - down) / (2 * STEP) - expected);
        assertThat(Math.min(central, Math.min(forward, backward)))
                .as("%s, event %s of %s, expected slope %s", model.name(), event, n, expected)
                .isLessThan(0.03 * Math.max(1, size));
    }

    @Property(tries = 60)
    void editsScoreAsTheyDoAlone(
            @ForAll @IntRange(max = 8) int which,
            @ForAll @IntRange(max = MOST_EVENTS) int n,
            @ForAll @IntRange(max = 10_000) int seed) {
        RecommenderModel model = Model.read(NAMES.get(which)).open();
        Random random = new Random(seed);
        ModelInput base = ModelInput.of(distinctItems(random, n));
        List<ModelInput> edits = new ArrayList<>(List.of(base, ModelInput.of()));
        for (int i = 0; i < n; i++) {
            edits.add(base.without(i));
            edits.add(base.hiding(i));
        }
        int[] targets = {3, 17};

        float[][] scores = model.scores(base, edits, targets, new CancellationToken());

        for (int e = 0; e < edits.size(); e++) {
            float[] alone = model.scores(edits.get(e));
            assertThat(scores[e]).containsExactly(new float[] {alone[3], alone[17]}, within(1e-5f));
        }
    }

    @Property(tries = 20)
    void anEventThatIsHiddenEverywhereHasNoGradientUnlessItIsTheQuery(@ForAll @IntRange(max = 10_000) int seed) {
        RecommenderModel model = Model.read("bert4rec").open();
        ModelInput input = ModelInput.of(distinctItems(new Random(seed), 4)).hiding(1);

        InputGradient gradient = model.gradient(input, 9);

        assertThat(IntStream.range(gradient.width(), 2 * gradient.width()).mapToDouble(i -> gradient.gradients()[i]))
                .containsOnly(0.0);
    }

    private static float[] unitVector(Random random, int size) {
        double[] values = random.doubles(size, -1, 1).toArray();
        double length =
                Math.sqrt(java.util.Arrays.stream(values).map(v -> v * v).sum());
        float[] unit = new float[size];
        for (int j = 0; j < size; j++) {
            unit[j] = (float) (values[j] / length);
        }
        return unit;
    }

    /**
     * Never the first event: a query that sees no key at all sees them all 10,000 lower in some originals, where scores have
     * steps of a thousandth, too coarse for differences.
     */
    private static ModelInput hidingSome(ModelInput input, Random random) {
        return input.length() > 1 && random.nextInt(3) == 0
                ? input.hiding(1 + random.nextInt(input.length() - 1))
                : input;
    }

    private static int[] distinctItems(Random random, int count) {
        return random.ints(1, ITEMS).distinct().limit(count).toArray();
    }
}
