/** Dialogs behind an interface, so that view models need no window. */
package reclens.ui.dialog;
