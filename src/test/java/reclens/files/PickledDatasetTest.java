package reclens.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import reclens.SharedData;
import reclens.domain.Checkpoint;
import reclens.domain.FeatureTables;

/** The data set inside of a checkpoint; {@code make_dataset_checkpoint.py} wrote the small one. */
class PickledDatasetTest {
    private static final Checkpoint SMALL = TinyCheckpoints.read(TinyCheckpoints.resource("recbole_dataset.pth"));

    @Test
    void givesTheFieldsOfItemsInTheOrderOfTheDataSetWithoutNumericOnes() {
        assertThat(SMALL.features().item().keySet()).containsExactly("item_id", "brand", "tags");
    }

    @Test
    void tellsFieldsOfSeveralValuesFromThoseOfOne() {
        FeatureTables.Field brand = SMALL.features().item().get("brand");
        FeatureTables.Field tags = SMALL.features().item().get("tags");

        assertThat(brand.sequence()).isFalse();
        assertThat(brand.values()).containsExactly(0, 2, 1);
        assertThat(tags.sequence()).isTrue();
        assertThat(tags.width()).isEqualTo(2);
        assertThat(tags.values()).containsExactly(0, 0, 1, 2, 3, 0);
    }

    @Test
    void givesTheFieldsOfUsers() {
        assertThat(SMALL.features().user().get("age").values()).containsExactly(0, 1);
    }

    @Test
    void givesTheIdsBehindTheIndicesWhateverTheirAlphabet() {
        assertThat(SMALL.vocabularies())
                .containsEntry("item_id", List.of("[PAD]", "a1", "b2"))
                .containsEntry("brand", List.of("[PAD]", "Tarn", "Håland"));
    }

    @Test
    void aCheckpointWithoutDataSetHasNoFeatures() {
        Checkpoint plain = TinyCheckpoints.read(TinyCheckpoints.resource("legacy.pth"));

        assertThat(plain.features()).isEqualTo(FeatureTables.EMPTY);
        assertThat(plain.vocabularies()).isEmpty();
    }

    /** CPU time, since a machine that is busy with other things says nothing about this program. */
    @Test
    @EnabledIf("reclens.SharedData#isPresent")
    void readsTheDataSetOfARealCheckpointWithinTwoSeconds_needsSharedData() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        Checkpoint din =
                TinyCheckpoints.read(SharedData.path("models", "recbole-din-ml100k", "DIN-Nov-21-2026_21-22-32.pth"));
        double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;

        assertThat(seconds).isLessThan(2);
        FeatureTables expected =
                FeatureTableReader.read(SharedData.path("models", "recbole-din-ml100k", "features.npz"));
        assertThat(din.features().item().keySet())
                .containsExactlyElementsOf(expected.item().keySet());
        expected.item().forEach((name, field) -> assertThat(
                        din.features().item().get(name).values())
                .as(name)
                .containsExactly(field.values()));
        assertThat(din.vocabularies().get("class")).hasSize(20).contains("Children's");
    }
}
