/** What if: the history as a timeline that can be edited, and what would be recommended then. */
package reclens.ui.whatif;
