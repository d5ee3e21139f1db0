package reclens.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import reclens.domain.CancellationToken;
import reclens.domain.CancelledException;

class SeriationTest {
    private static int[] order(float[]... profiles) {
        return Seriation.order(profiles, new CancellationToken());
    }

    @Test
    void putsTheMembersOfTwoGroupsBesideEachOther() {
        int[] order = order(
                new float[] {0, 1}, new float[] {9, 0}, new float[] {0, 1.1f}, new float[] {9, 0.1f}, new float[] {
                    0, 1.2f
                });
        assertThat(Arrays.copyOf(order, 2)).containsExactlyInAnyOrder(1, 3);
        assertThat(Arrays.copyOfRange(order, 2, 5)).containsExactlyInAnyOrder(0, 2, 4);
    }

    @Test
    void aLineKeepsItsOrder() {
        float[][] line =
                IntStream.range(0, 12).mapToObj(i -> new float[] {i * i}).toArray(float[][]::new);
        assertThat(order(line)).containsExactly(IntStream.range(0, 12).toArray());
    }

    @Test
    void equalRowsDoNotHang() {
        assertThat(order(new float[] {1}, new float[] {1}, new float[] {1}, new float[] {1}))
                .containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    @Property(tries = 50)
    void theResultIsAPermutation(@ForAll @IntRange(max = 40) int n, @ForAll long seed) {
        Random random = new Random(seed);
        float[][] profiles = new float[n][3];
        for (float[] profile : profiles) {
            for (int i = 0; i < 3; i++) {
                profile[i] = random.nextInt(4);
            }
        }
        int[] order = order(profiles);
        Arrays.sort(order);
        assertThat(order).containsExactly(IntStream.range(0, n).toArray());
    }

    @Test
    void stopsWhenCancelled() {
        CancellationToken cancelled = new CancellationToken();
        cancelled.cancel();
        assertThatThrownBy(() -> Seriation.order(new float[3][1], cancelled)).isInstanceOf(CancelledException.class);
    }
}
