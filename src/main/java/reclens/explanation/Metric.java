package reclens.explanation;

import java.util.Locale;

/**
 * What an explanation is measured by, by the names of the JSON; p_t and s_t are probability and score of the explained item. The
 * numbers E1 to E9 stand for:
 *
 * <ul>
 *   <li>E1, E2, E3: comprehensiveness, sufficiency and their mean over shares (DeYoung et al. 2020, arXiv 1911.03429, who divide
 *       the sum of five shares by six)
 *   <li>E4: areas under deletion and insertion curves
 *   <li>E5: infidelity (Yeh et al. 2019, arXiv 1901.09392)
 *   <li>E6: sensitivity-n (Ancona et al. 2018, arXiv 1711.06104)
 *   <li>E7: POS@K and NEG@K
 *   <li>E8: agreement with leave-one-out, which tells of no quality (arXiv 2205.04559)
 *   <li>E9: randomised parameters (Adebayo et al. 2018, arXiv 1810.03292)
 * </ul>
 */
public enum Metric {
    /** E1, mean over 1, 5, 10, 20 and 50% (E3): probability lost without the most important events. */
    COMPREHENSIVENESS(Better.HIGH),
    /** E2, mean over the same shares (E3): probability lost with only the most important events left. */
    SUFFICIENCY(Better.LOW),
    /** E4: share of random orders whose deletion area is at most this one's. */
    DELETION_PERCENTILE(Better.LOW),
    /** E4: score of the whole history minus the deletion area, in standard deviations of the scores over the catalogue. */
    DELETION_DROP(Better.HIGH),
    /** E4: share of random orders whose insertion area is at least this one's. */
    INSERTION_PERCENTILE(Better.LOW),
    /** E4: score of the whole history minus the insertion area, in standard deviations of the scores over the catalogue. */
    INSERTION_DROP(Better.LOW),
    /** E4 on p_t: share of random orders whose deletion area is at most this one's. */
    PROBABILITY_DELETION_PERCENTILE(Better.LOW),
    /** E4 on p_t: probability of the whole history minus the deletion area. */
    PROBABILITY_DELETION_DROP(Better.HIGH),
    /** E4 on p_t: share of random orders whose insertion area is at least this one's. */
    PROBABILITY_INSERTION_PERCENTILE(Better.LOW),
    /** E4 on p_t: probability of the whole history minus the insertion area. */
    PROBABILITY_INSERTION_DROP(Better.LOW),
    /** E5, after the least-squares scale. */
    INFIDELITY(Better.LOW),
    /** E5: the least-squares scale. */
    INFIDELITY_SCALE(Better.NEITHER),
    /** E6, sets of one event. */
    SENSITIVITY_1(Better.HIGH),
    /** E6, sets of a quarter of the events. */
    SENSITIVITY_QUARTER(Better.HIGH),
    /** E6, sets of half of the events. */
    SENSITIVITY_HALF(Better.HIGH),
    /** E7: share of deletion steps, most important first, after which the item is still among the ten best. */
    POS_AT_10(Better.LOW),
    /** E7: the same, least important first. */
    NEG_AT_10(Better.HIGH),
    /** E8: Kendall's tau-b with leave-one-out; information, not a score. */
    LEAVE_ONE_OUT_TAU(Better.NEITHER),
    /** E8: share of the three strongest events that leave-one-out has too; information, not a score. */
    LEAVE_ONE_OUT_TOP3(Better.NEITHER),
    /** E9: Spearman's correlation with the same method on a model whose top is permuted. */
    RANDOMISED_TOP(Better.LOW),
    /** E9: the same, all tensors permuted. */
    RANDOMISED_ALL(Better.LOW);

    /** Which way is better. */
    public enum Better {
        LOW,
        HIGH,
        NEITHER
    }

    private final Better better;

    Metric(Better better) {
        this.better = better;
    }

    public Better better() {
        return better;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
