package reclens.inference;

import java.util.List;
import java.util.Map;
import reclens.domain.Checkpoint;
import reclens.domain.DataException;
import reclens.domain.FeatureTables;
import reclens.domain.ItemVocabulary;
import reclens.domain.ModelConfig;
import reclens.domain.Problem;

/**
 * What a model looks up for each event: rows of an embedding by item or by {@code event:item}, or numbers of the items.
 *
 * @param rows [items or tokens, D]
 * @param tokens {@code event:item} by row; empty where rows are items
 * @param numbers names of the columns where they are numbers; empty for an embedding
 */
record EventTable(Matrix rows, ItemVocabulary tokens, List<String> numbers) {
    static final String TOKEN = "token";
    static final String TOKENS = "tokens";
    static final String NUMBERS = "input_features";
    private static final String ITEM = "item";
    private static final String EVENT_AND_ITEM = "event:item";

    /**
     * For a model that scores one candidate at a time, whose row it looks up among those of the events.
     *
     * @throws DataException when rows are not items
     */
    void requireItems(Checkpoint checkpoint) {
        if (tokens.size() > 0) {
            throw new DataException(Problem.of("a model that scores one candidate needs the candidate's row")
                    .at(checkpoint.file().toString())
                    .expected("\"token\": \"item\"")
                    .found("\"token\": \"event:item\", which names no row of an item alone"));
        }
    }

    /** Entries of {@code config.json} without which {@link #read} fails. */
    static List<String> missing(Checkpoint checkpoint, ModelConfig config, String embedding) {
        if (!checkpoint.has(embedding)) {
            return config.values().containsKey(NUMBERS) ? List.of() : List.of(NUMBERS);
        }
        boolean byToken = EVENT_AND_ITEM.equals(config.values().get(TOKEN));
        return byToken && !config.values().containsKey(TOKENS) ? List.of(TOKENS) : List.of();
    }

    /**
     * @param embedding name of the tensor; where the checkpoint lacks it, {@code input_features} names columns of numbers
     * @param items I, the items that the model ranks; 0 where the embedding itself tells
     * @throws DataException when table, {@code token}, {@code tokens} and number of items contradict each other
     */
    static EventTable read(
            Checkpoint checkpoint,
            ModelConfig config,
            WeightReader weights,
            FeatureTables features,
            String embedding,
            int items) {
        if (!checkpoint.has(embedding)) {
            return ofNumbers(checkpoint, config, features, embedding, items);
        }
        int[] shape = weights.tableShape(embedding);
        Matrix rows = weights.matrix(embedding, shape[0], shape[1]);
        String token = config.text(TOKEN).orElse(ITEM);
        if (token.equals(ITEM)) {
            if (items > 0 && shape[0] != items) {
                throw mismatch(
                        checkpoint,
                        embedding,
                        items + " rows, one an item that the model ranks",
                        shape[0],
                        "where events are looked up as \"event:item\", set \"" + TOKEN + "\" and \"" + TOKENS
                                + "\" in config.json");
            }
            return new EventTable(rows, ItemVocabulary.EMPTY, List.of());
        }
        if (!token.equals(EVENT_AND_ITEM)) {
            throw new DataException(Problem.of("unknown kind of token")
                    .at(config.source())
                    .expected("'" + ITEM + "' or '" + EVENT_AND_ITEM + "' as " + TOKEN)
                    .found("'" + token + "'"));
        }
        List<String> tokens = names(config, TOKENS, "the \"event:item\" of each row of " + embedding);
        if (tokens.size() != shape[0]) {
            throw mismatch(
                    checkpoint,
                    embedding,
                    tokens.size() + " rows, one for each of \"" + TOKENS + "\"",
                    shape[0],
                    "correct \"" + TOKENS + "\" in " + config.source());
        }
        return new EventTable(rows, ItemVocabulary.of(tokens), List.of());
    }

    private static EventTable ofNumbers(
            Checkpoint checkpoint, ModelConfig config, FeatureTables features, String embedding, int items) {
        List<String> names =
                names(config, NUMBERS, "the numeric columns that stand for an item, as there is no " + embedding);
        float[] rows = new float[items * names.size()];
        for (int f = 0; f < names.size(); f++) {
            Map<String, float[]> numbers = features.numbers();
            float[] column = numbers.get(names.get(f));
            if (column == null) {
                throw new DataException(
                        Problem.of("the model reads the number '" + names.get(f) + "' of each item, but nothing has it")
                                .at(checkpoint.file().toString())
                                .expected("a numeric column of the catalogue")
                                .found(numbers.isEmpty() ? "none" : String.join(", ", numbers.keySet()))
                                .fix("name it under \"numeric\" of \"items\" in workspace.json"));
            }
            for (int i = 0; i < Math.min(items, column.length); i++) {
                rows[i * names.size() + f] = column[i];
            }
        }
        return new EventTable(Matrix.of(rows, items, names.size()), ItemVocabulary.EMPTY, names);
    }

    private static List<String> names(ModelConfig config, String key, String what) {
        if (config.values().get(key) instanceof List<?> list
                && !list.isEmpty()
                && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw new DataException(Problem.of("the file does not tell what the model reads of an event")
                .at(config.source())
                .expected("\"" + key + "\", a list of " + what)
                .found(
                        config.values().containsKey(key)
                                ? String.valueOf(config.values().get(key))
                                : "none")
                .fix("set \"" + key + "\" in config.json"));
    }

    private static DataException mismatch(
            Checkpoint checkpoint, String tensor, String expected, int found, String advice) {
        return new DataException(Problem.of("tensor '" + tensor + "' has the wrong number of rows")
                .at(checkpoint.file().toString())
                .expected(expected)
                .found(String.valueOf(found))
                .fix(advice));
    }
}
