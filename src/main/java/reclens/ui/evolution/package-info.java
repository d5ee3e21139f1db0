/** Evolution: what would have been recommended after each event of a history, and what was attended to. */
package reclens.ui.evolution;
