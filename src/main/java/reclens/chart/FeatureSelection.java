package reclens.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import reclens.explanation.FeatureMatrix;

/**
 * The feature values that a chart shows and those that it sums, field by field.
 *
 * @param groups one per field shown
 */
record FeatureSelection(List<Group> groups) {
    /** Columns that every field after the first can count on. */
    private static final int SHARE_OF_LATER_FIELDS = 4;

    /**
     * @param field name as the data has it
     * @param heading the name to show
     * @param shown columns of the matrix, largest total first
     * @param rest columns that are summed
     */
    record Group(String field, String heading, List<Integer> shown, List<Integer> rest) {}

    static FeatureSelection of(FeatureMatrix matrix, List<String> wanted, int top) {
        Map<String, List<Integer>> fields = new LinkedHashMap<>();
        for (int c = 0; c < matrix.columns().size(); c++) {
            fields.computeIfAbsent(matrix.columns().get(c).feature(), f -> new ArrayList<>())
                    .add(c);
        }
        List<String> names = wanted.isEmpty()
                ? fields.keySet().stream().limit(2).toList()
                : wanted.stream().filter(fields::containsKey).toList();
        List<Group> groups = new ArrayList<>();
        int left = top;
        for (int f = 0; f < names.size(); f++) {
            int later = names.size() - f - 1;
            int room = Math.max(2, left - later * Math.min(SHARE_OF_LATER_FIELDS, top / names.size()));
            Group group = group(matrix, names.get(f), fields.get(names.get(f)), room);
            left -= group.shown().size() + (group.rest().isEmpty() ? 0 : 1);
            groups.add(group);
        }
        return new FeatureSelection(groups);
    }

    static String heading(String field) {
        String words = field.replace('_', ' ').strip();
        return words.isEmpty() ? field : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Group group(FeatureMatrix matrix, String field, List<Integer> columns, int room) {
        List<Integer> bySize = new ArrayList<>(columns);
        bySize.sort(Comparator.comparingDouble((Integer c) -> Math.abs(matrix.columnTotal(c)))
                .reversed());
        int count = bySize.size() <= room ? bySize.size() : room - 1;
        List<Integer> shown = new ArrayList<>(bySize.subList(0, count));
        shown.sort(
                Comparator.comparingDouble((Integer c) -> matrix.columnTotal(c)).reversed());
        return new Group(field, heading(field), shown, List.copyOf(bySize.subList(count, bySize.size())));
    }
}
