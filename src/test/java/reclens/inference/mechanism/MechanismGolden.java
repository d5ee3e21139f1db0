package reclens.inference.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import reclens.domain.DoubleTensor;
import reclens.domain.MechanismTrace;

/** Compares the steps of a mechanism with what PyTorch gave. */
final class MechanismGolden {
    static final Path OWN = Path.of("src/test/resources/goldens/mechanisms/golden.json");

    private MechanismGolden() {}

    /** Every expected tensor is a step of the same shape; NaN only where NaN is expected. */
    static void assertAgrees(MechanismTrace trace, Map<String, DoubleTensor> expected, double tolerance) {
        assertThat(expected).isNotEmpty();
        expected.forEach((name, want) -> {
            assertThat(trace.steps()).as(trace.input().name()).containsKey(name);
            DoubleTensor got = trace.steps().get(name);
            assertThat(got.shape()).as(name).isEqualTo(want.shape());
            for (int i = 0; i < want.values().length; i++) {
                double w = want.values()[i];
                double g = got.values()[i];
                if (Double.isNaN(w)) {
                    assertThat(g).as("%s %s[%d]", trace.input().name(), name, i).isNaN();
                } else {
                    assertThat(Math.abs(g - w))
                            .as("%s %s[%d]: %s instead of %s", trace.input().name(), name, i, g, w)
                            .isLessThanOrEqualTo(tolerance * Math.max(1, Math.abs(w)));
                }
            }
        });
    }
}
