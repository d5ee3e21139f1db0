package reclens.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VisiblePartTest {
    private final VisiblePart part = new VisiblePart();

    @BeforeEach
    void size() {
        part.size(100, 50);
    }

    @Test
    void comesCloserAroundThePlaceThatWasPointedAt() {
        part.zoom(2, 20, 10);
        assertThat(part.bottom() - part.top()).isEqualTo(50);
        assertThat((20 - part.top()) / 50).isCloseTo(0.2, within(1e-9));
        assertThat((10 - part.left()) / 25).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void zoomedOutFarEnoughShowsAll() {
        part.zoom(8, 90, 45);
        part.zoom(0.01, 90, 45);
        assertThat(part.isAll()).isTrue();
    }

    @Test
    void neverShowsFewerThanFourRows() {
        part.zoom(1e6, 50, 25);
        assertThat(part.bottom() - part.top()).isEqualTo(4);
        assertThat(part.right() - part.left()).isEqualTo(4);
    }

    @Test
    void movingStopsAtTheEdges() {
        part.zoom(2, 50, 25);
        part.pan(1000, -1000);
        assertThat(part.bottom()).isEqualTo(100);
        assertThat(part.left()).isZero();
    }

    @Test
    void revealsACellWithTheLeastMove() {
        part.zoom(10, 0, 0);
        assertThat(part.reveal(3, 3)).isFalse();
        assertThat(part.reveal(12, 3)).isTrue();
        assertThat(part.bottom()).isEqualTo(13);
        assertThat(part.left()).isZero();
    }

    @Test
    void anotherMatrixOfTheSameSizeKeepsThePart() {
        part.zoom(2, 50, 25);
        part.size(100, 50);
        assertThat(part.isAll()).isFalse();
        part.size(10, 10);
        assertThat(part.isAll()).isTrue();
    }
}
