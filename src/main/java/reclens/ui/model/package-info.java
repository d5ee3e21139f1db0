/** The open model as its files have it: tensors, a histogram of one's values, what is known and what was assumed. */
package reclens.ui.model;
