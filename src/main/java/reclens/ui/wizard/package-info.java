/** One's own files, step by step to a workspace. */
package reclens.ui.wizard;
