package reclens.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every intermediate of a mechanism.
 *
 * @param input what it was computed from
 * @param steps tensors by name, in the order of the computation
 * @param notes what the reader must know: undefined rows, assumptions, dropout; one sentence each
 */
public record MechanismTrace(MechanismCase input, Map<String, DoubleTensor> steps, List<String> notes) {
    public MechanismTrace {
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
        notes = List.copyOf(notes);
    }
}
