package reclens.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reclens.SampleExplanation;
import reclens.explanation.Attribution;
import reclens.explanation.Explanation;
import reclens.explanation.FeatureContribution;
import reclens.explanation.Method;
import reclens.text.Messages;

class FeatureBarsTest {
    private static final Messages ENGLISH = Messages.of(Locale.ENGLISH);
    private static final ChartOptions OPTIONS = ChartOptions.of(Method.LEAVE_ONE_OUT);
    private static final Explanation SAMPLE = SampleExplanation.sample().build();

    private static Explanation with(List<FeatureContribution> features, Map<Method, Attribution> attributions) {
        return new Explanation(
                SAMPLE.provenance(),
                SAMPLE.catalog(),
                SAMPLE.window(),
                SAMPLE.target(),
                SAMPLE.runnerUp(),
                SAMPLE.rankedItems(),
                attributions,
                Map.of(),
                features,
                SAMPLE.matrix(),
                Map.of(),
                null,
                "include");
    }

    private static ExplanationCharts charts(FeatureContribution... features) {
        return new ExplanationCharts(with(List.of(features), SAMPLE.attributions()), ENGLISH);
    }

    private static FeatureContribution ablation(String field, String value, double weight) {
        return new FeatureContribution(field, value, FeatureContribution.ABLATION, null, weight, 1);
    }

    @Test
    void ablationsStandByFieldWithoutASum() {
        BarChartSpec spec = charts(
                        ablation("brand", "Tarn", 0.5),
                        ablation("brand", "Ravn", -0.2),
                        ablation("season", "Winter", 0.1))
                .features(OPTIONS, FeatureKind.ABLATION)
                .orElseThrow();

        assertThat(spec.rows())
                .extracting(r -> r.label().title() + " " + r.number())
                .containsExactly("Brand ", "Tarn +0.50", "Ravn \u22120.20", "Season ", "Winter +0.10");
        assertThat(spec.axis()).isEqualTo("score lost when the value is removed (logits)");
    }

    @Test
    void saysHowManyAblationsItLeavesOut() {
        FeatureContribution[] many = new FeatureContribution[12];
        for (int i = 0; i < many.length; i++) {
            many[i] = ablation("brand", "b" + i, 1.0 / (i + 1));
        }
        BarChartSpec spec = charts(many).features(OPTIONS, FeatureKind.ABLATION).orElseThrow();

        assertThat(spec.rows().get(0).label().title()).isEqualTo("Brand (10 of 12)");
        assertThat(spec.rows()).hasSize(11);
    }

    @Test
    void nativeWeightsAreUnsignedAndStandByLayer() {
        BarChartSpec spec = charts(
                        new FeatureContribution("brand", "", FeatureContribution.NATIVE, null, 0.7, 0, 0),
                        new FeatureContribution("season", "", FeatureContribution.NATIVE, null, 0.3, 0, 0))
                .features(OPTIONS, FeatureKind.NATIVE)
                .orElseThrow();

        assertThat(spec.signed()).isFalse();
        assertThat(spec.rows()).extracting(r -> r.label().title()).containsExactly("Layer 1", "Brand", "Season");
    }

    @ParameterizedTest
    @EnumSource(
            value = FeatureKind.class,
            names = {"EVENT", "SESSION", "RECENCY"})
    void groupsOfEventsAddUpToTheTotalOfTheEvents(FeatureKind kind) {
        BarChartSpec spec = charts().features(OPTIONS, kind).orElseThrow();
        double sum = spec.rows().stream()
                .filter(BarRow::hasBar)
                .mapToDouble(BarRow::value)
                .sum();

        assertThat(sum)
                .isCloseTo(
                        SAMPLE.attribution(Method.LEAVE_ONE_OUT).orElseThrow().total(), within(1e-9));
        assertThat(spec.rows().get(spec.rows().size() - 1).value()).isCloseTo(sum, within(1e-9));
    }

    @Test
    void whatIsMissingMakesNoChart() {
        assertThat(charts().features(OPTIONS, FeatureKind.ABLATION)).isEmpty();
        assertThat(charts().features(OPTIONS, FeatureKind.NATIVE)).isEmpty();
    }

    @Test
    void aSignedMethodThatIsChosenIsTheOneThatIsSummed() {
        double[] ones = new double[SAMPLE.window().length()];
        java.util.Arrays.fill(ones, 1);
        Map<Method, Attribution> both = new java.util.LinkedHashMap<>(SAMPLE.attributions());
        both.put(Method.GRADIENT_X_INPUT, new Attribution(Method.GRADIENT_X_INPUT, ones, Double.NaN, Map.of()));
        ExplanationCharts charts = new ExplanationCharts(with(List.of(), both), ENGLISH);
        ChartOptions chosen = ChartOptions.of(Method.GRADIENT_X_INPUT);

        assertThat(charts.matrix(chosen).orElseThrow().subtitle()).startsWith("Gradient \u00d7 input");
        assertThat(charts.featuresMeaning(chosen, FeatureKind.AGGREGATED))
                .isEqualTo("Aggregated: values by gradient \u00d7 input, summed over the events that have it.");
    }

    @Test
    void aMethodWithoutDirectionLeavesTheSignedOneAndNamesIt() {
        ChartOptions chosen = ChartOptions.of(Method.ATTENTION);

        assertThat(charts().matrix(chosen).orElseThrow().subtitle()).startsWith("Leave-one-out");
        assertThat(charts().featuresMeaning(chosen, FeatureKind.AGGREGATED)).contains("by leave-one-out");
    }
}
