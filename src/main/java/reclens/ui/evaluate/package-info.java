/** Ranking metrics of the open workspace, with the protocol they were made by. */
package reclens.ui.evaluate;
