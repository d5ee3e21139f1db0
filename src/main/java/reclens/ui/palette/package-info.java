/** One field that finds every action, user and item. */
package reclens.ui.palette;
