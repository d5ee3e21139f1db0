package reclens.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** English and Simplified Chinese say the same: every key, with the same arguments, in both languages. */
class LanguagesTest {
    private static final Path RESOURCES = Path.of("src/main/resources/reclens");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)[^}]*}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern LETTERS = Pattern.compile("\\p{IsLatin}{2,}[\\p{IsLatin}\\d]*");
    private static final Pattern MNEMONIC = Pattern.compile("_\\p{Alnum}");
    private static final Pattern KEY_IN_CODE =
            Pattern.compile("\\bUiText\\s*\\.\\s*(?:get|format)\\(\\s*\"([^\"]+)\"\\s*[,)]");

    /** Words that stay as they are in Chinese. Whatever else has no Chinese character in it was forgotten. */
    private static final Set<String> NAMES = Set.of(
            "RecLens",
            "ALTI",
            "SASRec",
            "BERT4Rec",
            "SASRecF",
            "FDSA",
            "DIN",
            "NARM",
            "STAMP",
            "AutoInt",
            "AFM", // models
            "NR",
            "AL",
            "GI",
            "GA",
            "IG", // methods, in two letters
            "mask",
            "logit",
            "Kendall",
            "Dropout",
            "config",
            "json", // of the field, and of files
            "Ctrl",
            "Shift",
            "Delete",
            "Insert",
            "Enter",
            "Esc",
            "Tab",
            "Home",
            "End",
            "Page",
            "Up",
            "Down"); // keys

    @AfterEach
    void english() {
        UiText.use(Locale.ENGLISH);
    }

    /** The texts of a file; a key that stands in it twice is an error, of which {@link Properties} says nothing. */
    private static Properties words(String name) throws IOException {
        List<Object> twice = new ArrayList<>();
        Properties words = new Properties() {
            private static final long serialVersionUID = 1;

            @Override
            public synchronized Object put(Object key, Object value) {
                Object before = super.put(key, value);
                if (before != null) {
                    twice.add(key);
                }
                return before;
            }
        };
        try (Reader in = Files.newBufferedReader(RESOURCES.resolve(name), StandardCharsets.UTF_8)) {
            words.load(in);
        }
        assertThat(twice).as("keys that stand twice in " + name).isEmpty();
        return words;
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(r -> r.group(1))
                .sorted()
                .distinct()
                .toList();
    }

    private static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }

    @Test
    void everyFileOfTextsIsOneOfTheTwoThatAreComparedHere() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            assertThat(files.filter(f -> f.toString().endsWith(".properties"))
                            .map(f -> RESOURCES.relativize(f).toString().replace('\\', '/')))
                    .containsExactlyInAnyOrder(
                            "text/messages.properties",
                            "text/messages_zh.properties",
                            "ui/ui.properties",
                            "ui/ui_zh.properties");
        }
    }

    @ParameterizedTest
    @CsvSource({"text/messages, 350", "ui/ui, 750"})
    void bothLanguagesHaveTheSameKeys(String bundle, int atLeast) throws IOException {
        Set<String> english = words(bundle + ".properties").stringPropertyNames();
        Set<String> chinese = words(bundle + "_zh.properties").stringPropertyNames();
        assertThat(english).hasSizeGreaterThan(atLeast);
        assertThat(chinese).containsExactlyInAnyOrderElementsOf(english);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/messages", "ui/ui"})
    void bothLanguagesTakeTheSameArgumentsAndMarks(String bundle) throws IOException {
        Properties english = words(bundle + ".properties");
        Properties chinese = words(bundle + "_zh.properties");
        for (String key : english.stringPropertyNames()) {
            String en = english.getProperty(key);
            String zh = chinese.getProperty(key, "");
            assertThat(places(zh)).as(key).isEqualTo(places(en));
            assertThat(zh.split("\\*\\*", -1)).as("bold in " + key).hasSameSizeAs(en.split("\\*\\*", -1));
            if (key.startsWith("menu.")) {
                assertThat(count(MNEMONIC, zh)).as("mnemonic of " + key).isEqualTo(count(MNEMONIC, en));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/messages.properties",
                "text/messages_zh.properties",
                "ui/ui.properties",
                "ui/ui_zh.properties"
            })
    void everyTextSaysSomethingAndIsAPattern(String file) throws IOException {
        words(file).forEach((key, text) -> {
            assertThat((String) text).as((String) key).isNotBlank();
            assertThatCode(() -> new MessageFormat((String) text, Locale.ROOT))
                    .as((String) key)
                    .doesNotThrowAnyException();
            // A straight apostrophe starts a quotation in a pattern, and swallows the arguments after it.
            assertThat((String) text).as((String) key).doesNotContain("'");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/messages", "ui/ui"})
    void noChineseTextWasLeftInEnglish(String bundle) throws IOException {
        words(bundle + "_zh.properties").forEach((key, text) -> {
            String said = PLACE.matcher((String) text).replaceAll(" ");
            if (!HAN.matcher(said).find() && !((String) key).endsWith(".icon")) {
                assertThat(LETTERS.matcher(said).results().map(MatchResult::group))
                        .as("%s=%s", key, text)
                        .isSubsetOf(NAMES);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/messages", "ui/ui"})
    void chineseSentencesHaveChinesePunctuation(String bundle) throws IOException {
        words(bundle + "_zh.properties").forEach((key, text) -> assertThat((String) text)
                .as((String) key)
                .doesNotContainPattern("\\p{IsHan}[,;:?!.]|[,;:?!]\\p{IsHan}|\\p{IsHan}\\((?!_)"));
    }

    @Test
    void everyKeyThatTheCodeNamesIsAText() throws IOException {
        Set<String> known = words("ui/ui.properties").stringPropertyNames();
        List<String> named = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/reclens/ui"))) {
            for (Path source :
                    sources.filter(f -> f.toString().endsWith(".java")).toList()) {
                KEY_IN_CODE.matcher(Files.readString(source)).results().forEach(r -> named.add(r.group(1)));
            }
        }
        assertThat(named).hasSizeGreaterThan(300);
        assertThat(known).containsAll(named);
    }

    @Test
    void theWindowSpeaksTheChosenLanguage() {
        UiText.use(Locale.SIMPLIFIED_CHINESE);
        assertThat(UiText.get("history.title")).isEqualTo("历史");
        assertThat(UiText.plural("history.events", 3, "3")).isEqualTo("3 个事件");
        UiText.use(Locale.ENGLISH);
        assertThat(UiText.get("history.title")).isEqualTo("History");
    }
}
