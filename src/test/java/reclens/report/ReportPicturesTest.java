package reclens.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import reclens.SampleExplanation;
import reclens.chart.Theme;
import reclens.chart.Tokens;
import reclens.explanation.Explanation;
import reclens.explanation.Verdict;

class ReportPicturesTest {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 21);
    private static final ReportOptions OPTIONS = ReportOptions.of(1, DATE).withUserLabel("weekend camper");
    private static final String LONG =
            "The extraordinarily long title of a four season expedition tent with two vestibules, a footprint and spare poles (2)";

    private final Explanation explanation = SampleExplanation.sample().build();

    @Test
    void drawsAPageOf1600By1200TimesTheScale() throws IOException {
        BufferedImage once = picture("report-light", explanation, OPTIONS);
        BufferedImage twice = ReportRenderer.render(explanation, null, ReportOptions.of(2, DATE));

        assertThat(once.getWidth()).isEqualTo(1600);
        assertThat(once.getHeight()).isEqualTo(1200);
        assertThat(twice.getWidth()).isEqualTo(3200);
        assertThat(twice.getHeight()).isEqualTo(2400);
    }

    @Test
    void paintsTheVerdictPanelInTheColourOfTheVerdict() throws IOException {
        Tokens light = Tokens.of(Theme.LIGHT);
        for (Verdict verdict : Verdict.values()) {
            Explanation checked = SampleExplanation.sample().verdict(verdict).build();
            BufferedImage image = picture("report-" + verdict.key(), checked, OPTIONS);

            assertThat(image.getRGB(1140, 250))
                    .isEqualTo(
                            light.color(Tokens.verdictToken(verdict) + "-fill").getRGB());
        }
    }

    @Test
    void paintsTheStrongestBarInTheColourOfSupport() throws IOException {
        BufferedImage image = picture("report-dark", explanation, OPTIONS.withTheme(Theme.DARK));

        assertThat(image.getRGB(20, 20))
                .isEqualTo(Tokens.of(Theme.DARK).color("surface").getRGB());
        assertThat(image.getRGB(500, 461))
                .isEqualTo(Tokens.of(Theme.DARK).color("supports").getRGB());
    }

    @Test
    void drawsWithoutFeatures() throws IOException {
        Explanation bare = SampleExplanation.sample()
                .withoutFeatures()
                .withoutCounterfactual()
                .build();

        assertThat(picture("report-no-features", bare, OPTIONS)).isNotNull();
    }

    @Test
    void drawsOneEvent() throws IOException {
        assertThat(picture(
                        "report-one-event", SampleExplanation.sample().events(1).build(), OPTIONS))
                .isNotNull();
    }

    @Test
    void drawsNoEvent() throws IOException {
        assertThat(picture(
                        "report-no-event", SampleExplanation.sample().events(0).build(), OPTIONS))
                .isNotNull();
    }

    @Test
    void drawsTitlesOf120Characters() throws IOException {
        Explanation wordy =
                SampleExplanation.sample().title(LONG).eventTitle(LONG).build();

        assertThat(picture("report-long", wordy, OPTIONS)).isNotNull();
    }

    @Test
    void drawsChineseTitles() throws IOException {
        Explanation chinese = SampleExplanation.sample()
                .title("北方露营 650 睡袋，适合四季使用的轻便羽绒睡袋")
                .eventTitle("山脊二号帐篷（双人）")
                .build();

        assertThat(picture("report-chinese", chinese, OPTIONS)).isNotNull();
    }

    @Test
    void drawsWithoutDatesTypesAndCheck() throws IOException {
        Explanation bare = SampleExplanation.sample()
                .withoutDates()
                .withoutEventTypes()
                .withoutFaithfulness()
                .build();

        assertThat(picture("report-bare", bare, OPTIONS)).isNotNull();
    }

    @Test
    void writesTheSameBytesForTheSameInput() {
        byte[] first = ReportWriter.png(explanation, SampleExplanation.trace(50, 0), OPTIONS);
        byte[] second = ReportWriter.png(SampleExplanation.sample().build(), SampleExplanation.trace(50, 0), OPTIONS);

        assertThat(first).isEqualTo(second);
    }

    @Test
    void saysInItsMetadataWhereItComesFrom() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        Element tree = tree(ReportWriter.png(explanation, null, OPTIONS));
        NodeList entries = tree.getElementsByTagName("iTXtEntry");
        for (int i = 0; i < entries.getLength(); i++) {
            Element entry = (Element) entries.item(i);
            texts.put(entry.getAttribute("keyword"), entry.getAttribute("text"));
        }

        assertThat(texts)
                .containsEntry("Software", "RecLens 0.1.0")
                .containsEntry("Title", "Nordvik 650 Sleeping Bag")
                .containsEntry("reclens:model-sha256", explanation.provenance().sha256())
                .containsEntry("reclens:method", "leave_one_out")
                .containsEntry("reclens:user", "u0417")
                .containsEntry("reclens:item", "target")
                .containsEntry("reclens:verdict", "supported")
                .containsEntry("Creation Time", "2026-11-21");
    }

    @Test
    void statesItsDensity() throws IOException {
        Element tree = tree(ReportWriter.png(explanation, null, ReportOptions.of(2, DATE)));
        Element density = (Element) tree.getElementsByTagName("pHYs").item(0);

        assertThat(density.getAttribute("pixelsPerUnitXAxis")).isEqualTo("7559");
        assertThat(density.getAttribute("unitSpecifier")).isEqualTo("meter");
    }

    private static Element tree(byte[] png) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
            reader.setInput(in);
            return (Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage picture(String name, Explanation explanation, ReportOptions options)
            throws IOException {
        int n = explanation.window().length();
        byte[] png = ReportWriter.png(explanation, SampleExplanation.trace(n, 50 - Math.min(50, n)), options);
        Path folder = Files.createDirectories(Path.of("target", "pictures"));
        Files.write(folder.resolve(name + ".png"), png);
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
