/** Finds users whose recommendation is easy to tell, for whoever prepares a demo. */
package reclens.ui.story;
