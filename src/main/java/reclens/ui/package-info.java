/**
 * The window. One sub-package a screen: an {@code XView} with bindings only, an {@code XViewModel} with properties and no
 * controls. Every pane binds to the one selection; results come from background tasks.
 */
package reclens.ui;
