package reclens.ui.trust;

import reclens.explanation.Method;

/**
 * One line of the table of methods, for one recommendation. Numbers are NaN while, or where, there are none.
 *
 * @param method the method
 * @param name its name
 * @param state what became of it
 * @param note why there are no numbers; empty where there are
 * @param deletionArea area under the deletion curve, in units of the score; low is good
 * @param place share of random orders whose area is at most this one's
 * @param comprehensiveness probability lost without its strongest events
 * @param sufficiency probability lost with its strongest events alone
 * @param causeRank place of the planted cause among its events, from 1; 0 where none is known
 * @param events how many events it orders
 * @param verdict the word; empty while there is none
 * @param tone token of the verdict: good, caution, bad, none
 * @param agreement how far it orders the events as the chosen method does, Kendall's tau-b
 * @param shared how many of the {@code top} strongest events both have
 * @param top three, or fewer in a short history
 */
record MethodRow(
        Method method,
        String name,
        State state,
        String note,
        double deletionArea,
        double place,
        double comprehensiveness,
        double sufficiency,
        int causeRank,
        int events,
        String verdict,
        String tone,
        double agreement,
        int shared,
        int top) {
    /** What became of a method. */
    enum State {
        DONE,
        /** Computed, its order still being compared with the baselines. */
        CHECKING,
        RUNNING,
        /** Waits to be asked for. */
        WAITING,
        REFUSED
    }

    static MethodRow without(Method method, String name, State state, String note) {
        double none = Double.NaN;
        return new MethodRow(method, name, state, note, none, none, none, none, 0, 0, "", "none", none, 0, 0);
    }

    boolean hasAgreement() {
        return top > 0;
    }
}
