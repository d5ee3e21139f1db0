package reclens.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import reclens.domain.CancellationToken;
import reclens.domain.Catalog;
import reclens.domain.DataException;
import reclens.domain.Item;
import reclens.domain.Problem;
import reclens.domain.ProgressListener;

/**
 * Reads catalogues: CSV, TSV, RecBole's {@code .item}, JSON lines, MovieLens' {@code movies.dat}, a JSON map {@code item:
 * [attributes]}. Several values of a feature are separated by {@code |}, or by spaces in a {@code token_seq}. Where no features
 * are named, every other column is one unless each item has a value of its own in it.
 */
public final class CatalogReader {
    private static final String STAGE = "progress.reading-catalogue";
    /** Items of a small catalogue may all differ in what is a feature nevertheless. */
    private static final int ENOUGH_TO_TELL = 20;

    private CatalogReader() {}

    /**
     * Reads a catalogue.
     *
     * @throws reclens.domain.NotFoundException when there is no such file
     * @throws DataException when a column is missing, a line is malformed, an id stands twice or ids are destroyed
     * @throws reclens.domain.CancelledException when cancelled
     */
    public static Catalog read(CatalogSource source, ProgressListener progress, CancellationToken cancellation) {
        Path file = source.file();
        Set<String> named = new LinkedHashSet<>(source.features());
        named.addAll(source.numeric());
        source.id().ifPresent(named::add);
        source.title().ifPresent(named::add);
        Table table = Table.read(
                file,
                new TextFormat.Options(source.encoding(), source.separator(), Optional.empty(), ""),
                named,
                STAGE,
                progress,
                cancellation);
        Table titled = withNamesOfMovies(table);
        Roles roles = roles(source, titled);
        return new Catalog(
                items(file, titled, roles),
                names(titled, roles.features),
                names(titled, roles.numeric),
                roles.features.stream()
                        .filter(titled::isSequence)
                        .map(titled.columns()::get)
                        .collect(Collectors.toSet()));
    }

    private record Roles(int id, int title, List<Integer> features, List<Integer> numeric) {}

    /** {@code movies.dat} has no header; its three columns are known. */
    private static Table withNamesOfMovies(Table table) {
        boolean movies = table.format().separator().equals("::")
                && !table.format().header()
                && table.columns().size() == 3;
        return movies
                ? new Table(table.format(), List.of("movie_id", "title", "genres"), table.rows(), table.lines())
                : table;
    }

    private static Roles roles(CatalogSource source, Table table) {
        Path file = source.file();
        List<String> columns = table.columns();
        int id = source.id().map(name -> table.index(file, "the item id", name)).orElseGet(() -> ColumnNames.recognise(
                        ColumnNames.ITEM, columns)
                .map(columns::indexOf)
                .orElse(
                        columns.get(0).equals("1")
                                        || ColumnNames.normal(columns.get(0)).endsWith("id")
                                ? 0
                                : -1));
        if (id < 0) {
            throw new DataException(Problem.of("cannot tell which column holds the item ids")
                    .at(file.toString())
                    .found("columns " + String.join(", ", columns))
                    .fix("name the column of the id"));
        }
        int title = source.title()
                .map(name -> table.index(file, "the title", name))
                .orElseGet(() -> ColumnNames.recognise(ColumnNames.TITLE, columns)
                        .map(columns::indexOf)
                        .orElse(-1));
        List<Integer> numeric = source.numeric().stream()
                .map(name -> table.index(file, "a number", name))
                .toList();
        List<Integer> features = new ArrayList<>();
        for (String name : source.features()) {
            features.add(table.index(file, "a feature", name));
        }
        for (int i = 0; i < columns.size() && source.features().isEmpty(); i++) {
            if (i != id && i != title && !numeric.contains(i) && !eachItsOwn(table, i)) {
                features.add(i);
            }
        }
        return new Roles(id, title, features, numeric);
    }

    /** Whether a column is another number of the item and no feature: no two of enough items have the same value. */
    private static boolean eachItsOwn(Table table, int column) {
        Set<String> seen = new HashSet<>();
        for (List<Object> row : table.rows()) {
            String value = text(row.get(column));
            if (!value.isEmpty() && !seen.add(value)) {
                return false;
            }
        }
        return seen.size() >= ENOUGH_TO_TELL;
    }

    private static List<String> names(Table table, List<Integer> columns) {
        return columns.stream().map(table.columns()::get).toList();
    }

    private static List<Item> items(Path file, Table table, Roles roles) {
        List<Item> items = new ArrayList<>(table.rows().size());
        Map<String, Long> lineOf = new HashMap<>();
        DestroyedIds destroyed = new DestroyedIds();
        String idColumn = table.columns().get(roles.id);
        for (int r = 0; r < table.rows().size(); r++) {
            List<Object> row = table.rows().get(r);
            long line = table.lines().get(r);
            String id = text(row.get(roles.id));
            if (id.isEmpty()) {
                throw new DataException(Problem.of("the item id is missing")
                        .at(file + ":" + line)
                        .expected("a value in the column '" + idColumn + "'"));
            }
            if (DestroyedIds.matches(id)) {
                destroyed.note(idColumn, line, id);
                continue;
            }
            Long earlier = lineOf.put(id, line);
            if (earlier != null) {
                throw new DataException(Problem.of("the item '" + id + "' stands twice")
                        .at(file + ":" + line)
                        .expected("every id once")
                        .found("lines " + earlier + " and " + line));
            }
            String title = roles.title < 0 ? "" : text(row.get(roles.title));
            items.add(new Item(
                    id,
                    title.isEmpty() ? id : title,
                    features(table, row, roles),
                    numbers(file, table, row, roles, line)));
        }
        destroyed.refuse(file, idColumn);
        return items;
    }

    private static Map<String, List<String>> features(Table table, List<Object> row, Roles roles) {
        Map<String, List<String>> features = new LinkedHashMap<>(roles.features.size() * 2);
        for (int column : roles.features) {
            List<String> values = values(row.get(column), table.isSequence(column) ? " +" : "\\|");
            if (!values.isEmpty()) {
                features.put(table.columns().get(column), values);
            }
        }
        return features;
    }

    private static List<String> values(Object cell, String separator) {
        List<String> values = new ArrayList<>(1);
        if (cell instanceof List<?> list) {
            list.forEach(v -> values.add(text(v)));
        } else {
            for (String value : text(cell).split(separator)) {
                values.add(value.strip());
            }
        }
        values.removeIf(String::isEmpty);
        return List.copyOf(values);
    }

    private static Map<String, Double> numbers(Path file, Table table, List<Object> row, Roles roles, long line) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (int column : roles.numeric) {
            String text = text(row.get(column));
            if (!text.isEmpty()) {
                try {
                    numbers.put(table.columns().get(column), Double.valueOf(text));
                } catch (NumberFormatException e) {
                    throw new DataException(
                            Problem.of("'" + table.columns().get(column) + "' is not a number")
                                    .at(file + ":" + line)
                                    .expected("a number")
                                    .found("'" + text + "'"),
                            e);
                }
            }
        }
        return numbers;
    }

    private static String text(Object cell) {
        return cell == null ? "" : cell.toString();
    }
}
