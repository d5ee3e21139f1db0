package reclens.inference;

/**
 * Where a block normalises. A = attention (query; keys and values), F = feed-forward, N1 and N2 its two LayerNorms.
 */
enum NormPlacement {
    /** x = N1(x + A(x; x)); x = N2(x + F(x)): Transformer encoder, BERT. */
    POST,
    /** y = N1(x); x = x + A(y; y); x = x + F(N2(x)). */
    PRE,
    /** q = N1(x); x = N2(q + A(q; x)); x = x + F(x): only the query is normalised, and it is the residual too. */
    QUERY
}
