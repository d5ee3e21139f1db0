package reclens.inference;

import reclens.domain.DataException;
import reclens.domain.Problem;

/** What stands between the two layers of a feed-forward network. */
enum Activation {
    NONE,
    RELU,
    /** x (1 + erf(x / sqrt 2)) / 2, the exact form. */
    GELU;

    /** @throws DataException when this application does not compute the named activation */
    static Activation parse(String name, String source) {
        return switch (name) {
            case "relu" -> RELU;
            case "gelu" -> GELU;
            default ->
                throw new DataException(Problem.of("activation '" + name + "' is not supported")
                        .at(source)
                        .expected("'gelu' or 'relu' as hidden_act")
                        .found("'" + name + "'"));
        };
    }
}
