package reclens.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanguagesTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d+}");

    @AfterEach
    void english() {
        UiText.use(Locale.ENGLISH);
    }

    private static Properties words(String name) throws IOException {
        Properties words = new Properties();
        try (InputStream in = LanguagesTest.class.getResourceAsStream("/reclens/" + name)) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words;
    }

    private static TreeSet<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyChineseTextHasAnEnglishOneWithTheSamePlaceholders() throws IOException {
        Properties english = words("ui/ui.properties");
        words("ui/ui_zh.properties").forEach((key, text) -> {
            assertThat(english).containsKey(key);
            assertThat(places((String) text)).as((String) key).isEqualTo(places(english.getProperty((String) key)));
        });
    }

    @Test
    void everyChineseSentenceHasAnEnglishOneWithTheSamePlaceholders() throws IOException {
        Properties english = words("text/messages.properties");
        words("text/messages_zh.properties").forEach((key, text) -> {
            assertThat(english).containsKey(key);
            assertThat(places((String) text)).as((String) key).isEqualTo(places(english.getProperty((String) key)));
        });
    }

    @Test
    void welcomePageWizardAndPanesAreChineseThroughout() throws IOException {
        Properties chinese = words("ui/ui_zh.properties");
        assertThat(words("ui/ui.properties").stringPropertyNames().stream()
                        .filter(k -> k.matches("(welcome|wizard|session|search|users|history)\\..*"))
                        .filter(k -> !chinese.containsKey(k)))
                .isEmpty();
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
