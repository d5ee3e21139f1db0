package reclens.evaluation;

import java.util.Optional;

/** Gives the users of an evaluation; called from several threads. */
public interface HeldOutSource {
    int users();

    /** Empty where the user cannot be evaluated: fewer than two events, or nothing that the model knows. */
    Optional<HeldOut> heldOut(int user);
}
