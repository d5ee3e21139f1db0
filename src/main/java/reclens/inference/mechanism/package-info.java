/**
 * The attention mechanisms of the field on small tensors, every intermediate kept, in double precision. Nothing here is
 * fast; the models of {@link reclens.inference} do not use it.
 *
 * <p>Dimension letters: B batch, H heads, Lq queries, Lk keys, D size of a query or key, Dv size of a value, E model size.
 */
package reclens.inference.mechanism;
