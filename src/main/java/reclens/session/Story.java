package reclens.session;

import reclens.domain.Recommendation;
import reclens.explanation.Verdict;

/**
 * How well one user's first recommendation can be told.
 *
 * @param user user id
 * @param recommendation the first recommendation
 * @param events how many events the model read
 * @param titled share of them whose item the catalogue names
 * @param verdict of leave-one-out
 * @param percentile share of random orders that do as well
 * @param strongest item of the event that counts most
 * @param share of the total of all supporting events that this one has
 * @param counterfactual how many events must go for another item to come first; 0 where no such set was found
 * @param value 0 to 1, by which stories are ranked
 */
public record Story(
        String user,
        Recommendation recommendation,
        int events,
        double titled,
        Verdict verdict,
        double percentile,
        String strongest,
        double share,
        int counterfactual,
        double value) {}
