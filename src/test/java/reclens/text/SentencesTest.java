package reclens.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reclens.SampleExplanation;
import reclens.explanation.Explanation;
import reclens.explanation.Faithfulness;
import reclens.explanation.Method;
import reclens.explanation.Verdict;

class SentencesTest {
    private final Sentences sentences = new Sentences(Messages.of(Locale.ENGLISH));

    @Test
    void saysWhatTheStrongestEventChangesAndWhatElseCounts() {
        assertThat(why(SampleExplanation.sample().build()))
                .isEqualTo("Without the purchase of Halden Ridge 2 Tent on 10 May, the score falls from 8.41 to 6.57:"
                        + " the largest change among the 50 events. Viewing Tarn Air 4 Sleeping Mat and wish-listing"
                        + " Nordvik Camp Pillow support it too; viewing Oakmere Wool Blanket works against it.");
    }

    @Test
    void inPlainWordsSaysWhatCountedWithoutScoresAndDates() {
        assertThat(plain(SampleExplanation.sample().build()))
                .isEqualTo(
                        "What speaks most for it is the purchase of Halden Ridge 2 Tent. Viewing Tarn Air 4 Sleeping Mat"
                                + " and wish-listing Nordvik Camp Pillow support it too; viewing Oakmere Wool Blanket works against it.");
    }

    @Test
    void inPlainWordsSaysThatNothingSupports() {
        assertThat(plain(SampleExplanation.sample().drops(-0.1, -0.3, -1.0).build()))
                .startsWith("What counts most is ")
                .endsWith(", and it works against it. Nothing speaks for it on its own.");
    }

    @Test
    void inPlainWordsSaysThatNoSingleEventDecides() {
        assertThat(plain(SampleExplanation.sample().drops(0.001, -0.002).build()))
                .startsWith("No single thing that this person did decides it");
    }

    @Test
    void inPlainWordsAttentionIsWhatTheModelLookedAt() {
        assertThat(sentences
                        .plain(SampleExplanation.sample().build(), Method.ATTENTION)
                        .text())
                .startsWith("What the model looked at most is ");
    }

    private String plain(Explanation explanation) {
        return sentences.plain(explanation, Method.LEAVE_ONE_OUT).text();
    }

    @Test
    void joinsChineseSentencesAndListsWithoutLatinSpacesAndCommas() {
        Messages chinese = Messages.of(Locale.SIMPLIFIED_CHINESE);

        assertThat(chinese.sentences("甲。", "乙。")).isEqualTo("甲。乙。");
        assertThat(chinese.list(List.of("甲", "乙", "丙"))).isEqualTo("甲，乙，丙");
        assertThat(chinese.longList(List.of("甲", "乙"))).isEqualTo("甲；乙");
    }

    @Test
    void namesAnEventTypeInTheLanguageAndLeavesUnknownOnesAsTheDataHasThem() {
        Messages chinese = Messages.of(Locale.SIMPLIFIED_CHINESE);

        assertThat(chinese.eventName("purchase")).isEqualTo("购买");
        assertThat(chinese.eventName("Gift")).isEqualTo("Gift");
        assertThat(chinese.eventName("")).isEmpty();
    }

    @Test
    void setsTheTitleOfTheStrongestEventInBold() {
        RichText text = sentences.why(SampleExplanation.sample().build(), Method.LEAVE_ONE_OUT);

        assertThat(text.spans())
                .filteredOn(RichText.Span::bold)
                .containsExactly(new RichText.Span("Halden Ridge 2 Tent", true));
    }

    @Test
    void saysThatTheScoreRisesWhereTheStrongestEventWorksAgainst() {
        assertThat(why(SampleExplanation.sample().drops(0.1, 0.3, -1.0, 0.2).build()))
                .startsWith("Without wish-listing Nordvik Camp Pillow")
                .contains("rises from 8.41 to 9.41")
                .contains("largest change among the 4 events")
                .doesNotContain("too");
    }

    @Test
    void saysThatNothingSupportsWhereEveryEventWorksAgainst() {
        assertThat(why(SampleExplanation.sample().drops(-0.1, -0.3, -1.0).build()))
                .endsWith(": the largest change among the 3 events. No event lowers the score when it is left out.");
    }

    @Test
    void saysThatTheOnlyEventIsTheOnlyOne() {
        assertThat(why(SampleExplanation.sample().drops(0.7).build()))
                .isEqualTo("Without the view of Lumen 300 Head Torch on 14 May, the score falls from 8.41 to 7.71."
                        + " It is the only event that the model reads.");
    }

    @Test
    void saysThatNoEventMattersMuchWhereAllDropsAreNearlyZero() {
        assertThat(why(SampleExplanation.sample().drops(0.001, -0.002, 0, 0.004).build()))
                .isEqualTo("No single event matters much: without any one of the 4 events, the score of 8.41 changes by"
                        + " less than 0.01.");
    }

    @Test
    void doesNotCallATiedChangeTheLargest() {
        assertThat(why(SampleExplanation.sample().drops(0.5, 0.5, 0.1).build()))
                .contains(": no other of the 3 events changes it more.");
    }

    @Test
    void saysTheLargerOfTwo() {
        assertThat(why(SampleExplanation.sample().drops(0.5, 0.1).build()))
                .contains(": the larger change of the two events. Viewing Lumen 300 Head Torch supports it too.")
                .doesNotContain("works against");
    }

    @Test
    void leavesOutValuesThatDoNotExist() {
        assertThat(why(SampleExplanation.sample()
                        .drops(Double.NaN, 0.5, 0.1, Double.NaN, 0.2)
                        .build()))
                .contains("the 3 events");
    }

    @Test
    void namesEventsWithoutTypeOrDateByTheirTitle() {
        assertThat(why(SampleExplanation.sample()
                        .withoutDates()
                        .withoutEventTypes()
                        .build()))
                .startsWith("Without Halden Ridge 2 Tent, the score falls from 8.41 to 6.57")
                .contains("Tarn Air 4 Sleeping Mat and Nordvik Camp Pillow support it too");
    }

    @Test
    void saysThatThereIsNoEvent() {
        assertThat(why(SampleExplanation.sample().events(0).build()))
                .isEqualTo(
                        "The model reads no event of this history, so nothing in it can be said to support the item.");
    }

    @Test
    void neverSaysBecauseOfForAttention() {
        String text = sentences
                .why(SampleExplanation.sample().build(), Method.ATTENTION)
                .text();

        assertThat(text)
                .startsWith("By attention, most weight of the 50 events goes to ")
                .endsWith("Weights say what was attended to; they are not evidence on their own.")
                .doesNotContain("because");
    }

    @Test
    void givesTheReasonWhereAMethodWasRefused() {
        Explanation sample = SampleExplanation.sample().build();
        Explanation refused = new Explanation(
                sample.provenance(),
                sample.catalog(),
                sample.window(),
                sample.target(),
                sample.runnerUp(),
                sample.rankedItems(),
                Map.of(),
                Map.of(Method.ROLLOUT, "rows do not sum to 1"),
                List.of(),
                null,
                Map.of(),
                null,
                "include");

        assertThat(sentences.why(refused, Method.ROLLOUT).text())
                .isEqualTo("No value by attention rollout: rows do not sum to 1.");
    }

    @Test
    void namesAnItemThatTheCatalogueDoesNotListById() {
        assertThat(sentences.title("1234", reclens.domain.Catalog.EMPTY)).isEqualTo("item 1234");
    }

    @ParameterizedTest
    @EnumSource
    void namesBothBaselinesInEveryVerdict(Verdict verdict) {
        Faithfulness check = check(verdict);

        assertThat(sentences.verdictReason(check)).contains("random orders").contains("most recent first");
        assertThat(sentences.verdictTitle(check)).isNotBlank();
    }

    @Test
    void countsTheRandomOrdersThatAreBeaten() {
        assertThat(sentences.verdictReason(check(Verdict.SUPPORTED)))
                .isEqualTo("removing its strongest events first lowers the score faster than all 100 random orders, and"
                        + " faster than most recent first.");
        assertThat(sentences.verdictReason(check(Verdict.NOT_SUPPORTED))).contains("69 of 100 random orders");
    }

    @Test
    void saysTheAreasOnTheReport() {
        assertThat(sentences.verdictSentence(check(Verdict.SUPPORTED)))
                .startsWith("Removing its")
                .endsWith("Area under the curve 3.42, against 4.62 (random, 5%) and 3.93 (most recent first).");
    }

    @ParameterizedTest
    @EnumSource
    void describesEveryMethod(Method method) {
        assertThat(sentences.methodName(method)).isNotBlank();
        assertThat(sentences.methodMeaning(method)).endsWith(".");
        assertThat(sentences.methodAxis(method)).isNotBlank();
        assertThat(sentences.howToRead(method)).endsWith(".");
    }

    private String why(Explanation explanation) {
        return sentences.why(explanation, Method.LEAVE_ONE_OUT).text();
    }

    private static Faithfulness check(Verdict verdict) {
        int n = verdict == Verdict.TOO_SHORT ? 3 : 50;
        return SampleExplanation.sample()
                .events(n)
                .verdict(verdict)
                .build()
                .faithfulness()
                .get(Method.LEAVE_ONE_OUT);
    }
}
