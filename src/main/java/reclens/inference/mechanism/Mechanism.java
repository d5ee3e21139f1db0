package reclens.inference.mechanism;

/** One mechanism: reads its operands, records every step. */
@FunctionalInterface
interface Mechanism {
    /** @throws reclens.domain.DataException when a tensor is missing or has the wrong shape */
    void run(Operands in, Steps steps);
}
