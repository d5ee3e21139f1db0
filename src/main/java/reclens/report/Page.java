package reclens.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import reclens.chart.ChartPainter;
import reclens.chart.ChartStyle;
import reclens.chart.Fonts;
import reclens.chart.Ink;
import reclens.chart.Tokens;
import reclens.explanation.Attribution;
import reclens.explanation.Explanation;
import reclens.explanation.Faithfulness;
import reclens.explanation.Method;
import reclens.text.Messages;
import reclens.text.RichText;
import reclens.text.Sentences;

/**
 * What all parts of a report share: the canvas in units of the 1600 x 1200 page, the look, the words, the explanation.
 *
 * @param g canvas, already scaled
 * @param method whose values the page is built on
 */
record Page(Graphics2D g, Explanation explanation, Method method, ReportOptions options, Messages messages) {
    static final int WIDTH = 1600;
    static final int HEIGHT = 1200;
    static final double LEFT = 72;
    static final double RIGHT = WIDTH - LEFT;

    Tokens tokens() {
        return options.tokens();
    }

    Color color(String token) {
        return tokens().color(token);
    }

    ChartStyle style() {
        return ChartStyle.report(tokens());
    }

    Sentences sentences() {
        return new Sentences(messages);
    }

    Font regular(double size) {
        return Fonts.get().regular(size);
    }

    Font bold(double size) {
        return Fonts.get().bold(size);
    }

    String text(String key, Object... arguments) {
        return messages.get(key, arguments);
    }

    /** The attribution that the page is built on; null where the method has no values. */
    Attribution attribution() {
        return explanation.attributions().get(method);
    }

    /** Null where it was not checked. */
    Faithfulness faithfulness() {
        return explanation.faithfulness().get(method);
    }

    /** A heading of a section with its second text. */
    void heading(String title, String subtitle, double x, double y, double width) {
        double end = Ink.left(g, bold(16), color("text"), title, x, y);
        String cut = Ink.fit(g, regular(13), subtitle, x + width - end - 12);
        Ink.left(g, regular(13), color("text-second"), cut, end + 12, y);
    }

    /** A text in second colour that stands where a chart cannot. */
    void note(String text, double x, double y, double width) {
        new TextBlock(g, RichText.plain(text), regular(14), bold(14), width).draw(color("text-second"), x, y, 22);
    }

    /** Why there are no charts of features: no event, no feature in the catalogue, or no values to split. */
    String withoutFeatures(String noneListed) {
        if (explanation.window().isEmpty()) {
            return text("report.events.none");
        }
        return text(explanation.catalog().features().isEmpty() ? noneListed : "report.split.missing");
    }

    void rule(double x0, double x1, double y, String token, float strength) {
        g.setColor(color(token));
        g.setStroke(new BasicStroke(strength));
        g.draw(new Line2D.Double(x0, y, x1, y));
    }

    ChartPainter charts() {
        return new ChartPainter(g, style());
    }
}
