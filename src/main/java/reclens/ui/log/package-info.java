/** What happened since the start, in memory only: nothing is written or sent. */
package reclens.ui.log;
