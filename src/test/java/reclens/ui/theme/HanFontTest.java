package reclens.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class HanFontTest {
    @Test
    void takesTheFirstFamilyForChineseThatIsInstalled() {
        assertThat(HanFont.firstOf(List.of("Arial", "SimSun", "Noto Sans CJK SC")))
                .hasValue("Noto Sans CJK SC");
        assertThat(HanFont.firstOf(List.of("Arial", "SimSun"))).hasValue("SimSun");
        assertThat(HanFont.firstOf(List.of("Arial"))).isEmpty();
    }

    @Test
    void englishCanAlwaysBeRead() {
        assertThat(HanFont.shows(Locale.ENGLISH)).isTrue();
    }

    @Test
    void chineseCanBeReadExactlyWhereThereIsAFamilyForIt() {
        assertThat(HanFont.shows(Locale.SIMPLIFIED_CHINESE))
                .isEqualTo(HanFont.family().isPresent());
    }

    @Test
    void countsCharactersAndWidePunctuationAsChineseAndNothingElse() {
        assertThat("中，（」".codePoints()).allMatch(HanFont::isChinese);
        assertThat("Aé–−…×τ(".codePoints()).noneMatch(HanFont::isChinese);
    }
}
