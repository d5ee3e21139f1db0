package reclens.ui.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reclens.chart.BarChartSpec;
import reclens.chart.BarRow;
import reclens.explanation.Method;
import reclens.ui.WorkbenchFixture;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PresentationViewModelTest {
    private final WorkbenchFixture fixture = new WorkbenchFixture();
    private PresentationViewModel model;

    @BeforeAll
    void open() {
        fixture.open(5);
        model = new PresentationViewModel(fixture.workbench);
    }

    @AfterAll
    void close() {
        model.close();
        fixture.close();
    }

    private PresentationViewModel.Page page() {
        return model.pageProperty().get();
    }

    @Test
    void namesTheRecommendationAndThePerson() {
        assertThat(page().where()).startsWith("Rank 1 of 10").contains("recommended to ");
        assertThat(page().title()).isNotBlank();
    }

    @Test
    void saysNoMethodLayerOrUnitWhateverTheWindowShows() {
        fixture.selection.methodProperty().set(Method.ATTENTION);
        BarChartSpec bars = page().behaviours().orElseThrow();
        String all = page().sentence().text()
                + page().verdict()
                + page().reason()
                + bars.title()
                + bars.subtitle()
                + bars.axis()
                + page().features().map(BarChartSpec::axis).orElse("");
        assertThat(all.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain(
                        "leave-one-out",
                        "attention",
                        "logit",
                        "layer",
                        "head",
                        "rollout",
                        "deletion",
                        "score",
                        "event");
        assertThat(bars.agreement()).isEmpty();
    }

    @Test
    void rowsHaveNoEventNumbersAndNoTotal() {
        BarChartSpec bars = page().behaviours().orElseThrow();
        assertThat(bars.rows()).noneMatch(row -> row.label().text().contains("#"));
        assertThat(bars.rows()).noneMatch(row -> row.kind() == BarRow.Kind.TOTAL);
    }

    @Test
    void anEventSaysWhatWasDoneAndHowLongBeforeTheLastOne() {
        assertThat(page().behaviours().orElseThrow().rows())
                .filteredOn(row -> row.kind() == BarRow.Kind.EVENT)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.label().date())
                        .matches("(viewed|bought|put in the cart|put on the wish list)"
                                + " (on the last day|1 (day|week) ago|\\d+ (days|weeks|months) ago)"));
    }

    @Test
    void theVerdictIsASentenceInItsTone() {
        fixture.window.runUntil(() -> !fixture.workbench.checkingProperty().get());
        assertThat(page().tone()).isIn("good", "caution", "bad", "none");
        assertThat(page().verdict()).isNotBlank();
        assertThat(page().reason()).endsWith(".");
    }

    @Test
    void followsTheSelection() {
        String before = page().title();
        int second =
                fixture.workbench.recommendationsProperty().get().items().get(1).index();
        fixture.selection.itemProperty().set(second);
        fixture.window.runUntil(() -> !page().title().equals(before));
        assertThat(page().where()).startsWith("Rank 2 of 10");
    }
}
