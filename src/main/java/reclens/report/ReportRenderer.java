package reclens.report;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import reclens.chart.Ink;
import reclens.domain.AttentionMap;
import reclens.domain.AttentionTrace;
import reclens.explanation.Attribution;
import reclens.explanation.Explanation;
import reclens.explanation.Method;
import reclens.text.Messages;
import reclens.text.Numbers;
import reclens.text.Sentences;

/** Draws an explanation as one page of 1600 x 1200 units. Needs no display; the same input gives the same picture. */
public final class ReportRenderer {
    private ReportRenderer() {}

    /**
     * @param trace attention of the explained forward pass, for the share on padding; null when it was not kept
     * @return 1600 x 1200 pixels times the scale
     */
    public static BufferedImage render(Explanation explanation, AttentionTrace trace, ReportOptions options) {
        int scale = options.scale();
        BufferedImage image = new BufferedImage(Page.WIDTH * scale, Page.HEIGHT * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            Ink.smooth(g);
            g.setRenderingHint(
                    java.awt.RenderingHints.KEY_INTERPOLATION, java.awt.RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            g.setColor(options.tokens().color("surface"));
            g.fillRect(0, 0, image.getWidth(), image.getHeight());
            g.scale(scale, scale);
            Method method = Sentences.leading(explanation);
            Page page = new Page(g, explanation, method, options, Messages.of(options.locale()));
            new ReportHead(page).draw();
            new ReportFigures(page).draw();
            new ReportBody(page).draw();
            new ReportFoot(page).draw(padding(page, trace));
        } finally {
            g.dispose();
        }
        return image;
    }

    /** How much of the last event's attention is on unused slots; empty where the model masks them or nobody knows. */
    private static String padding(Page page, AttentionTrace trace) {
        int slots = page.explanation().window().modelLength()
                - page.explanation().window().length();
        double share = Double.NaN;
        if (trace != null && !trace.maps().isEmpty() && trace.maps().get(0).rows() > 0) {
            int last = trace.layers() - 1;
            slots = trace.paddingSlots();
            share = trace.maps().stream()
                    .filter(m -> m.layer() == last)
                    .mapToDouble(ReportRenderer::lastPadding)
                    .average()
                    .orElse(Double.NaN);
        } else {
            Attribution attention = page.explanation().attributions().get(Method.ATTENTION);
            share = attention == null ? Double.NaN : attention.paddingMass();
        }
        if (Double.isNaN(share) || page.explanation().window().isEmpty()) {
            return "";
        }
        return share <= 0
                ? page.text("report.padding.none")
                : page.text("report.padding", Numbers.percent(share), slots);
    }

    private static double lastPadding(AttentionMap map) {
        return map.paddingMass()[map.rows() - 1];
    }
}
