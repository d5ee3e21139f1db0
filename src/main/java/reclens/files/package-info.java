/**
 * Reads and checks checkpoints, histories, catalogues and workspaces, once and completely: every size that a file states is
 * held against the file's length before memory is taken, and later code trusts what it gets.
 */
package reclens.files;
