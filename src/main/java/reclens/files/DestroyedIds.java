package reclens.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reclens.domain.DataException;
import reclens.domain.Problem;

/** Ids that a spreadsheet rewrote as rounded numbers, such as {@code 2.10381E+18}; many ids have become one. */
final class DestroyedIds {
    private static final class Column {
        private long count;
        private long firstLine;
        private String example;
    }

    private final Map<String, Column> columns = new LinkedHashMap<>();

    static boolean matches(String id) {
        return matches(id.toCharArray(), 0, id.length());
    }

    /** A digit, a fraction, {@code E+} and an exponent. */
    static boolean matches(char[] chars, int from, int length) {
        int end = from + length;
        int at = from;
        if (length < 5 || chars[at] < '1' || chars[at] > '9') {
            return false;
        }
        at++;
        boolean fraction = chars[at] == '.' || chars[at] == ',';
        if (fraction) {
            at++;
            while (at < end && chars[at] >= '0' && chars[at] <= '9') {
                at++;
            }
        }
        if (at + 3 > end || chars[at] != 'E' && chars[at] != 'e') {
            return false;
        }
        boolean plus = chars[at + 1] == '+';
        if (!plus && !fraction) {
            return false;
        }
        for (at += plus ? 2 : 1; at < end; at++) {
            if (chars[at] < '0' || chars[at] > '9') {
                return false;
            }
        }
        return true;
    }

    void note(String column, long line, String example) {
        Column noted = columns.computeIfAbsent(column, c -> new Column());
        if (noted.count++ == 0) {
            noted.firstLine = line;
            noted.example = example;
        }
    }

    /** @throws DataException when ids of this column are destroyed */
    void refuse(Path file, String column) {
        Column noted = columns.get(column);
        if (noted != null) {
            throw new DataException(
                    Problem.of("a spreadsheet destroyed " + noted.count + " ids of the column '" + column + "'")
                            .at(file + ":" + noted.firstLine)
                            .expected("ids as the shop has them")
                            .found(noted.example)
                            .fix("export the data again and import that column as text"));
        }
    }

    /** A sentence for every other column with destroyed ids. */
    List<String> notices(List<String> needed) {
        List<String> notices = new ArrayList<>();
        columns.forEach((name, column) -> {
            if (!needed.contains(name)) {
                notices.add("A spreadsheet destroyed " + column.count + " ids of the column '" + name + "', the first, "
                        + column.example + ", on line " + column.firstLine + "; events do not need that column.");
            }
        });
        return notices;
    }
}
