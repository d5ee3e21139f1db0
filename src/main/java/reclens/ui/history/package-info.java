/** The events of the selected user. */
package reclens.ui.history;
