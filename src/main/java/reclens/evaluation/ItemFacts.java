package reclens.evaluation;

import java.util.Optional;
import java.util.Set;

/**
 * What metrics about lists need to know of the items; thread-safe.
 */
public interface ItemFacts {
    /** How many items can be recommended. */
    int catalogueSize();

    /** Share of users who met the item before what is held out; an item that nobody met counts as met by one. */
    double popularity(int item);

    /** Row of the model's item table; empty where there is none. */
    Optional<float[]> embedding(int item);

    /** Categories of the item; empty where the catalogue has none. */
    Set<String> categories(int item);

    /** Whether the catalogue has categories at all. */
    boolean hasCategories();

    /** Whether scores are logits of single items, so that AUC and LogLoss exist. */
    boolean pointwise();
}
