package reclens.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import reclens.domain.HistoryWindow;
import reclens.domain.Interaction;
import reclens.domain.ItemVocabulary;
import reclens.domain.Padding;
import reclens.domain.UserHistory;
import reclens.inference.SmallModels;

class EventGroupsTest {
    @Property(tries = 100)
    void everyKindOfGroupAddsUpToTheEvents(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = -5, max = 5) Double> numbers) {
        double[] values = numbers.stream().mapToDouble(v -> v).toArray();
        HistoryWindow window = window(values.length);

        for (EventGroups.By by : EventGroups.By.values()) {
            List<EventGroups.Group> groups = EventGroups.of(window, values, by);
            assertThat(groups.stream().mapToDouble(EventGroups.Group::weight).sum())
                    .isCloseTo(Arrays.stream(values).sum(), within(1e-9));
            assertThat(groups.stream().mapToInt(EventGroups.Group::events).sum())
                    .isEqualTo(values.length);
        }
    }

    @Property(tries = 50)
    void everyFeatureFieldAddsUpToTheEvents(
            @ForAll @Size(min = 1, max = 19) List<@DoubleRange(min = -5, max = 5) Double> numbers) {
        double[] values = numbers.stream().mapToDouble(v -> v).toArray();
        Attribution any = new Attribution(Method.LEAVE_ONE_OUT, values, Double.NaN, java.util.Map.of());
        FeatureMatrix matrix = ProductFeatures.matrix(window(values.length), ExplanationFixture.catalog(20), any);

        double sum = 0;
        for (int c = 0; c < matrix.columns().size(); c++) {
            sum += matrix.columnTotal(c);
        }
        assertThat(sum).isCloseTo(any.total(), within(1e-9));
    }

    @Test
    void aPauseOfMoreThanHalfAnHourStartsASession() {
        List<EventGroups.Group> sessions = EventGroups.of(window(7), new double[7], EventGroups.By.SESSION);

        assertThat(sessions).extracting(EventGroups.Group::events).containsExactly(3, 3, 1);
        assertThat(sessions.get(1).value()).isEqualTo("2026-01-01T02:00:00Z");
    }

    @Test
    void recencyCountsFromTheLatestEvent() {
        assertThat(EventGroups.of(window(12), new double[12], EventGroups.By.RECENCY))
                .extracting(EventGroups.Group::value)
                .containsExactly("11-20", "6-10", "2-5", "1");
    }

    @Test
    void fdsasWeightsOfFieldsAreNativeAndAddUpToOne() {
        List<FeatureContribution> found =
                NativeFeatures.of(SmallModels.open("fdsa").trace(SmallModels.input("fdsa")));

        assertThat(found).isNotEmpty().allMatch(f -> f.kind().equals("native") && f.layer() == 0);
        assertThat(found.stream().mapToDouble(FeatureContribution::weight).sum())
                .isCloseTo(1, within(1e-5));
    }

    @Test
    void afmsWeightsAreOfPairsOfFields() {
        List<FeatureContribution> found =
                NativeFeatures.of(SmallModels.open("afm").trace(SmallModels.input("afm"), new int[] {5}));

        assertThat(found).isNotEmpty().allMatch(f -> f.feature().contains(" x "));
        assertThat(found.stream().mapToDouble(FeatureContribution::weight).sum())
                .isCloseTo(1, within(1e-5));
    }

    @Test
    void autointHasWeightsOfItsFieldsInEveryLayer() {
        List<FeatureContribution> found =
                NativeFeatures.of(SmallModels.open("autoint").trace(SmallModels.input("autoint"), new int[] {5}));

        long layers = found.stream().map(FeatureContribution::layer).distinct().count();
        assertThat(found.stream().mapToDouble(FeatureContribution::weight).sum())
                .isCloseTo(layers, within(1e-4));
    }

    /** Items 1, 2, ...; views and purchases in turn, 10 minutes apart, and a long pause after every third. */
    private static HistoryWindow window(int n) {
        List<Interaction> events = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Instant time = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(600L * i + i / 3 * 5400L);
            events.add(new Interaction(i, Integer.toString(i % 19 + 1), i % 2 == 0 ? "view" : "purchase", time));
        }
        return HistoryWindow.of(new UserHistory("u", events), ItemVocabulary.identity(100), 200, Padding.LEFT);
    }
}
