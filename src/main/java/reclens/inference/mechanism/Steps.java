package reclens.inference.mechanism;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reclens.domain.DoubleTensor;

/** Records the intermediates of a mechanism in their order, under names that a scope may prefix. */
final class Steps {
    private final Map<String, DoubleTensor> tensors;
    private final Set<String> notes;
    private final String prefix;
    private final String suffix;

    Steps() {
        this(new LinkedHashMap<>(), new LinkedHashSet<>(), "", "");
    }

    private Steps(Map<String, DoubleTensor> tensors, Set<String> notes, String prefix, String suffix) {
        this.tensors = tensors;
        this.notes = notes;
        this.prefix = prefix;
        this.suffix = suffix;
    }

    /** The same record under longer names. */
    Steps scoped(String innerPrefix, String innerSuffix) {
        return new Steps(tensors, notes, prefix + innerPrefix, innerSuffix + suffix);
    }

    /** Records a step and gives it back. */
    DoubleTensor add(String name, DoubleTensor tensor) {
        if (tensors.put(label(name), tensor) != null) {
            throw new IllegalStateException("step " + label(name) + " is recorded twice");
        }
        return tensor;
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    /** The name under which a step of this scope is recorded. */
    String label(String name) {
        return prefix + name + suffix;
    }

    Map<String, DoubleTensor> tensors() {
        return tensors;
    }

    List<String> notes() {
        return new ArrayList<>(notes);
    }
}
