package reclens.ui.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reclens.chart.BarChartSpec;
import reclens.chart.BarRow;
import reclens.chart.ChartOptions;
import reclens.chart.FeatureKind;
import reclens.explanation.Method;
import reclens.session.SmallWorkspaces;
import reclens.ui.WorkbenchFixture;
import reclens.ui.settings.Settings;

class WhyViewModelTest {
    private final WorkbenchFixture fixture = new WorkbenchFixture().open(3);
    private final WhyViewModel model = new WhyViewModel(fixture.workbench);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void theHeadingNamesRankScoreAndFeatures() {
        assertThat(model.headingProperty().get().breadcrumb())
                .startsWith("Rank 1 of 10")
                .contains("score ", "Nordvik");
    }

    @Test
    void theVerdictComesWithItsReason() {
        assertThat(model.headingProperty().get().verdict()).isNotEmpty();
        assertThat(model.headingProperty().get().lead()).startsWith("Why ");
        assertThat(model.headingProperty().get().reason()).contains("random", "most recent first");
    }

    @Test
    void theSentenceIsAboutTheLargestBar() {
        String strongest =
                model.behavioursProperty().get().rows().get(0).label().title();
        assertThat(model.headingProperty().get().sentence().text()).contains(strongest);
    }

    @Test
    void heatmapRowsRepeatTheOrderOfTheBars() {
        List<Integer> bars = model.behavioursProperty().get().rows().stream()
                .filter(r -> r.kind() == BarRow.Kind.EVENT)
                .map(r -> r.label().position())
                .toList();
        List<Integer> rows = model.matrixProperty().get().rows().stream()
                .filter(r -> r.isEvent())
                .map(r -> r.position())
                .toList();
        assertThat(rows).isEqualTo(bars);
    }

    @Test
    void barsCanStandInTimeOrder() {
        model.orderProperty().set(ChartOptions.Order.IN_TIME);
        assertThat(model.behavioursProperty().get().rows().stream()
                        .filter(r -> r.kind() == BarRow.Kind.EVENT)
                        .map(r -> r.label().position()))
                .isSorted();
    }

    @Test
    void anotherMethodMakesOtherBars() {
        model.methodProperty().set(Method.ATTENTION);
        assertThat(model.behavioursProperty().get().signed()).isFalse();
        assertThat(model.headingProperty().get().sentence().text()).doesNotContainIgnoringCase("because");
    }

    @Test
    void showsAsManyRowsAsThereIsRoomFor() {
        model.fit(5, 6);
        assertThat(model.behavioursProperty().get().rows().stream().filter(r -> r.kind() == BarRow.Kind.EVENT))
                .hasSize(5);
    }

    @Test
    void offersPairsAndSingleFeatureFields() {
        assertThat(model.fieldChoices()).contains(List.of("category", "brand"), List.of("price_band"));
        assertThat(model.fieldsProperty().get()).containsExactly("category", "brand");
        assertThat(WhyViewModel.fieldsName(List.of("category", "price_band"))).isEqualTo("Category, price band");
    }

    @Test
    void theTableHoldsTheTotalsOfTheHeatmap() {
        List<List<String>> lines = WhyViewModel.numbers(model.matrixProperty().get());
        assertThat(lines).hasSize(model.matrixProperty().get().rows().size() + 2);
        assertThat(lines).allMatch(line -> line.size() == lines.get(0).size());
    }

    @Test
    void aSelectedEventIsNeverHiddenAmongTheOthers() {
        try (WorkbenchFixture open = new WorkbenchFixture().open(3)) {
            WhyViewModel why = new WhyViewModel(open.workbench);
            why.fit(5, 5);
            var shown = why.behavioursProperty().get().rows();
            int hidden = java.util.stream.IntStream.of(
                            open.workbench.windowProperty().get().positions())
                    .filter(p -> shown.stream().noneMatch(r -> r.label().position() == p))
                    .findFirst()
                    .orElseThrow();
            open.selection.eventProperty().set(hidden);
            assertThat(why.behavioursProperty().get().rows())
                    .anyMatch(r -> r.label().position() == hidden)
                    .hasSameSizeAs(shown);
            assertThat(why.matrixProperty().get().rows()).anyMatch(r -> r.position() == hidden);
            open.selection.clearEvent();
            assertThat(why.behavioursProperty().get().rows()).isEqualTo(shown);
        }
    }

    private void await(Method method) {
        fixture.window.runUntil(() ->
                fixture.workbench.explanationProperty().get().attributions().containsKey(method));
    }

    @Test
    void aMethodThatIsNotPartOfEveryExplanationIsComputedWhenItIsChosen() {
        model.methodProperty().set(Method.GRADIENT_X_INPUT);
        assertThat(model.behavioursProperty().get()).isNull();
        assertThat(model.headingProperty().get().sentence().text()).startsWith("Computing gradient");
        await(Method.GRADIENT_X_INPUT);
        assertThat(model.behavioursProperty().get().axis()).contains("gradient");
        assertThat(model.headingProperty().get().verdict()).isNotEmpty();
        assertThat(fixture.workbench.explanationProperty().get().attributions())
                .containsKeys(Method.LEAVE_ONE_OUT, Method.GRADIENT_X_INPUT);
    }

    @Test
    void theNextRecommendationGetsTheChosenMethodToo() {
        model.methodProperty().set(Method.GRADIENT);
        await(Method.GRADIENT);
        int second =
                fixture.workbench.recommendationsProperty().get().items().get(1).index();
        fixture.selection.itemProperty().set(second);
        fixture.window.runUntil(
                () -> fixture.workbench.explanationProperty().get().target().index() == second);
        await(Method.GRADIENT);
        assertThat(model.behavioursProperty().get()).isNotNull();
    }

    @Test
    void aStoppedMethodWaitsToBeAskedForAgain() {
        model.methodProperty().set(Method.GRADIENT);
        model.further().cancel();
        assertThat(model.further().missing()).isTrue();
        assertThat(model.headingProperty().get().sentence().text()).contains("Compute it");
        model.further().compute();
        await(Method.GRADIENT);
        assertThat(model.further().missing()).isFalse();
    }

    @Test
    void everyMethodIsOfferedWithItsMeaning() {
        assertThat(model.methods()).containsExactlyInAnyOrder(Method.values());
        assertThat(model.methods()).allSatisfy(m -> {
            assertThat(model.methodName(m)).isNotBlank();
            assertThat(model.methodMeaning(m)).endsWith(".");
        });
    }

    @Test
    void oneLineSaysHowFarOtherMethodsAgree() {
        assertThat(model.agreementProperty().get())
                .matches("Top 3 shared, Kendall \u03c4: attention \\d of 3, [+\u2212\\d.]+; attention rollout .*");
    }

    @Test
    void theNumberOfBarsIsAChoiceAndTheRestIsSummed() {
        model.topProperty().set(5);
        var rows = model.behavioursProperty().get().rows();
        assertThat(rows.stream().filter(r -> r.kind() == BarRow.Kind.EVENT)).hasSize(5);
        assertThat(rows.stream().filter(r -> r.kind() == BarRow.Kind.OTHER))
                .extracting(r -> r.label().title())
                .containsExactly("other (45 events)");
        double total = rows.stream()
                .filter(r -> r.kind() == BarRow.Kind.TOTAL)
                .findFirst()
                .orElseThrow()
                .value();
        assertThat(rows.stream()
                        .filter(r -> r.kind() != BarRow.Kind.TOTAL)
                        .mapToDouble(BarRow::value)
                        .sum())
                .isCloseTo(total, org.assertj.core.data.Offset.offset(1e-6));
        model.topProperty().set(Settings.TOP_ALL);
        assertThat(model.behavioursProperty().get().rows().stream().filter(r -> r.kind() == BarRow.Kind.EVENT))
                .hasSize(50);
        assertThat(model.wantedEvents()).isEqualTo(50);
    }

    @Test
    void aMethodThatTheModelCannotSupportSaysWhy() {
        assertThat(model.methodRefusal(Method.INTEGRATED_GRADIENTS)).contains("the model");
        model.methodProperty().set(Method.INTEGRATED_GRADIENTS);
        fixture.window.runUntil(() -> !model.further().missing());
        assertThat(model.behavioursNoteProperty().get())
                .startsWith("No value by integrated gradients")
                .contains(model.methodRefusal(Method.INTEGRATED_GRADIENTS));
    }

    @Test
    void thePageStaysUntilTheNextUsersExplanationIsThere() {
        WhyViewModel.Heading before = model.headingProperty().get();
        fixture.selection.userProperty().set(secondUser());
        assertThat(fixture.workbench.explanationProperty().get()).isNull();
        assertThat(model.headingProperty().get()).isSameAs(before);
        fixture.window.runUntil(() -> fixture.workbench.explanationProperty().get() != null);
        assertThat(model.headingProperty().get()).isNotNull().isNotEqualTo(before);
    }

    @Test
    void thePageIsClearedWithTheWorkspace() {
        fixture.workbench.show(null);
        fixture.window.runUntil(() -> model.headingProperty().get() == null);
        assertThat(model.behavioursProperty().get()).isNull();
        assertThat(model.matrixProperty().get()).isNull();
    }

    @Test
    void makesNothingOutOfSightAndCatchesUpWhenSeen() {
        BarChartSpec before = model.behavioursProperty().get();
        model.setActive(false);
        model.methodProperty().set(Method.ATTENTION);
        assertThat(model.behavioursProperty().get()).isSameAs(before);
        model.setActive(true);
        assertThat(model.behavioursProperty().get().signed()).isFalse();
    }

    @Test
    void aModelThatReadsNoEventsOpensOnItsWeightsOnFields() {
        fixture.workbench.show(SmallWorkspaces.of("afm"));
        fixture.window.runUntil(() -> model.featureKindProperty().get() == FeatureKind.NATIVE
                && model.featuresProperty().get() != null);
        assertThat(model.featuresProperty().get().axis()).isEqualTo("weight that the model puts on the field");
    }

    @Test
    void theKindOfFeaturesComesBackWithAModelThatReadsEvents() {
        model.featureKindProperty().set(FeatureKind.RECENCY);
        fixture.workbench.show(SmallWorkspaces.of("autoint"));
        fixture.window.runUntil(() -> model.featureKindProperty().get() == FeatureKind.NATIVE);
        fixture.open(2);
        fixture.window.runUntil(() -> model.featureKindProperty().get() == FeatureKind.RECENCY);
        assertThat(model.featuresProperty().get()).isNotNull();
    }

    private String secondUser() {
        return fixture.workbench.workspace().log().users().get(1);
    }
}
