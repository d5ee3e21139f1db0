package reclens.domain;

import java.util.Objects;

/**
 * One clear message about bad input: what is wrong, where, what was expected and found, what to do.
 *
 * @param what the fault in a few words, never blank
 * @param where file, line, tensor, option; empty when there is no place to name
 * @param expected what would have been right; may be empty
 * @param found what stood there; may be empty
 * @param remedy what to do about it; may be empty
 */
public record Problem(String what, String where, String expected, String found, String remedy) {
    public Problem {
        Objects.requireNonNull(what, "what");
        where = where == null ? "" : where;
        expected = expected == null ? "" : expected;
        found = found == null ? "" : found;
        remedy = remedy == null ? "" : remedy;
    }

    public static Problem of(String what) {
        return new Problem(what, "", "", "", "");
    }

    public Problem at(String place) {
        return new Problem(what, place, expected, found, remedy);
    }

    public Problem expected(String value) {
        return new Problem(what, where, value, found, remedy);
    }

    public Problem found(String value) {
        return new Problem(what, where, expected, value, remedy);
    }

    public Problem fix(String advice) {
        return new Problem(what, where, expected, found, advice);
    }

    /** The message as one line, the form in which the command line prints it. */
    public String oneLine() {
        StringBuilder line = new StringBuilder();
        if (!where.isEmpty()) {
            line.append(where).append(": ");
        }
        line.append(what);
        if (!expected.isEmpty()) {
            line.append("; expected ").append(expected);
        }
        if (!found.isEmpty()) {
            line.append(expected.isEmpty() ? "; found " : ", found ").append(found);
        }
        if (!remedy.isEmpty()) {
            line.append("; ").append(remedy);
        }
        return line.toString().replaceAll("\\s*\\R\\s*", " ");
    }
}
