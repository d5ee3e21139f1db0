/** What the user set once and for all, as properties that the window follows. */
package reclens.ui.settings;
