package reclens.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reclens.domain.DataException;
import reclens.domain.Problem;

/**
 * Which column of a history plays which role.
 *
 * @param columns all column names
 * @param roles index of a column by role; roles that no column plays are missing
 * @param notices what was assumed
 */
record HistoryColumns(List<String> columns, Map<String, Integer> roles, List<String> notices) {
    static final List<String> ROLES =
            List.of(ColumnNames.USER, ColumnNames.ITEM, ColumnNames.EVENT, ColumnNames.TIME, ColumnNames.SESSION);

    /**
     * Takes the named columns, recognises the others by name, or by place where there is no header.
     *
     * @throws DataException when a named column is missing or no column can be taken for users or items
     */
    static HistoryColumns of(
            Path file, List<String> columns, boolean header, List<String> firstRow, Map<String, String> named) {
        Map<String, Integer> roles = new LinkedHashMap<>();
        List<String> notices = new ArrayList<>();
        requireKnownRoles(file, named);
        named.forEach((role, name) -> {
            if (!isNone(role, name)) {
                roles.put(role, indexOf(file, columns, role, name));
            }
        });
        if (header) {
            recognise(columns, roles, named);
        } else if (!roles.containsKey(ColumnNames.USER) || !roles.containsKey(ColumnNames.ITEM)) {
            byPlace(firstRow, roles, named, notices);
        }
        if (!roles.containsKey(ColumnNames.USER) && roles.containsKey(ColumnNames.SESSION)) {
            notices.add("No column of users: every session ('" + columns.get(roles.get(ColumnNames.SESSION))
                    + "') stands for a user.");
        }
        require(file, columns, roles);
        return new HistoryColumns(columns, roles, notices);
    }

    int index(String role) {
        return roles.getOrDefault(role, -1);
    }

    private static void requireKnownRoles(Path file, Map<String, String> named) {
        for (String role : named.keySet()) {
            if (!ROLES.contains(role)) {
                throw new DataException(Problem.of("unknown role of a column")
                        .at(file.toString())
                        .expected(String.join(", ", ROLES))
                        .found("'" + role + "'"));
            }
        }
    }

    /** Events do without a type and a time, so a column that seems to hold one can be refused; users and items must be somewhere. */
    private static boolean isNone(String role, String name) {
        return name.isEmpty() && (role.equals(ColumnNames.EVENT) || role.equals(ColumnNames.TIME));
    }

    private static int indexOf(Path file, List<String> columns, String role, String name) {
        int exact = columns.indexOf(name);
        if (exact >= 0) {
            return exact;
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).equalsIgnoreCase(name.strip())) {
                return i;
            }
        }
        throw new DataException(Problem.of("no column '" + name + "' for the " + role)
                .at(file.toString())
                .found("columns " + String.join(", ", columns))
                .fix("name the column of the " + role));
    }

    private static void recognise(List<String> columns, Map<String, Integer> roles, Map<String, String> named) {
        for (String role : ROLES) {
            if (!roles.containsKey(role) && !named.containsKey(role)) {
                List<String> free = columns.stream()
                        .filter(c -> !roles.containsValue(columns.indexOf(c)))
                        .toList();
                ColumnNames.recognise(role, free).ifPresent(c -> roles.put(role, columns.indexOf(c)));
            }
        }
        Optional<String> offset = columns.stream()
                .filter(c -> ColumnNames.normal(c).equals("timeframe"))
                .findFirst();
        boolean dates = roles.containsKey(ColumnNames.TIME)
                && ColumnNames.normal(columns.get(roles.get(ColumnNames.TIME))).endsWith("date");
        if (dates && offset.isPresent()) {
            roles.put(ColumnNames.OFFSET, columns.indexOf(offset.get()));
        }
    }

    /** User, item and, where the last of three or more columns looks like one, time. */
    private static void byPlace(
            List<String> row, Map<String, Integer> roles, Map<String, String> named, List<String> notices) {
        if (row.size() < 2) {
            return;
        }
        roles.putIfAbsent(ColumnNames.USER, 0);
        roles.putIfAbsent(ColumnNames.ITEM, 1);
        int last = row.size() - 1;
        boolean time = !named.containsKey(ColumnNames.TIME)
                && last >= 2
                && TimeParser.looksLikeTime(row.get(last).strip());
        if (time) {
            roles.putIfAbsent(ColumnNames.TIME, last);
        }
        notices.add(
                "The file has no header: column " + (roles.get(ColumnNames.USER) + 1) + " is taken as the user, column "
                        + (roles.get(ColumnNames.ITEM) + 1) + " as the item"
                        + (time ? ", column " + (last + 1) + " as the time." : "; there is no time."));
    }

    private static void require(Path file, List<String> columns, Map<String, Integer> roles) {
        boolean hasUser = roles.containsKey(ColumnNames.USER) || roles.containsKey(ColumnNames.SESSION);
        boolean hasItem = roles.containsKey(ColumnNames.ITEM);
        if (hasUser && hasItem) {
            return;
        }
        String missing = hasUser ? "items" : hasItem ? "users" : "users and items";
        throw new DataException(Problem.of("cannot tell which column holds the " + missing)
                .at(file.toString())
                .found("columns " + String.join(", ", columns))
                .fix("name the columns, such as user=" + columns.get(0) + ",item=" + columns.get(columns.size() - 1)));
    }

    /** Columns that no event needs but whose names say that they hold ids. */
    Set<Integer> otherIds() {
        Set<Integer> ids = new java.util.LinkedHashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!roles.containsValue(i) && ColumnNames.namesIds(columns.get(i))) {
                ids.add(i);
            }
        }
        return ids;
    }
}
