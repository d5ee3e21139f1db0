package reclens.ui.lab;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import reclens.domain.DataException;
import reclens.domain.Problem;
import reclens.files.MechanismCaseReader;
import reclens.ui.UiText;

/**
 * The settings of the lab as they are typed.
 *
 * @param json further settings as a JSON object; empty for none
 * @param causal whether later keys are hidden
 * @param dropout a probability; empty for none
 * @param seed of the dropout; empty for none
 */
record LabSettings(String json, boolean causal, String dropout, String seed) {

    /** @throws DataException when a number cannot be read */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>(MechanismCaseReader.params("params", json));
        if (causal) {
            values.put("causal", true);
        }
        if (!dropout.isBlank()) {
            values.put("dropout", number("dropout", dropout));
        }
        if (!seed.isBlank()) {
            values.put("seed", whole("seed", seed));
        }
        return values;
    }

    private static double number(String name, String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw wrong("number", name, text, e);
        }
    }

    private static long whole(String name, String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw wrong("whole", name, text, e);
        }
    }

    private static DataException wrong(String kind, String name, String text, NumberFormatException cause) {
        return new DataException(
                Problem.of(UiText.get("lab.wrong." + kind))
                        .at(name)
                        .expected(UiText.get("lab.wrong." + kind + ".expected"))
                        .found("'" + text + "'"),
                cause);
    }

    /** Settings as a JSON object; empty where there are none. */
    static String text(Map<String, Object> params) {
        return params.isEmpty()
                ? ""
                : params.entrySet().stream()
                        .map(e -> "\"" + e.getKey() + "\": " + value(e.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String value(Object value) {
        return value instanceof String text
                ? "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
                : String.valueOf(value);
    }
}
