/** What the model recommends to the selected user. */
package reclens.ui.recommendations;
