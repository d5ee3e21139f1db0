package reclens.evaluation;

/**
 * What came out for one user.
 *
 * @param user index of the user
 * @param rank 1-based rank of the held-out item; 0 where it may not be ranked, having been seen before
 * @param candidates how many items were ranked
 * @param top the best items, best first; empty under sampled negatives, which make no list
 * @param positive the held-out item's score
 * @param negatives scores of the sampled negatives; empty under full ranking
 */
record Outcome(int user, int rank, int candidates, int[] top, float positive, float[] negatives) {}
