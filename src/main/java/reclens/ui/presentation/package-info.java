/** One recommendation in large type and plain words, for a screen that others look at. */
package reclens.ui.presentation;
