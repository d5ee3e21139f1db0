/** Keeps what is open and brings it back. */
package reclens.ui.session;
