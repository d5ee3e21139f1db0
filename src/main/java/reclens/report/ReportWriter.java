package reclens.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import reclens.domain.AttentionTrace;
import reclens.explanation.Explanation;
import reclens.explanation.Faithfulness;
import reclens.explanation.Method;
import reclens.text.Messages;
import reclens.text.Sentences;

/** Writes a report as PNG that says in its text metadata where it comes from. The same input gives the same bytes. */
public final class ReportWriter {
    /** Keyword of the language that title and description are written in. */
    public static final String LANGUAGE = "reclens:language";

    private static final String FORMAT = "javax_imageio_png_1.0";
    /** 96 dots an inch at scale 1. */
    private static final double PIXELS_PER_METRE = 96 / 0.0254;

    private ReportWriter() {}

    /** The whole PNG file. */
    public static byte[] png(Explanation explanation, AttentionTrace trace, ReportOptions options) {
        BufferedImage image = ReportRenderer.render(explanation, trace, options);
        return encode(image, metadata(explanation, options), options.scale());
    }

    /** What the report was made from, by the keywords of its text metadata. */
    public static Map<String, String> metadata(Explanation explanation, ReportOptions options) {
        Sentences sentences = new Sentences(Messages.of(options.locale()));
        Method method = Sentences.leading(explanation);
        Faithfulness check = explanation.faithfulness().get(method);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("Software", "RecLens " + explanation.provenance().application());
        texts.put("Title", sentences.title(explanation.target().item(), explanation.catalog()));
        texts.put("Description", sentences.why(explanation, method).text());
        texts.put("Creation Time", options.date().toString());
        texts.put("reclens:workspace", explanation.provenance().workspace());
        texts.put("reclens:model-type", explanation.provenance().modelType());
        texts.put("reclens:model-variant", explanation.provenance().variant());
        texts.put("reclens:model-file", explanation.provenance().modelFile());
        texts.put("reclens:model-sha256", explanation.provenance().sha256());
        texts.put("reclens:user", explanation.window().history().user());
        texts.put(
                "reclens:events", String.valueOf(explanation.window().history().size()));
        texts.put("reclens:item", explanation.target().item());
        texts.put("reclens:rank", String.valueOf(explanation.target().rank()));
        texts.put("reclens:score", String.valueOf(explanation.target().score()));
        texts.put("reclens:method", method.key());
        texts.put("reclens:seen", explanation.seenPolicy());
        texts.put(
                "reclens:verdict", check == null ? "unchecked" : check.verdict().key());
        if (check != null) {
            texts.put("reclens:deletion-auc", String.valueOf(check.deletionAuc()));
            texts.put("reclens:random-auc-q05", String.valueOf(check.randomAucQ05()));
            texts.put("reclens:recency-auc", String.valueOf(check.recencyAuc()));
            texts.put("reclens:random-orders", check.repeats() + ", seed " + check.seed());
        }
        texts.put(LANGUAGE, options.locale().toLanguageTag());
        texts.put("reclens:scale", String.valueOf(options.scale()));
        return texts;
    }

    private static byte[] encode(BufferedImage image, Map<String, String> texts, int scale) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), parameters);
            metadata.mergeTree(FORMAT, tree(texts, scale));
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, metadata), parameters);
        } catch (IIOInvalidTreeException e) {
            throw new IllegalStateException("the PNG writer refuses the metadata", e);
        } catch (IOException e) {
            throw new UncheckedIOException("a PNG could not be encoded in memory", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static IIOMetadataNode tree(Map<String, String> texts, int scale) {
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        IIOMetadataNode density = new IIOMetadataNode("pHYs");
        String perMetre = String.valueOf(Math.round(PIXELS_PER_METRE * scale));
        density.setAttribute("pixelsPerUnitXAxis", perMetre);
        density.setAttribute("pixelsPerUnitYAxis", perMetre);
        density.setAttribute("unitSpecifier", "meter");
        root.appendChild(density);
        IIOMetadataNode all = new IIOMetadataNode("iTXt");
        texts.forEach((keyword, text) -> {
            IIOMetadataNode entry = new IIOMetadataNode("iTXtEntry");
            entry.setAttribute("keyword", keyword);
            entry.setAttribute("compressionFlag", "FALSE");
            entry.setAttribute("compressionMethod", "0");
            entry.setAttribute("languageTag", "");
            entry.setAttribute("translatedKeyword", "");
            entry.setAttribute("text", text);
            all.appendChild(entry);
        });
        root.appendChild(all);
        return root;
    }
}
