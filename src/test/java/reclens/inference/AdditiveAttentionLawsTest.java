package reclens.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import reclens.domain.AttentionMap;
import reclens.domain.CancellationToken;
import reclens.domain.DataException;
import reclens.domain.ModelConfig;

/** What must hold of the models whatever the history. */
class AdditiveAttentionLawsTest {
    private static final RecommenderModel DIN = SmallModels.open("din");
    private static final RecommenderModel STAMP = SmallModels.open("stamp");
    private static final RecommenderModel AUTO_INT = SmallModels.open("autoint");
    private static final RecommenderModel AFM = SmallModels.open("afm");

    private static int[] array(List<Integer> items) {
        return items.stream().mapToInt(Integer::intValue).toArray();
    }

    @Property(tries = 50)
    void theOrderOfEventsMeansNothingToDin(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 23) Integer> items) {
        int[] turned = new int[items.size()];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = items.get(turned.length - 1 - i);
        }

        assertThat(DIN.scores(ModelInput.of(array(items)))[6])
                .isCloseTo(DIN.scores(ModelInput.of(turned))[6], within(1e-5f));
    }

    @Property(tries = 50)
    void editsAreScoredAsHistoriesOfTheirOwn(
            @ForAll @Size(min = 2, max = 6) List<@IntRange(min = 1, max = 23) Integer> items) {
        ModelInput base = ModelInput.of(array(items));
        List<ModelInput> edits = List.of(base.without(0), base.hiding(1), base);
        for (RecommenderModel model : List.of(DIN, STAMP)) {
            float[][] scores = model.scores(base, edits, new int[] {6, 15}, new CancellationToken());
            for (int e = 0; e < edits.size(); e++) {
                float[] all = model.scores(edits.get(e));
                assertThat(scores[e]).containsExactly(new float[] {all[6], all[15]}, within(1e-5f));
            }
        }
    }

    @Property(tries = 20)
    void theWeightsOfFieldsSumToOne(
            @ForAll @IntRange(min = 0, max = 6) int user, @ForAll @IntRange(max = 23) int item) {
        ModelInput input = ModelInput.of().withUser(user);
        for (AttentionMap map : AUTO_INT.trace(input, new int[] {item}).maps()) {
            for (int row = 0; row < map.rows(); row++) {
                assertThat(map.rowSum(row)).isCloseTo(1, within(1e-5));
            }
        }
        AttentionMap pairs = AFM.trace(input, new int[] {item}).map(0, 0);
        double sum = 0;
        for (int row = 0; row < pairs.rows(); row++) {
            sum += pairs.rowSum(row);
            for (int column = 0; column <= row; column++) {
                assertThat(pairs.weight(row, column)).isZero();
            }
        }
        assertThat(sum).isCloseTo(1, within(1e-5));
    }

    @Test
    void aLongerWindowChangesWhatStampSays() {
        SmallGolden golden = SmallGolden.read("stamp");
        RecommenderModel longer = ModelRegistry.open(
                golden.checkpoint(), new ModelConfig("config.json", Map.of("max_position_embeddings", 50L)));

        assertThat(longer.scores(ModelInput.of(3, 9))[6]).isNotEqualTo(STAMP.scores(ModelInput.of(3, 9))[6]);
    }

    @Test
    void asksForTheWindowThatNoTensorShows() {
        SmallGolden golden = SmallGolden.read("narm");

        assertThat(ModelRegistry.recognise(golden.checkpoint(), ModelConfig.EMPTY)
                        .missing())
                .containsExactly("max_position_embeddings");
        assertThatThrownBy(() -> ModelRegistry.open(golden.checkpoint(), ModelConfig.EMPTY))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("does not tell how many events the model reads")
                .hasMessageContaining("set \"max_position_embeddings\" in config.json");
    }

    @Test
    void refusesAUserIndexThatTheTablesDoNotHave() {
        assertThatThrownBy(() -> AUTO_INT.scores(ModelInput.of().withUser(7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("user index 7 is not between 0 and 6");
    }
}
