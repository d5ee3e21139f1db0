/** The open workspace and what was computed from it for the current selection. */
package reclens.ui.workbench;
