package reclens.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reclens.explanation.Verdict;

class IconsTest {
    @ParameterizedTest
    @ValueSource(strings = {"view", "cart", "purchase", "wishlist", "rating", "click", "share", ""})
    void everyEventTypeHasAShapeInsideItsSquare(String type) {
        Shape shape = Icons.event(type);

        assertThat(shape.getBounds2D().isEmpty()).isFalse();
        assertThat(shape.getBounds2D().getMinX()).isGreaterThanOrEqualTo(0);
        assertThat(shape.getBounds2D().getMaxY()).isLessThanOrEqualTo(24.01);
    }

    @Test
    void unknownEventTypesShareTheNeutralIcon() {
        assertThat(Icons.eventFile("share")).isEqualTo("other");
        assertThat(Icons.eventToken("share")).isEqualTo("event-other");
        assertThat(Icons.eventFile("Purchase")).isEqualTo("purchase");
        assertThat(Icons.eventFile("like")).isEqualTo("wishlist");
        assertThat(Icons.eventToken("add_to_cart")).isEqualTo("event-cart");
    }

    @ParameterizedTest
    @EnumSource
    void everyVerdictHasAnIconOfItsOwn(Verdict verdict) {
        assertThat(Arrays.stream(Verdict.values())
                        .filter(v -> v != verdict)
                        .map(v -> Icons.path("verdicts/" + v.key())))
                .doesNotContain(Icons.path("verdicts/" + verdict.key()))
                .doesNotContain(Icons.path("verdicts/unchecked"));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 48, 64, 128, 256, 512})
    void theApplicationIconComesInEverySize(int size) {
        assertThat(Icons.application(size).getWidth()).isEqualTo(size);
        assertThat(Icons.application(size).getRGB(size / 2, size / 10)).isEqualTo(0xff8250df);
    }

    @Test
    void theListOfLicencesNamesEveryLibrary() throws IOException {
        String list;
        try (InputStream in = Icons.class.getResourceAsStream("/META-INF/THIRD-PARTY.md")) {
            list = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String pom = Files.readString(Path.of("pom.xml"));
        Matcher dependency = Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL)
                .matcher(pom.substring(0, pom.indexOf("<build>")));
        while (dependency.find()) {
            String text = dependency.group(1);
            if (!text.contains("<scope>test</scope>")) {
                String name = text.replaceAll("(?s).*?<artifactId>(.*?)</artifactId>.*", "$1");
                assertThat(list).contains(name);
            }
        }
    }
}
