package reclens.domain;

/**
 * One recommended item.
 *
 * @param rank 1-based; 0 where the item is excluded from the ranking
 * @param index the model's item index
 * @param item item id as the data has it
 * @param score the model's score (logit)
 * @param probability softmax over the items that can be recommended, seen items included; sigmoid for pointwise models
 */
public record Recommendation(int rank, int index, String item, double score, double probability) {}
