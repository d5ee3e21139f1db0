package reclens.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The window's own style sheet in another size. The inside of windows is scaled as a whole ({@link
 * reclens.ui.control.ScaledRoot}); dialogs and the popups of controls are windows whose inside belongs to JavaFX, so there
 * the sizes in the sheet are.
 */
final class StyleSheets {
    private static final String SHEET = "/reclens/ui/reclens.css";
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern PIXELS = Pattern.compile("(\\d+(?:\\.\\d+)?)px");
    private static final Pattern OF_POPUPS = Pattern.compile("\\.(tooltip|context-menu|menu-item)\\b.*");

    private StyleSheets() {}

    /** Where the sheet is, as it is. */
    static String plain() {
        return Objects.requireNonNull(StyleSheets.class.getResource(SHEET)).toExternalForm();
    }

    /** For dialogs: everything larger. */
    static String scaled(double scale) {
        return inline(larger(text(), scale));
    }

    /** For scenes, in addition to {@link #plain}: what the popups of their controls show, larger. */
    static String popups(double scale) {
        StringBuilder css = new StringBuilder(larger(
                ".popup { -fx-font-size: 13px; } .popup .popup-pane { -fx-font-size: %spx; }"
                        .formatted(13 / scale), // scaled as a whole
                scale));
        for (MatchResult rule :
                RULE.matcher(COMMENT.matcher(text()).replaceAll("")).results().toList()) {
            String selectors = Arrays.stream(rule.group(1).strip().split("\\s*,\\s*"))
                    .filter(s -> !s.equals(".root"))
                    .map(s -> OF_POPUPS.matcher(s).matches() ? s : ".combo-box-popup " + s)
                    .collect(Collectors.joining(", "));
            if (!selectors.isEmpty()) {
                css.append(selectors)
                        .append(" {")
                        .append(larger(rule.group(2), scale))
                        .append("}\n");
            }
        }
        return inline(css.toString());
    }

    static String larger(String css, double scale) {
        return PIXELS.matcher(css)
                .replaceAll(size -> Matcher.quoteReplacement(
                        String.format(Locale.ROOT, "%.2fpx", Double.parseDouble(size.group(1)) * scale)));
    }

    static String inline(String css) {
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(StyleSheets.class.getResourceAsStream(SHEET))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(SHEET, e);
        }
    }
}
