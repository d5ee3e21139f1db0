package reclens.chart;

import java.awt.Color;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The design tokens of one theme: colours by name, sizes in pixels. Read from {@code reclens/look/tokens.csv}, the one
 * table that the window's style sheet is made from as well.
 */
public final class Tokens {
    private static final String TABLE = "/reclens/look/tokens.csv";
    private static final Map<Theme, Map<String, String>> TABLES = load();
    private static final Map<Theme, Map<SequentialMap, Tokens>> ALL = new EnumMap<>(Theme.class);

    private final Theme theme;
    private final Map<String, String> hex;
    private final Map<String, Color> colors;
    private final Map<String, Double> sizes;
    private final ColorMap sequential;
    private final ColorMap diverging;

    private Tokens(Theme theme, SequentialMap map) {
        this.theme = theme;
        Map<String, String> table = TABLES.get(theme);
        this.hex = new LinkedHashMap<>();
        this.colors = new LinkedHashMap<>();
        this.sizes = new LinkedHashMap<>();
        table.forEach((name, value) -> {
            if (value.startsWith("#")) {
                hex.put(name, value);
                colors.put(name, Color.decode(value));
            } else {
                sizes.put(name, Double.valueOf(value));
            }
        });
        // Everything that shows the map asks for its stops by this name, so that legends cannot differ from cells.
        for (int i = 0; hex.containsKey("sequential-" + i); i++) {
            hex.put("sequential-" + i, hex.get(map.token() + "-" + i));
            colors.put("sequential-" + i, colors.get(map.token() + "-" + i));
        }
        this.sequential = ColorMap.of(numbered("sequential-"));
        this.diverging = ColorMap.of(numbered("diverging-"));
    }

    /** With cividis. */
    public static Tokens of(Theme theme) {
        return of(theme, SequentialMap.CIVIDIS);
    }

    /** With another colour map for values without a sign. */
    public static Tokens of(Theme theme, SequentialMap map) {
        synchronized (ALL) {
            return ALL.computeIfAbsent(theme, t -> new EnumMap<>(SequentialMap.class))
                    .computeIfAbsent(map, m -> new Tokens(theme, m));
        }
    }

    public Theme theme() {
        return theme;
    }

    /** Names of all colours, in the order of the table. */
    public Set<String> colorNames() {
        return Set.copyOf(hex.keySet());
    }

    /** A colour as {@code #rrggbb}. */
    public String hex(String name) {
        return Objects.requireNonNull(hex.get(name), name);
    }

    public Color color(String name) {
        return Objects.requireNonNull(colors.get(name), name);
    }

    /** A size in pixels. */
    public double size(String name) {
        return Objects.requireNonNull(sizes.get(name), name);
    }

    /** The chosen map for values without a sign; 0 is its dark end. */
    public ColorMap sequential() {
        return sequential;
    }

    /** Orange to blue, for values with a sign; 0 is exactly its centre. */
    public ColorMap diverging() {
        return diverging;
    }

    /** The colour of a verdict's text; {@code -fill} and {@code -edge} may be appended to the name. */
    public static String verdictToken(reclens.explanation.Verdict verdict) {
        return switch (verdict) {
            case SUPPORTED -> "good";
            case RECENCY_SUFFICES -> "caution";
            case NOT_SUPPORTED -> "bad";
            case TOO_SHORT -> "none";
        };
    }

    /**
     * Black or white, whichever reads better on {@code ground}: dark above a relative luminance of 0.28, as look.md says.
     */
    public Color ink(Color ground) {
        return color(luminance(ground) > 0.28 ? "ink-dark" : "ink-light");
    }

    /** Black or white, whichever has the larger contrast on {@code ground}: for small words on areas of any colour. */
    public Color strongerInk(Color ground) {
        double light = 1.05 / (luminance(ground) + 0.05);
        double dark = (luminance(ground) + 0.05) / (luminance(color("ink-dark")) + 0.05);
        return color(light >= dark ? "ink-light" : "ink-dark");
    }

    /** Relative luminance of WCAG 2, 0 to 1. */
    public static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    /** The JavaFX style sheet: every colour as {@code -rl-name} on {@code .root}, every text size as a class. */
    public String css() {
        StringBuilder css = new StringBuilder(".root {\n");
        hex.forEach((name, value) ->
                css.append("    -rl-").append(name).append(": ").append(value).append(";\n"));
        css.append("}\n");
        sizes.forEach((name, value) -> {
            if (name.startsWith("size-") && !name.endsWith("-line")) {
                css.append(".rl-").append(name).append(" { -fx-font-size: ").append(Math.round(value));
                css.append("px; }\n");
            }
        });
        return css.toString();
    }

    private List<Color> numbered(String prefix) {
        List<Color> stops = new ArrayList<>();
        for (int i = 0; colors.containsKey(prefix + i); i++) {
            stops.add(colors.get(prefix + i));
        }
        return stops;
    }

    private static Map<Theme, Map<String, String>> load() {
        Map<String, String> light = new LinkedHashMap<>();
        Map<String, String> dark = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(Tokens.class.getResourceAsStream(TABLE), TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("# ") || line.startsWith("name,")) {
                    continue;
                }
                String[] cells = line.split(",");
                light.put(cells[0], cells[1]);
                dark.put(cells[0], cells[2]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE + " cannot be read", e);
        }
        return Map.of(Theme.LIGHT, light, Theme.DARK, dark);
    }
}
