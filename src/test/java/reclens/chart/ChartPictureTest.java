package reclens.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jfree.chart.JFreeChart;
import org.junit.jupiter.api.Test;
import reclens.SampleExplanation;
import reclens.explanation.Method;
import reclens.text.Messages;

class ChartPictureTest {
    private static final String FOOT = "Kestrel Short Gaiters, rank 1 for user u0414, leave-one-out: Supported";
    private final ChartStyle style = ChartStyle.screen(Theme.LIGHT);
    private final ExplanationCharts charts =
            new ExplanationCharts(SampleExplanation.sample().build(), Messages.of(Locale.ENGLISH));
    private final AtomicReference<ChartGeometry> marked = new AtomicReference<>();

    private BufferedImage picture(String subtitle, String foot, double width) {
        JFreeChart chart = Charts.bars(
                charts.behaviours(ChartOptions.of(Method.LEAVE_ONE_OUT)).orElseThrow(), style);
        return ChartPicture.of(
                chart,
                style,
                new ChartPicture.Words("Behaviours", subtitle, foot),
                width,
                200,
                1,
                (g, geometry) -> marked.set(geometry));
    }

    @Test
    void theFootHasRoomBelowTheChart() {
        assertThat(picture("", FOOT, 600).getHeight())
                .isGreaterThan(picture("", "", 600).getHeight());
    }

    @Test
    void aFootThatIsWiderThanTheChartIsBrokenRatherThanCut() {
        assertThat(picture("", FOOT, 260).getHeight())
                .isGreaterThan(picture("", FOOT, 600).getHeight());
    }

    @Test
    void aSubtitleThatDoesNotFitBesideTheTitleStandsBelowIt() {
        String unit = "score lost when the event is removed (logits)";
        assertThat(picture(unit, "", 260).getHeight())
                .isGreaterThan(picture(unit, "", 600).getHeight());
    }

    @Test
    void whatStandsOverTheChartIsToldWhereItsPartsAre() {
        picture("", "", 600);
        assertThat(marked.get().rows()).isPositive();
    }
}
