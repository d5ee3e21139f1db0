package reclens.files;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names under which the columns of histories, catalogues and user tables are commonly found. */
final class ColumnNames {
    static final String USER = "user";
    static final String ITEM = "item";
    static final String EVENT = "event";
    static final String TIME = "time";
    static final String SESSION = "session";
    /** Milliseconds to be added to a date, as Diginetica has them. */
    static final String OFFSET = "offset";

    static final String TITLE = "title";

    /** Normalised names by role, the most telling first. */
    private static final Map<String, List<String>> COMMON = Map.of(
            USER,
            List.of(
                    "userid",
                    "user",
                    "uid",
                    "visitorid",
                    "visitor",
                    "customerid",
                    "customer",
                    "clientid",
                    "memberid",
                    "householdid",
                    "household",
                    "householdkey",
                    "reviewerid",
                    "buyerid",
                    "accountid",
                    "profileid",
                    "personid",
                    "username"),
            ITEM,
            List.of(
                    "itemid",
                    "item",
                    "productid",
                    "product",
                    "iid",
                    "aid",
                    "articleid",
                    "article",
                    "movieid",
                    "movie",
                    "asin",
                    "parentasin",
                    "sku",
                    "skuid",
                    "goodsid",
                    "songid",
                    "trackid",
                    "bookid",
                    "newsid",
                    "videoid",
                    "contentid",
                    "isbn"),
            EVENT,
            List.of(
                    "eventtype",
                    "event",
                    "type",
                    "behavior",
                    "behaviour",
                    "behaviortype",
                    "behaviourtype",
                    "action",
                    "actiontype",
                    "interactiontype"),
            TIME,
            List.of(
                    "timestamp",
                    "time",
                    "ts",
                    "eventtime",
                    "eventtimestamp",
                    "datetime",
                    "eventdate",
                    "date",
                    "unixtimestamp",
                    "unixreviewtime",
                    "unixtime",
                    "createdat",
                    "timeframe"),
            SESSION,
            List.of("sessionid", "session", "usersession", "visitid", "visit"),
            TITLE,
            List.of("title", "name", "itemname", "productname", "movietitle", "producttitle", "itemtitle"));

    private ColumnNames() {}

    /** The column of a role, recognised by name. */
    static Optional<String> recognise(String role, List<String> columns) {
        for (String common : COMMON.get(role)) {
            for (String column : columns) {
                if (normal(column).equals(common)) {
                    return Optional.of(column);
                }
            }
        }
        if (role.equals(TIME)) {
            return columns.stream()
                    .filter(c -> normal(c).endsWith("timestamp") || normal(c).endsWith("time"))
                    .findFirst();
        }
        return Optional.empty();
    }

    /** Whether a name is that of a column rather than a value. */
    static boolean isCommon(String cell) {
        String name = normal(cell);
        return COMMON.values().stream().anyMatch(names -> names.contains(name)) || name.endsWith("timestamp");
    }

    /** Whether a column holds ids by its name. */
    static boolean namesIds(String column) {
        return normal(column).endsWith("id");
    }

    /** Lower case, letters and digits only. */
    static String normal(String column) {
        return column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
