/** The dialog of the preferences. Every change applies at once. */
package reclens.ui.preferences;
