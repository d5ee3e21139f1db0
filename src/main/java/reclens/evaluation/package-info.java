/** Ranking metrics over many users: who is held out, against what the held-out item is ranked, and how well that goes. */
package reclens.evaluation;
