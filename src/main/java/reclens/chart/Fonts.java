package reclens.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Roboto for Java2D, from the TTFs that the library {@code flatlaf-fonts-roboto} brings, and a Chinese family for text that
 * Roboto cannot show. JavaFX loads the same files and knows them by the same family, so that a chart looks the same on the
 * screen and in a report. Not registered with Java2D: that lists all installed fonts, which takes long where there are many.
 */
public final class Fonts {
    /** Families for Chinese, Japanese and Korean text, the first installed one is used. */
    public static final List<String> CJK_FAMILIES = List.of(
            "Noto Sans CJK SC",
            "Noto Sans SC",
            "Source Han Sans SC",
            "Source Han Sans CN",
            "Microsoft YaHei",
            "Microsoft YaHei UI",
            "PingFang SC",
            "Hiragino Sans GB",
            "WenQuanYi Micro Hei",
            "WenQuanYi Zen Hei",
            "Noto Serif CJK SC",
            "SimHei",
            "SimSun");

    private static final String FOLDER = "/com/formdev/flatlaf/fonts/roboto/";
    private static final Fonts INSTANCE = new Fonts();

    private final Font regular = load("Roboto-Regular.ttf");
    // FXGraphics2D looks a font up by family and style, so bold must be a style and not only a file.
    private final Font bold = load("Roboto-Bold.ttf").deriveFont(Font.BOLD);
    private String fallback;

    private Fonts() {}

    public static Fonts get() {
        return INSTANCE;
    }

    /** Weight 400. */
    public Font regular(double size) {
        return regular.deriveFont((float) size);
    }

    /** Weight 700. */
    public Font bold(double size) {
        return bold.deriveFont((float) size);
    }

    /** {@code font} where it can show the text, else a family that can, in the same size and weight. */
    public Font forText(Font font, String text) {
        return font.canDisplayUpTo(text) < 0
                ? font
                : new Font(fallback(), font.isBold() ? Font.BOLD : Font.PLAIN, 1).deriveFont(font.getSize2D());
    }

    /** Looked for when it is first needed: with many fonts installed, listing them takes long. */
    private synchronized String fallback() {
        if (fallback == null) {
            Set<String> installed =
                    Set.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ROOT));
            fallback = CJK_FAMILIES.stream()
                    .filter(installed::contains)
                    .findFirst()
                    .orElse(Font.DIALOG);
        }
        return fallback;
    }

    private static Font load(String file) {
        String resource = FOLDER + file;
        try (InputStream in = Objects.requireNonNull(Fonts.class.getResourceAsStream(resource), resource)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(resource + " is no font", e);
        }
    }
}
