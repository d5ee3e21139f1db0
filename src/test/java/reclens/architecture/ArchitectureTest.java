package reclens.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table of packages: who may use whom, and which package alone may import a heavy library. */
class ArchitectureTest {
    /** Far fewer classes would mean that the import failed and no rule looked at anything. */
    private static final int FEWEST_CLASSES = 120;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("reclens");

    /** Package -> packages that it may use beside itself. */
    private static final Map<String, List<String>> MAY_USE = new TreeMap<>(Map.of(
            "domain", List.of(),
            "files", List.of("domain"),
            "inference", List.of("domain"),
            "explanation", List.of("domain", "inference"),
            "evaluation", List.of("domain", "inference", "explanation"),
            "text", List.of("domain", "explanation"),
            "exchange", List.of("domain", "explanation", "evaluation"),
            "chart", List.of("domain", "explanation", "evaluation", "text"),
            "report", List.of("domain", "explanation", "evaluation", "text", "chart", "exchange")));

    static {
        MAY_USE.put("launch", List.of());
    }

    private static final List<String> ALL = List.of(
            "launch",
            "domain",
            "files",
            "inference",
            "explanation",
            "evaluation",
            "text",
            "exchange",
            "chart",
            "report",
            "session",
            "cli",
            "ui");

    @TestFactory
    Stream<DynamicTest> lowerLayersDoNotKnowHigherOnes() {
        return ALL.stream()
                .map(layer -> DynamicTest.dynamicTest(layer, () -> {
                    List<String> allowed =
                            new ArrayList<>(MAY_USE.getOrDefault(layer, belowWindowAndCommandLine(layer)));
                    allowed.add(layer);
                    String[] forbidden = Stream.concat(ALL.stream().filter(p -> !allowed.contains(p)), Stream.empty())
                            .map(p -> "reclens." + p + "..")
                            .toArray(String[]::new);
                    noClasses()
                            .that()
                            .resideInAPackage("reclens." + layer + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(forbidden)
                            .because("the design's table lets '" + layer + "' use only " + allowed)
                            .allowEmptyShould(layer.equals("evaluation"))
                            .check(CLASSES);
                }));
    }

    private static List<String> belowWindowAndCommandLine(String layer) {
        return ALL.stream()
                .filter(p -> !p.equals("ui") && !p.equals("cli") && (!p.equals("launch") || layer.equals("ui")))
                .filter(p -> layer.equals("session") || !p.isEmpty())
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> heavyLibrariesStayBehindTheirFence() {
        return Stream.of(
                fence("Gson", new String[] {"com.google.gson.."}, "files", "exchange"),
                fence("FastCSV", new String[] {"de.siegmar.."}, "files"),
                fence("the pickle reader", new String[] {"net.razorvine.."}, "files"),
                fence("ND4J and OpenBLAS", new String[] {"org.nd4j..", "org.bytedeco.."}, "inference"),
                fence("the Vector API", new String[] {"jdk.incubator.."}, "inference"),
                fence("JGraphT", new String[] {"org.jgrapht.."}, "explanation"),
                fence("JFreeChart", new String[] {"org.jfree.."}, "chart", "ui.chart"),
                fence("java.awt", new String[] {"java.awt.."}, "chart", "report", "ui.chart"),
                fence("ImageIO", new String[] {"javax.imageio.."}, "report", "chart"),
                fence("picocli", new String[] {"picocli.."}, "cli"),
                fence(
                        "JavaFX and its libraries",
                        new String[] {"javafx..", "atlantafx..", "org.controlsfx..", "org.kordamp.."},
                        "ui"));
    }

    private static DynamicTest fence(String name, String[] library, String... insiders) {
        String[] packages =
                Arrays.stream(insiders).map(p -> "reclens." + p + "..").toArray(String[]::new);
        return DynamicTest.dynamicTest(name, () -> noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .because(name + " is known only to " + String.join(", ", insiders))
                .check(CLASSES));
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("reclens.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void viewModelsKnowNoControls() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .because("view models are tested without a toolkit")
                .check(CLASSES);
    }

    @Test
    void standardStreamsBelongToTheCommandLine() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages("reclens.cli..", "reclens")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .because("the window must not print and libraries must not chatter");
        rule.check(CLASSES);
    }

    /** A word that a class keeps from its loading stays in the language of that moment. */
    @Test
    void noWordsAreKeptInStaticFields() {
        List<String> kept = CLASSES.stream()
                .flatMap(type -> type.getStaticInitializer().stream())
                .flatMap(initializer -> initializer.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().getName().equals("reclens.ui.UiText"))
                .map(call -> call.getOriginOwner().getName())
                .distinct()
                .toList();

        assertThat(kept).isEmpty();
    }

    @Test
    void nobodyThrowsABareRuntimeException() {
        noClasses()
                .should()
                .callConstructorWhere(new com.tngtech.archunit.base.DescribedPredicate<>("RuntimeException itself") {
                    @Override
                    public boolean test(com.tngtech.archunit.core.domain.JavaConstructorCall call) {
                        return call.getTargetOwner().isEquivalentTo(RuntimeException.class)
                                && !call.getOriginOwner().isAssignableTo(RuntimeException.class);
                    }
                })
                .because("a fault says what it is")
                .check(CLASSES);
    }

    @Test
    void theRootPackageHoldsMainAlone() {
        classes()
                .that()
                .resideInAPackage("reclens")
                .should()
                .haveFullyQualifiedName("reclens.Main")
                .check(CLASSES);
    }

    @Test
    void theRulesLookAtTheWholeApplication() {
        assertThat(CLASSES.size()).isGreaterThan(FEWEST_CLASSES);
    }
}
