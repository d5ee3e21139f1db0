package reclens.inference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTest {
    /** What java.vm.info says with -XX:TieredStopAtLevel=1, as the launcher starts the window, and with -Xint. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mixed mode, emulated-client, sharing",
                "mixed mode, emulated-client",
                "interpreted mode, sharing"
            })
    void leavesTheVectorApiAloneWhereNothingOptimisesIt(String mode) {
        assertThat(Engine.compilesVectors(mode)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mixed mode, sharing", "mixed mode", "compiled mode"})
    void trustsTheOptimisingCompiler(String mode) {
        assertThat(Engine.compilesVectors(mode)).isTrue();
    }
}
