/** The frame of the window: bars, rail, panes. */
package reclens.ui.shell;
