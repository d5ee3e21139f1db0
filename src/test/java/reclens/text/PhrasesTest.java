package reclens.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reclens.text.source.SourceTexts;

/** Every text that the sources below the window make for people is in the Chinese catalogue, and nothing else is. */
class PhrasesTest {
    private static final Path CATALOGUE = Path.of("src/main/resources/reclens/text/problems_zh.po");
    private static final Pattern HOLE = Pattern.compile("\\{(\\d+)(?:,text)?}");

    /** The same in both languages: names of types and options, and text as it stands in files. */
    private static final Set<String> NAMES = Set.of(
            "0 <= dropout < 1",
            "None",
            "bool",
            "bytes",
            "null",
            "dtype {0}",
            "descr, fortran_order, shape",
            "float32, float64, int64, bool",
            "fortran_order: True",
            "{ \"name\": value, ... }");

    private static String file;
    private static Map<String, String> catalogue;
    private static Map<String, Set<String>> texts;

    @BeforeAll
    static void read() throws IOException {
        file = Files.readString(CATALOGUE);
        catalogue = Phrasebook.entries(file);
        texts = SourceTexts.collect(
                (text, hole) -> catalogue.getOrDefault(text, "").contains("{" + hole + ",text}"));
    }

    private static List<String> holes(String text) {
        return HOLE.matcher(text).results().map(r -> r.group(1)).sorted().toList();
    }

    @Test
    void theSourcesWereRead() {
        assertThat(texts).hasSizeGreaterThan(450).containsKey("tensor '{0}' is missing");
    }

    @Test
    void everyTextHasATranslation() {
        Map<String, Set<String>> missing = new TreeMap<>(texts);
        missing.keySet().removeAll(catalogue.keySet());
        assertThat(missing).as("texts that are not in " + CATALOGUE).isEmpty();
    }

    @Test
    void everyTranslationIsOfATextThatTheSourcesMake() {
        Set<String> unused = new TreeSet<>(catalogue.keySet());
        unused.removeAll(texts.keySet());
        assertThat(unused).isEmpty();
    }

    @Test
    void everyTranslationHasTheHolesOfItsText() {
        catalogue.forEach(
                (english, chinese) -> assertThat(holes(chinese)).as(english).isEqualTo(holes(english)));
    }

    @Test
    void everyTextStandsOnceOnALineOfItsOwn() {
        assertThat(file.lines().filter(l -> l.startsWith("msgid"))).hasSize(catalogue.size() + 1);
        assertThat(file.lines()).allMatch(l -> l.isEmpty() || l.matches("#.*|msg(id|str) \"([^\"\\\\]|\\\\.)*\""));
    }

    @Test
    void noTranslationWasLeftInEnglish() {
        assertThat(catalogue.entrySet().stream()
                        .filter(e -> e.getValue().codePoints().noneMatch(Character::isIdeographic))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(NAMES);
    }

    @Test
    void chineseHasChinesePunctuation() {
        catalogue.forEach((english, chinese) -> assertThat(chinese)
                .as(english)
                .doesNotContainPattern("\\p{IsHan}[,;:?!.](?![.\\d])|[,;:?!]\\p{IsHan}|\\p{IsHan}\\("));
    }
}
