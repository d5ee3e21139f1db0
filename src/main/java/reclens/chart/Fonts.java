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
 * Roboto for Java2D, registered once from the TTFs that the library {@code flatlaf-fonts-roboto} brings, and a Chinese
 * family for text that Roboto cannot show. The family names are the ones that JavaFX knows when it loads {@link
 * #RESOURCES}, so that a chart looks the same on the screen and in a report.
 */
public final class Fonts {
    /** Class path resources of the weights 400, 500, 700, to be loaded by JavaFX as well. */
    public static final List<String> RESOURCES = List.of(
            "/com/formdev/flatlaf/fonts/roboto/Roboto-Regular.ttf",
            "/com/formdev/flatlaf/fonts/roboto/Roboto-Medium.ttf",
            "/com/formdev/flatlaf/fonts/roboto/Roboto-Bold.ttf");

    public static final String FAMILY = "Roboto";
    public static final String MEDIUM_FAMILY = "Roboto Medium";
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

    private static final Fonts INSTANCE = new Fonts();

    private final Font regular;
    private final Font medium;
    private final Font bold;
    private final String fallback;

    private Fonts() {
        regular = load(RESOURCES.get(0));
        medium = load(RESOURCES.get(1));
        bold = load(RESOURCES.get(2));
        Set<String> installed =
                Set.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ROOT));
        fallback = CJK_FAMILIES.stream().filter(installed::contains).findFirst().orElse(Font.DIALOG);
    }

    public static Fonts get() {
        return INSTANCE;
    }

    /** Weight 400. */
    public Font regular(double size) {
        return regular.deriveFont((float) size);
    }

    /** Weight 500. */
    public Font medium(double size) {
        return medium.deriveFont((float) size);
    }

    /** Weight 700. */
    public Font bold(double size) {
        return bold.deriveFont((float) size);
    }

    /** {@code font} where it can show the text, else a family that can, in the same size and weight. */
    public Font forText(Font font, String text) {
        return font.canDisplayUpTo(text) < 0
                ? font
                : new Font(fallback, font.isBold() ? Font.BOLD : Font.PLAIN, 1).deriveFont(font.getSize2D());
    }

    private static Font load(String resource) {
        try (InputStream in = Objects.requireNonNull(Fonts.class.getResourceAsStream(resource), resource)) {
            Font font = Font.createFont(Font.TRUETYPE_FONT, in);
            GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
            // FXGraphics2D looks a font up by family and style, so bold must be a style and not only a file.
            boolean bold = resource.endsWith("-Bold.ttf");
            return bold ? new Font(FAMILY, Font.BOLD, 13) : font;
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(resource + " is no font", e);
        }
    }
}
