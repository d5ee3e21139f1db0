package reclens.domain;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model file as read: its tensors by name, and what else the file says about the model.
 *
 * @param file where it was read from
 * @param format {@code safetensors}, {@code torch-zip}, {@code torch-legacy}
 * @param sha256 lower-case hexadecimal digest of the whole file
 * @param tensors in the order of the file, prefixes such as {@code module.} removed
 * @param settings hyper-parameters stored in the file (RecBole's {@code config}); empty when there are none. Values are
 *     strings, booleans, longs, doubles, lists and maps of these
 * @param features feature tables that the file holds beside the weights; {@link FeatureTables#EMPTY} when there are none
 * @param vocabularies ids that the file holds, by field ({@code item_id}, {@code user_id}, ...): list index = model index;
 *     empty when there are none
 */
public record Checkpoint(
        Path file,
        String format,
        String sha256,
        Map<String, Tensor> tensors,
        Map<String, Object> settings,
        FeatureTables features,
        Map<String, List<String>> vocabularies) {

    /** A checkpoint of weights and settings alone. */
    public Checkpoint(
            Path file, String format, String sha256, Map<String, Tensor> tensors, Map<String, Object> settings) {
        this(file, format, sha256, tensors, settings, FeatureTables.EMPTY, Map.of());
    }

    public Checkpoint {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        vocabularies = Collections.unmodifiableMap(new LinkedHashMap<>(vocabularies));
    }

    /** The same with these vocabularies, which come before those of the file. */
    public Checkpoint withVocabularies(Map<String, List<String>> stated) {
        Map<String, List<String>> all = new LinkedHashMap<>(vocabularies);
        all.putAll(stated);
        return new Checkpoint(file, format, sha256, tensors, settings, features, all);
    }

    /** @throws DataException when the file has no such tensor */
    public Tensor tensor(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new DataException(Problem.of("tensor '" + name + "' is missing")
                    .at(file.toString())
                    .found(tensors.size() + " tensors: "
                            + String.join(
                                    ", ", tensors.keySet().stream().limit(6).toList())
                            + (tensors.size() > 6 ? ", ..." : ""))
                    .fix("check that the checkpoint belongs to this model type"));
        }
        return tensor;
    }

    public boolean has(String name) {
        return tensors.containsKey(name);
    }
}
