/** Background work: nothing that takes time runs on the thread of the window. */
package reclens.ui.task;
