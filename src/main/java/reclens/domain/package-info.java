/** Immutable values that every layer shares: items, histories, tensors, traces, progress. The JDK only. */
package reclens.domain;
