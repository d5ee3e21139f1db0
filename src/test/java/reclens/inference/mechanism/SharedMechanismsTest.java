package reclens.inference.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;
import reclens.SharedData;
import reclens.files.MechanismExpectations;
import reclens.files.MechanismExpectations.Golden;

@EnabledIf("reclens.SharedData#isPresent")
class SharedMechanismsTest {
    private static final double TOLERANCE = 1e-6;

    @TestFactory
    Stream<DynamicTest> agreesWithPyTorch_needsSharedData() {
        return goldens().stream()
                .map(golden -> DynamicTest.dynamicTest(
                        golden.toString(),
                        () -> MechanismGolden.assertAgrees(
                                Mechanisms.run(golden.input()),
                                golden.expected(),
                                Math.max(TOLERANCE, 1.01 * golden.floatError()))));
    }

    @Test
    void knowsAllSixtyCases_needsSharedData() {
        assertThat(goldens()).hasSize(60).allSatisfy(g -> assertThat(Mechanisms.names())
                .contains(g.input().mechanism()));
    }

    private static List<Golden> goldens() {
        return MechanismExpectations.read(SharedData.path("golden", "mechanisms", "mechanisms.json"));
    }
}
