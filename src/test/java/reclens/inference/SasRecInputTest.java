package reclens.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import reclens.domain.AttentionTrace;
import reclens.domain.CancellationToken;
import reclens.domain.CancelledException;

class SasRecInputTest {
    private final RecommenderModel model = Golden.read("pmixer-2024").open();

    @Test
    void refusesAnItemOutsideOfTheTable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.scores(ModelInput.of(3, 24)))
                .withMessage("item index 24 is not between 1 and 23");
    }

    @Test
    void refusesThePaddingItem() {
        assertThatIllegalArgumentException().isThrownBy(() -> model.trace(ModelInput.of(0)));
    }

    @Test
    void refusesATargetOutsideOfTheTable() {
        ModelInput input = ModelInput.of(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.scores(input, List.of(input), new int[] {-1}, new CancellationToken()))
                .withMessageContaining("target index -1");
    }

    @Test
    void refusesMoreEventsThanTheWindow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.scores(ModelInput.of(1, 2, 3, 4, 5, 6, 7)))
                .withMessage("the model reads 6 events, but the input has 7");
    }

    @Test
    void stopsBetweenChunksWhenCancelled() {
        CancellationToken cancelled = new CancellationToken();
        cancelled.cancel();
        ModelInput input = ModelInput.of(1, 2);
        assertThatExceptionOfType(CancelledException.class)
                .isThrownBy(() -> model.scores(input, List.of(input), new int[] {1}, cancelled));
    }

    @Test
    void givesUnrankableTargetsTheLowestScore() {
        ModelInput input = ModelInput.of(1, 2);
        assertThat(model.scores(input, List.of(input), new int[] {0, 1}, new CancellationToken())[0][0])
                .isEqualTo(Float.NEGATIVE_INFINITY);
    }

    @Test
    void tellsHowManySlotsOfPaddingReceiveAttention() {
        assertThat(model.trace(ModelInput.of(1, 2)).paddingSlots()).isEqualTo(4);
        assertThat(Golden.read("recbole").open().trace(ModelInput.of(1, 2)).paddingSlots())
                .isZero();
    }

    @Test
    void tracesAnEmptyHistoryAsEmptyMaps() {
        AttentionTrace trace = model.trace(ModelInput.of());
        assertThat(trace.maps()).hasSize(4).allMatch(m -> m.rows() == 0);
    }

    @Test
    void refusesWorkAfterClosing() {
        RecommenderModel closed = Golden.read("recbole").open();
        closed.close();
        assertThatIllegalStateException().isThrownBy(() -> closed.scores(ModelInput.of(1)));
    }
}
