package reclens.ui.chart;

import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import reclens.chart.ChartHit;
import reclens.chart.ChartNumbers;
import reclens.chart.ChartStyle;
import reclens.chart.Charts;
import reclens.chart.CurveSpec;
import reclens.text.Numbers;
import reclens.ui.UiText;

/** Score while events are removed or added, beside both baselines. The arrow keys move from point to point. */
public final class CurveView extends SpecPane<CurveSpec> {
    public CurveView(ChartTheme theme) {
        super(theme);
    }

    @Override
    String spoken(CurveSpec spec) {
        return UiText.format("chart.curve.spoken", spec.title(), spec.yAxis(), Integer.toString(spec.x().length));
    }

    @Override
    JFreeChart chart(CurveSpec spec, ChartStyle style, int selected) {
        return Charts.curve(spec, style);
    }

    @Override
    List<List<String>> numbers(CurveSpec spec, ChartNumbers numbers) {
        return numbers.of(spec);
    }

    @Override
    Optional<TipText> describe(CurveSpec spec, ChartHit hit) {
        if (hit.column() < 0 || hit.column() >= spec.chosen().length) {
            return Optional.empty();
        }
        int at = hit.column();
        return Optional.of(new TipText(
                Numbers.score(spec.chosen()[at]),
                spec.names().chosen(),
                List.of(
                        UiText.format("chart.curve.at", Numbers.wholePercent(spec.x()[at]), spec.xAxis()),
                        spec.names().recency() + " " + Numbers.score(spec.recency()[at]),
                        UiText.format(
                                "chart.curve.random",
                                spec.names().mean(),
                                Numbers.score(spec.randomMean()[at]),
                                Numbers.score(spec.randomLow()[at]),
                                Numbers.score(spec.randomHigh()[at])))));
    }
}
