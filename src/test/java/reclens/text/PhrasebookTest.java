package reclens.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class PhrasebookTest {
    private static Phrasebook book(String... entries) {
        StringBuilder catalogue = new StringBuilder();
        for (int i = 0; i < entries.length; i += 2) {
            catalogue.append("msgid \"%s\"\nmsgstr \"%s\"\n\n".formatted(entries[i], entries[i + 1]));
        }
        return Phrasebook.parse(catalogue.toString());
    }

    @Test
    void carriesValuesOverUntouchedInTheOrderOfTheTranslation() {
        assertThat(book("{0} of {1} lines", "{1} 行中的 {0} 行").say("$3 of a\\b {0} lines"))
                .isEqualTo("a\\b {0} 行中的 $3 行");
    }

    @Test
    void prefersTheTemplateWithTheMostText() {
        Phrasebook book = book("tensor '{0}' {1}", "张量{0}{1}", "tensor '{0}' is missing", "缺少张量{0}");
        assertThat(book.say("tensor 'a' is missing")).isEqualTo("缺少张量a");
        assertThat(book.say("tensor 'a' is new")).isEqualTo("张量ais new");
    }

    @Test
    void translatesAHoleThatIsATextItself() {
        Phrasebook book = book("no evolution: {0}", "没有演化：{0,text}", "no history", "没有历史");
        assertThat(book.say("no evolution: no history")).isEqualTo("没有演化：没有历史");
        assertThat(book.say("no evolution: something new")).isEqualTo("没有演化：something new");
    }

    @Test
    void leavesAnUnknownTextAsItIs() {
        assertThat(book("cancelled", "已取消").say("cancelled by nobody")).isEqualTo("cancelled by nobody");
    }

    @Test
    void takesQuotesAndBackslashesFromTheCatalogue() {
        assertThat(book("set \\\"{0}\\\" in C:\\\\", "在 C:\\\\ 设置 \\\"{0}\\\"").say("set \"a\" in C:\\"))
                .isEqualTo("在 C:\\ 设置 \"a\"");
    }

    @Test
    void matchesAValueOfSeveralLines() {
        assertThat(book("found {0}", "有 {0}").say("found a\nb")).isEqualTo("有 a\nb");
    }

    @Test
    void englishStaysToTheLetter() {
        assertThat(Messages.of(Locale.ENGLISH).phrase("cancelled")).isEqualTo("cancelled");
    }

    @Test
    void chineseHasTheCatalogueOfTheProgram() {
        assertThat(Messages.of(Locale.SIMPLIFIED_CHINESE).phrase("tensor 'emb.weight' is missing"))
                .isEqualTo("缺少张量“emb.weight”");
    }
}
