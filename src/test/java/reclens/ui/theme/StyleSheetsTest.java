package reclens.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class StyleSheetsTest {
    private static String text(String url) {
        return new String(Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1)), StandardCharsets.UTF_8);
    }

    @Test
    void sizesGrowAndColoursStay() {
        assertThat(StyleSheets.larger(".a { -fx-font-size: 12px; -fx-padding: 4px 1.5px; -fx-fill: #12ab00; }", 1.5))
                .isEqualTo(".a { -fx-font-size: 18.00px; -fx-padding: 6.00px 2.25px; -fx-fill: #12ab00; }");
    }

    @Test
    void theSheetOfPopupsLeavesTheInsideOfTheWindowAlone() {
        assertThat(text(StyleSheets.popups(1.25))
                        .lines()
                        .filter(l -> l.startsWith("."))
                        .filter(l -> l.contains("{")))
                .allMatch(l -> l.matches("\\.(popup|combo-box-popup|tooltip|context-menu|menu-item)\\b.*"));
    }
}
