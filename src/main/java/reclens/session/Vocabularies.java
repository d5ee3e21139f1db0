package reclens.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import reclens.domain.Catalog;
import reclens.domain.Checkpoint;
import reclens.domain.DataException;
import reclens.domain.Item;
import reclens.domain.ItemVocabulary;
import reclens.domain.Problem;
import reclens.files.VocabularyReader;
import reclens.inference.ModelCard;

/** Finds the ids behind a model's indices: in the file that the workspace names, else in the checkpoint. */
final class Vocabularies {
    private Vocabularies() {}

    /** Ids of items; where nothing names them, ids that are numbers are the indices. */
    static ItemVocabulary items(Optional<Path> file, Checkpoint checkpoint, ModelCard card) {
        ItemVocabulary vocabulary = items(file, checkpoint)
                .orElseGet(() -> ItemVocabulary.identity(card.itemCount() - trailingSpecials(card)));
        return fitting(vocabulary, "items", card.itemCount(), "the rows of the item table", file, checkpoint);
    }

    /**
     * Ids of users, for a model that reads fields of users; empty for one that reads histories.
     *
     * @param rows users that the feature tables have
     */
    static ItemVocabulary users(Optional<Path> file, Checkpoint checkpoint, ModelCard card, int rows) {
        if (card.traits().readsHistory()) {
            return ItemVocabulary.of(List.of());
        }
        ItemVocabulary vocabulary = users(file, checkpoint)
                .orElseThrow(() -> new DataException(
                        Problem.of("the model reads fields of the user, and nothing tells which index a user has")
                                .at(checkpoint.file().toString())
                                .expected("a JSON array of user ids, index = the model's index")
                                .fix("name it as \"user_vocabulary\" in workspace.json")));
        return fitting(vocabulary, "users", rows, "the users of the feature tables", file, checkpoint);
    }

    /** Ids of items that a file or the checkpoint names. */
    static Optional<ItemVocabulary> items(Optional<Path> file, Checkpoint checkpoint) {
        return named(file, VocabularyReader::read, checkpoint, itemField(checkpoint));
    }

    /** Ids of users that a file or the checkpoint names. */
    static Optional<ItemVocabulary> users(Optional<Path> file, Checkpoint checkpoint) {
        return named(file, VocabularyReader::readUsers, checkpoint, userField(checkpoint));
    }

    /** The name that the model gives to the ids of items. */
    static String itemField(Checkpoint checkpoint) {
        return setting(checkpoint, "ITEM_ID_FIELD", "item_id");
    }

    /** The name that the model gives to the ids of users. */
    static String userField(Checkpoint checkpoint) {
        return setting(checkpoint, "USER_ID_FIELD", "user_id");
    }

    private static String setting(Checkpoint checkpoint, String setting, String usual) {
        return checkpoint.settings().get(setting) instanceof String name ? name : usual;
    }

    /** Ids by index, {@code rows} at least; those without a name are empty. */
    static List<String> padded(ItemVocabulary vocabulary, int rows) {
        return IntStream.range(0, Math.max(rows, vocabulary.size()))
                .mapToObj(i -> i < vocabulary.size() ? vocabulary.id(i) : "")
                .toList();
    }

    /** Where nothing names the ids: the numbers among those of the catalogue are the indices. */
    static ItemVocabulary byNumber(Catalog catalog) {
        int largest = catalog.items().stream()
                .map(Item::id)
                .filter(id -> id.matches("\\d{1,8}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
        return ItemVocabulary.identity(largest + 1);
    }

    private static Optional<ItemVocabulary> named(
            Optional<Path> file, Function<Path, ItemVocabulary> reader, Checkpoint checkpoint, String field) {
        return file.map(reader)
                .or(() -> Optional.ofNullable(checkpoint.vocabularies().get(field))
                        .map(ItemVocabulary::of));
    }

    private static ItemVocabulary fitting(
            ItemVocabulary vocabulary,
            String what,
            int rows,
            String source,
            Optional<Path> file,
            Checkpoint checkpoint) {
        if (vocabulary.size() > rows) {
            throw new DataException(Problem.of("the vocabulary names more " + what + " than the model has")
                    .at(file.orElse(checkpoint.file()).toString())
                    .expected("at most " + rows + ", " + source + " of " + checkpoint.file())
                    .found(Integer.toString(vocabulary.size()))
                    .fix("give the vocabulary that belongs to this checkpoint"));
        }
        return vocabulary;
    }

    /** Rows at the end of the item table that are no items, such as a mask. */
    private static int trailingSpecials(ModelCard card) {
        int count = 0;
        while (card.unrankable().contains(card.itemCount() - 1 - count)) {
            count++;
        }
        return count;
    }
}
