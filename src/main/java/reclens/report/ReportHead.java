package reclens.report;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import reclens.chart.Icons;
import reclens.chart.Ink;
import reclens.chart.Tokens;
import reclens.explanation.Faithfulness;
import reclens.text.Dates;
import reclens.text.RichText;

/** The top of the page: where it comes from, the title, the sentence, the verdict. */
final class ReportHead {
    private static final double TEXT_WIDTH = 1000;
    private static final double PANEL_X = 1128;
    private static final double PANEL_Y = 100;
    private static final double PANEL_WIDTH = 400;
    private static final double PANEL_HEIGHT = 160;
    private static final double SENTENCE_BOTTOM = 258;

    private final Page page;
    private final Graphics2D g;

    ReportHead(Page page) {
        this.page = page;
        this.g = page.g();
    }

    void draw() {
        origin();
        double y = title();
        sentence(y);
        verdict();
    }

    private void origin() {
        g.drawImage(Icons.application(64), (int) Page.LEFT, 48, 22, 22, null);
        double x = Ink.left(g, page.bold(14), page.color("text"), "RecLens", Page.LEFT + 32, 64);
        Ink.left(g, page.regular(13), page.color("text-second"), page.text("report.kind"), x + 12, 64);
        String user =
                page.text("report.user", page.explanation().window().history().user());
        String label = page.options().userLabel();
        String who = label.isEmpty() ? user : page.messages().list(List.of(user, label));
        String date = new Dates(page.messages()).full(page.options().date());
        String workspace = page.explanation().provenance().workspace();
        String right = String.join("   \u00B7   ", List.of(workspace, who, date));
        right = Ink.fit(g, page.regular(13), right, 900);
        Ink.right(g, page.regular(13), page.color("text-second"), right, Page.RIGHT, 64);
    }

    /** As large as fits one line, down to 26; then in two lines. Returns the last baseline. */
    private double title() {
        String title = page.sentences()
                .title(page.explanation().target().item(), page.explanation().catalog());
        for (int size = 40; size >= 26; size -= 2) {
            Font font = page.bold(size);
            if (Ink.width(g, font, title) <= TEXT_WIDTH) {
                Ink.left(g, font, page.color("text"), title, Page.LEFT, 138);
                return 138;
            }
        }
        Font font = page.bold(26);
        TextBlock block = new TextBlock(g, RichText.plain(title), font, font, TEXT_WIDTH);
        return block.draw(page.color("text"), Page.LEFT, 122, 32, 2, TEXT_WIDTH) - 32;
    }

    private void sentence(double titleBaseline) {
        RichText text = page.sentences().why(page.explanation(), page.method());
        for (int size = 22; ; size--) {
            double line = Math.round(size * 1.45);
            TextBlock block = new TextBlock(g, text, page.regular(size), page.bold(size), TEXT_WIDTH);
            double first = titleBaseline + line + 10;
            if (size == 14 || first + (block.lineCount() - 1) * line <= SENTENCE_BOTTOM) {
                int most = Math.max(1, (int) ((SENTENCE_BOTTOM - first) / line) + 1);
                block.draw(page.color("text"), Page.LEFT, first, line, most, TEXT_WIDTH);
                return;
            }
        }
    }

    private void verdict() {
        Faithfulness check = page.faithfulness();
        String token = check == null ? "none" : Tokens.verdictToken(check.verdict());
        RoundRectangle2D panel =
                new RoundRectangle2D.Double(PANEL_X + 0.5, PANEL_Y + 0.5, PANEL_WIDTH - 1, PANEL_HEIGHT - 1, 16, 16);
        g.setColor(page.color(token + "-fill"));
        g.fill(panel);
        g.setColor(page.color(token + "-edge"));
        g.setStroke(new BasicStroke(1));
        g.draw(panel);
        String icon = check == null ? "unchecked" : check.verdict().key();
        Icons.draw(g, Icons.verdict(icon), page.color(token), PANEL_X + 24, PANEL_Y + 18, 28);
        Ink.left(g, page.bold(20), page.color(token), page.sentences().verdictTitle(check), PANEL_X + 64, PANEL_Y + 39);
        RichText reason = RichText.plain(page.sentences().verdictSentence(check));
        double width = PANEL_WIDTH - 48;
        for (int size = 14; size >= 12; size--) {
            double line = size + 6;
            TextBlock block = new TextBlock(g, reason, page.regular(size), page.bold(size), width);
            int most = (int) ((PANEL_HEIGHT - 66 - 16) / line) + 1;
            if (block.lineCount() <= most || size == 12) {
                block.draw(page.color("text"), PANEL_X + 24, PANEL_Y + 66, line, most, width);
                return;
            }
        }
    }
}
