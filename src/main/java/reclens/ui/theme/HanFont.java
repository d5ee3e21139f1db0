package reclens.ui.theme;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import reclens.chart.Fonts;

/**
 * The family of Chinese text. Left alone, JavaFX takes any installed face that has the characters, often one with Japanese
 * forms or with punctuation in the middle of its square.
 */
public final class HanFont {
    private static final Map<Font, Font> SAME_SIZE = new HashMap<>(); // of the window's thread

    private HanFont() {}

    /** Asked for only where there is Chinese to show: listing what is installed takes its time. */
    private static final class Installed {
        static final Optional<String> FAMILY = firstOf(Font.getFamilies());
    }

    /** The first known family for Chinese that is installed. */
    static Optional<String> family() {
        return Installed.FAMILY;
    }

    /** Whether the words of a language can be read on this computer; Chinese would be boxes without a font for it. */
    public static boolean shows(Locale language) {
        return !language.getLanguage().equals(Locale.CHINESE.getLanguage()) || family().isPresent();
    }

    static Optional<String> firstOf(List<String> installed) {
        return Fonts.CJK_FAMILIES.stream().filter(installed::contains).findFirst();
    }

    /** {@code font}, or the Chinese family in its size and weight where the text has a Chinese character. */
    public static Font of(Font font, String text) {
        if (text.codePoints().noneMatch(HanFont::isChinese) || family().isEmpty()) {
            return font;
        }
        return SAME_SIZE.computeIfAbsent(
                font,
                f -> Font.font(
                        family().get(),
                        f.getStyle().contains("Bold") ? FontWeight.BOLD : FontWeight.NORMAL,
                        f.getSize()));
    }

    /** Characters, and the punctuation and brackets that stand in a square of their own. */
    static boolean isChinese(int character) {
        return Character.isIdeographic(character)
                || character >= 0x3000 && character <= 0x303F
                || character >= 0xFF00 && character <= 0xFFEF;
    }
}
