/**
 * Forward passes of the supported models, with their attention kept. Hot paths are preallocated buffers and fused loops
 * around OpenBLAS; no array operation per step.
 *
 * <p>Dimension letters: B copies of a history, L slots of the window, n events, H heads, D hidden size, I items.
 */
package reclens.inference;
