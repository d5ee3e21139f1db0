package reclens.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.css.Stylesheet;
import reclens.chart.Theme;

/**
 * AtlantaFX's Primer without the rules of controls that the workbench does not have. JavaFX tries every rule of the base
 * sheet on every kind of node: half of the rules cost the first window 0.2 s of processor time. Made by {@link #main} while
 * the project is built; where that did not happen, the whole sheet serves as well.
 */
public final class BaseSheets {
    /** Controls that the workbench must not use, by class name, with the style classes of their rules. */
    static final Map<String, List<String>> LEFT_OUT = Map.ofEntries(
            Map.entry("atlantafx.base.controls.Breadcrumbs", List.of("breadcrumbs")),
            Map.entry("atlantafx.base.controls.Calendar", List.of("calendar")),
            Map.entry("atlantafx.base.controls.Card", List.of("card")),
            Map.entry("atlantafx.base.controls.Message", List.of("message")),
            Map.entry("atlantafx.base.controls.ModalPane", List.of("modal-pane", "modal-box")),
            Map.entry("atlantafx.base.controls.Notification", List.of("notification")),
            Map.entry("atlantafx.base.controls.RingProgressIndicator", List.of("ring-progress-indicator")),
            Map.entry("atlantafx.base.controls.Tile", List.of("tile-base")),
            Map.entry("atlantafx.base.controls.ToggleSwitch", List.of("toggle-switch")),
            Map.entry("atlantafx.base.util.BBCodeParser", List.of("bb-code")),
            Map.entry("javafx.scene.chart.Chart", List.of("chart", "bar-chart", "chart-bar")),
            Map.entry("javafx.scene.control.Accordion", List.of("accordion")),
            Map.entry("javafx.scene.control.ChoiceBox", List.of("choice-box")),
            Map.entry(
                    "javafx.scene.control.ColorPicker",
                    List.of("color-picker", "color-palette", "color-palette-region", "custom-color-dialog")),
            Map.entry("javafx.scene.control.DatePicker", List.of("date-picker", "date-picker-popup")),
            Map.entry("javafx.scene.control.Pagination", List.of("pagination")),
            Map.entry("javafx.scene.control.Spinner", List.of("spinner")),
            Map.entry("javafx.scene.control.SplitMenuButton", List.of("split-menu-button")),
            Map.entry("javafx.scene.control.TabPane", List.of("tab-pane")),
            Map.entry("javafx.scene.control.TitledPane", List.of("titled-pane")),
            Map.entry("javafx.scene.control.ToolBar", List.of("tool-bar")),
            Map.entry(
                    "javafx.scene.control.TreeTableView",
                    List.of("tree-table-view", "tree-table-row-cell", "tree-table-cell")),
            Map.entry("javafx.scene.control.TreeView", List.of("tree-view", "tree-cell")),
            Map.entry("javafx.scene.web.HTMLEditor", List.of("html-editor")));

    private static final String FOLDER = "/reclens/ui/base/";
    /** The parts of charts and editors have names that begin alike. */
    private static final Pattern PARTS = Pattern.compile("default-color\\d+|chart-.*|html-editor-.*");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern STYLE_CLASS = Pattern.compile("\\.([A-Za-z][\\w-]*)");
    private static final Set<String> GONE =
            LEFT_OUT.values().stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());

    private BaseSheets() {}

    /** The address of the base sheet. */
    static String of(Theme theme) {
        URL trimmed = BaseSheets.class.getResource(FOLDER + name(theme));
        return trimmed == null ? whole(theme) : trimmed.toExternalForm();
    }

    /**
     * Writes the trimmed sheets in JavaFX's binary form.
     *
     * @param arguments the folder of the compiled classes
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0] + FOLDER));
        for (Theme theme : Theme.values()) {
            Path text = Files.createTempFile("base", ".css");
            try (InputStream sheet = Objects.requireNonNull(BaseSheets.class.getResourceAsStream(whole(theme)))) {
                Files.writeString(text, trim(new String(sheet.readAllBytes(), StandardCharsets.UTF_8)));
                Stylesheet.convertToBinary(
                        text.toFile(), folder.resolve(name(theme)).toFile());
            } finally {
                Files.delete(text);
            }
        }
    }

    /** The rules, and of each rule the selectors, that are of use here. */
    static String trim(String sheet) {
        String rules = COMMENT.matcher(sheet).replaceAll("");
        if (rules.contains("@")) {
            throw new IllegalArgumentException("the base style sheet has at-rules, which are not expected in it");
        }
        return RULE.matcher(rules).results().map(BaseSheets::kept).collect(Collectors.joining());
    }

    private static String kept(MatchResult rule) {
        String selectors = Arrays.stream(rule.group(1).split(","))
                .filter(BaseSheets::isOfUse)
                .collect(Collectors.joining(","));
        return selectors.isEmpty() ? "" : selectors + "{" + rule.group(2) + "}\n";
    }

    private static boolean isOfUse(String selector) {
        return STYLE_CLASS
                .matcher(selector)
                .results()
                .map(found -> found.group(1))
                .noneMatch(name -> GONE.contains(name) || PARTS.matcher(name).matches());
    }

    private static String whole(Theme theme) {
        return (theme == Theme.DARK ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet();
    }

    private static String name(Theme theme) {
        return theme == Theme.DARK ? "dark.bss" : "light.bss";
    }
}
