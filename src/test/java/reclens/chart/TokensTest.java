package reclens.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TokensTest {
    @ParameterizedTest
    @CsvSource({
        "canvas, #f6f8fa, #010409",
        "surface, #ffffff, #0d1117",
        "inset, #eef1f4, #161b22",
        "border, #d0d7de, #30363d",
        "border-quiet, #e3e8ed, #21262d",
        "grid, #e7ebef, #21262d",
        "axis, #8c959f, #6e7681",
        "text, #1f2328, #e6edf3",
        "text-second, #57606a, #9aa4af",
        "text-third, #6e7781, #7d8590",
        "accent-fill, #8250df, #8957e5",
        "accent, #8250df, #a98bfb",
        "selected, #f6f0ff, #1d1833",
        "tooltip, #ffffff, #161b22",
        "supports, #2f78b7, #5aa5e6",
        "against, #c8691c, #ec9a4f",
        "other, #8c959f, #6e7681",
        "recency, #9a6700, #e3b341",
        "good, #1a7f37, #4ac26b",
        "good-fill, #e6f6ea, #0f2417",
        "good-edge, #aadfb8, #1f5a31",
        "caution, #9a6700, #d9a521",
        "caution-fill, #fff8db, #271f0a",
        "caution-edge, #e9d18a, #5f4a10",
        "bad, #cf222e, #ff7b72",
        "bad-fill, #ffefee, #2a1215",
        "bad-edge, #f5b8b5, #6e2a2c",
        "event-view, #57606a, #c3cad2",
        "event-cart, #a87a00, #d9a521",
        "event-purchase, #075543, #16a085",
        "event-wishlist, #e03a9b, #ec4fb0"
    })
    void holdsTheColoursOfTheLook(String name, String light, String dark) {
        assertThat(Tokens.of(Theme.LIGHT).hex(name)).isEqualTo(light);
        assertThat(Tokens.of(Theme.DARK).hex(name)).isEqualTo(dark);
    }

    @ParameterizedTest
    @CsvSource({
        "text, surface",
        "text, canvas",
        "text, inset",
        "text, selected",
        "text, tooltip",
        "text-second, surface",
        "text-second, canvas",
        "text-second, inset",
        "text-second, selected",
        "text-third, surface",
        "accent, surface",
        "accent, selected",
        "good, surface",
        "good, good-fill",
        "caution, surface",
        "caution, caution-fill",
        "bad, surface",
        "bad, bad-fill",
        "none, none-fill",
        "recency, surface"
    })
    void textStandsOutByFourAndAHalfToOne(String text, String ground) {
        for (Theme theme : Theme.values()) {
            assertThat(contrast(Tokens.of(theme), text, ground))
                    .as("%s on %s, %s", text, ground, theme)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "supports",
        "against",
        "other",
        "axis",
        "recency",
        "accent",
        "event-view",
        "event-cart",
        "event-purchase",
        "event-wishlist",
        "event-other"
    })
    void barsAndIconsStandOutByThreeToOne(String mark) {
        for (Theme theme : Theme.values()) {
            assertThat(contrast(Tokens.of(theme), mark, "surface"))
                    .as("%s, %s", mark, theme)
                    .isGreaterThanOrEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void zeroIsTheExactCentreOfTheDivergingMap(Theme theme) {
        Tokens tokens = Tokens.of(theme);

        assertThat(tokens.diverging().signedArgb(0, 2))
                .isEqualTo(tokens.color("diverging-3").getRGB());
        assertThat(tokens.diverging().signedArgb(2, 2))
                .isEqualTo(tokens.color("diverging-6").getRGB());
        assertThat(tokens.diverging().signedArgb(-2, 2))
                .isEqualTo(tokens.color("diverging-0").getRGB());
    }

    @Test
    void theSequentialMapStartsDarkAndEndsYellow() {
        ColorMap map = Tokens.of(Theme.LIGHT).sequential();

        assertThat(map.color(0)).isEqualTo(Color.decode("#00204d"));
        assertThat(map.color(1)).isEqualTo(Color.decode("#ffea46"));
        assertThat(map.color(7)).isEqualTo(map.color(1));
        assertThat(map.color(Double.NaN)).isEqualTo(map.color(0));
    }

    @ParameterizedTest
    @EnumSource
    void everySequentialMapGetsSteadilyLighter(SequentialMap chosen) {
        ColorMap map = Tokens.of(Theme.LIGHT, chosen).sequential();
        for (int i = 1; i <= 100; i++) {
            assertThat(Tokens.luminance(map.color(i / 100.0)))
                    .isGreaterThanOrEqualTo(Tokens.luminance(map.color((i - 1) / 100.0)) - 0.002);
        }
    }

    @Test
    void inkInCellsReadsOnEveryColour() {
        for (Theme theme : Theme.values()) {
            Tokens tokens = Tokens.of(theme);
            for (int i = 0; i <= 100; i++) {
                List<ColorMap> maps = new ArrayList<>(List.of(tokens.diverging()));
                for (SequentialMap chosen : SequentialMap.values()) {
                    maps.add(Tokens.of(theme, chosen).sequential());
                }
                for (ColorMap map : maps) {
                    Color ground = map.color(i / 100.0);
                    assertThat(contrast(tokens.ink(ground), ground)).isGreaterThanOrEqualTo(3);
                }
            }
        }
    }

    @Test
    void anotherMapTakesThePlaceOfTheStopsInTheStyleSheetToo() {
        Tokens viridis = Tokens.of(Theme.DARK, SequentialMap.VIRIDIS);
        assertThat(viridis.css()).contains("-rl-sequential-0: #440154;");
        assertThat(viridis.sequential().color(1)).isEqualTo(Color.decode("#fde725"));
        assertThat(viridis.hex("surface")).isEqualTo(Tokens.of(Theme.DARK).hex("surface"));
    }

    @ParameterizedTest
    @EnumSource
    void theStyleSheetNamesEveryColour(Theme theme) {
        String css = Tokens.of(theme).css();

        assertThat(css).startsWith(".root {");
        assertThat(Tokens.of(theme).colorNames()).allSatisfy(name -> assertThat(css)
                .contains("-rl-" + name + ": " + Tokens.of(theme).hex(name) + ";"));
        assertThat(css).contains(".rl-size-card-title { -fx-font-size: 14px; }");
    }

    private static double contrast(Tokens tokens, String a, String b) {
        return contrast(tokens.color(a), tokens.color(b));
    }

    private static double contrast(Color a, Color b) {
        double la = Tokens.luminance(a) + 0.05;
        double lb = Tokens.luminance(b) + 0.05;
        return Math.max(la, lb) / Math.min(la, lb);
    }
}
