package reclens.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One attention mechanism on given tensors.
 *
 * @param source file it was read from, for messages; may be empty
 * @param name of the case; may be empty
 * @param mechanism such as {@code scaled_dot_product}
 * @param params settings: numbers, strings, booleans
 * @param inputs tensors by name, such as q, k, v, mask
 * @param weights parameters by name, under the names that PyTorch uses
 */
public record MechanismCase(
        String source,
        String name,
        String mechanism,
        Map<String, Object> params,
        Map<String, DoubleTensor> inputs,
        Map<String, DoubleTensor> weights) {
    public MechanismCase {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }
}
