package reclens.ui.theme;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reclens.chart.Theme;

class BaseSheetsTest {
    private static final int FEWEST_RULES = 300;

    @Test
    void rulesOfControlsThatAreLeftOutAreGone() {
        assertThat(BaseSheets.trim(".date-picker > .arrow { -fx-padding: 1; } .button { -fx-padding: 2; }"))
                .doesNotContain("date-picker")
                .contains(".button { -fx-padding: 2; }");
    }

    @Test
    void theOtherSelectorsOfARuleStay() {
        assertThat(BaseSheets.trim(".tool-bar,\n.button, .chart-title { -fx-padding: 1; }"))
                .isEqualTo("\n.button{ -fx-padding: 1; }\n");
    }

    @Test
    void aNameThatOnlyBeginsLikeOneOfThemStays() {
        assertThat(BaseSheets.trim(".card-title { -fx-padding: 1; }")).contains(".card-title");
    }

    @Test
    void atRulesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaseSheets.trim("@import url('a.css');"))
                .withMessage("the base style sheet has at-rules, which are not expected in it");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theBuildMadeTheSheetOfEachTheme(Theme theme) throws IOException {
        String address = BaseSheets.of(theme);

        assertThat(address).contains("/reclens/ui/base/").endsWith(".bss");
        assertThat(Stylesheet.loadBinary(URI.create(address).toURL()).getRules())
                .hasSizeGreaterThan(FEWEST_RULES);
    }

    @Test
    void everythingThatIsLeftOutStandsInTheWholeSheet() throws IOException {
        try (InputStream in = BaseSheetsTest.class.getResourceAsStream("/atlantafx/base/theme/primer-light.css")) {
            String whole = new String(in.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(BaseSheets.LEFT_OUT.values().stream().flatMap(List::stream))
                    .allSatisfy(name -> assertThat(whole).contains("." + name));
        }
    }

    @Test
    void theWorkbenchUsesNoControlWhoseRulesAreLeftOut() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(String.join("|", BaseSheets.LEFT_OUT.keySet()).replace(".", "\\."))
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("reclens.ui"));
    }
}
