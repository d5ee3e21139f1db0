package reclens.ui.recommendations;

/**
 * One line of the list.
 *
 * @param index the model's item index
 * @param rank from 1
 * @param title of the item
 * @param features values in the order of the catalogue's fields
 * @param score as text, two decimals
 * @param share of the best score, 0 to 1, for the small bar
 */
record RecommendationRow(int index, int rank, String title, String features, String score, double share) {}
