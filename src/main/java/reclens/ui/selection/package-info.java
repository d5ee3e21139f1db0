/** The one selection that every pane shares. */
package reclens.ui.selection;
