/** The mechanism lab: one attention mechanism on given tensors, every step as a heatmap. */
package reclens.ui.lab;
