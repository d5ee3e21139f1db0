package reclens.ui.dialog;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import reclens.domain.Problem;
import reclens.domain.RecLensException;
import reclens.ui.UiText;

/**
 * How a fault is put to the user.
 *
 * @param line one clear line: what is wrong, and where
 * @param details everything else: expected, found, what to do; the stack trace of a fault of the program
 */
public record FaultText(String line, String details) {

    public static FaultText of(Throwable fault) {
        if (fault instanceof RecLensException known) {
            Problem problem = known.problem();
            String what = sentence(UiText.phrase(problem.what()));
            return new FaultText(
                    problem.where().isEmpty()
                            ? what
                            : UiText.format("error.line.colon", what, UiText.phrase(problem.where())),
                    describe(problem));
        }
        String reason = fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
        return new FaultText(
                UiText.format("error.unexpected", reason.lines().findFirst().orElse("")), trace(fault));
    }

    /** As {@link Problem#oneLine()}, in the language of the window: for places that have one line for all. */
    public static String oneLine(Problem problem) {
        String what = UiText.phrase(problem.what());
        String line = problem.where().isEmpty()
                ? what
                : UiText.format("error.line.colon", UiText.phrase(problem.where()), what);
        if (!problem.expected().isEmpty()) {
            line = UiText.format("error.line.expected", line, UiText.phrase(problem.expected()));
        }
        if (!problem.found().isEmpty()) {
            String key = problem.expected().isEmpty() ? "error.line.found" : "error.line.found.after";
            line = UiText.format(key, line, UiText.phrase(problem.found()));
        }
        if (!problem.remedy().isEmpty()) {
            line = UiText.format("error.line.remedy", line, UiText.phrase(problem.remedy()));
        }
        return line.replaceAll("\\s*\\R\\s*", " ");
    }

    /** Line and details one after the other, each a sentence. */
    public String sentences() {
        return Stream.concat(Stream.of(line), details.lines())
                .map(part -> UiText.format("error.sentence", part.replaceFirst("[.\u3002]$", "")))
                .collect(Collectors.joining(" "));
    }

    private static String describe(Problem problem) {
        return Stream.of(
                        row("error.expected", problem.expected()),
                        row("error.found", problem.found()),
                        row("error.remedy", problem.remedy()))
                .filter(row -> !row.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String row(String key, String value) {
        return value.isEmpty() ? "" : UiText.format(key, UiText.phrase(value));
    }

    /** With a capital letter. */
    public static String sentence(String what) {
        return what.isEmpty() ? what : Character.toUpperCase(what.charAt(0)) + what.substring(1);
    }

    private static String trace(Throwable fault) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            text.append(text.isEmpty() ? "" : UiText.get("error.cause") + " ")
                    .append(cause)
                    .append('\n');
            for (StackTraceElement frame : cause.getStackTrace()) {
                text.append("    ").append(frame).append('\n');
            }
        }
        return text.toString();
    }
}
