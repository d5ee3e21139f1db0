package reclens.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reclens.domain.DType;
import reclens.domain.FeatureTables;
import reclens.domain.Tensor;

/**
 * The data set that RecBole pickles into the checkpoints of some models (DIN, FDSA, SASRecF), inside of their embedding layer:
 * feature values of items and users by the model's indices, and the ids behind the indices. The interactions stay unread.
 *
 * @param features fields of whole numbers, in the data set's order
 * @param vocabularies by field, list index = model index
 */
record PickledDataset(FeatureTables features, Map<String, List<String>> vocabularies) {
    static final PickledDataset NONE = new PickledDataset(FeatureTables.EMPTY, Map.of());

    /** {@link #NONE} when there is no data set, or none of the known form. */
    static PickledDataset of(Path file, Object root, TensorBuilder builder) throws IOException {
        if (!(root instanceof Map<?, ?> map) || !map.containsKey("other_parameter")) {
            return NONE;
        }
        List<PyObject> found = new ArrayList<>();
        PickleWalk.each(map.get("other_parameter"), value -> {
            if (found.isEmpty() && value instanceof PyObject object && isDataset(object.attributes())) {
                found.add(object);
            }
        });
        if (found.isEmpty()) {
            return NONE;
        }
        Map<?, ?> dataset = found.get(0).attributes();
        FeatureTables features = new FeatureTables(
                fields(file, dataset.get("item_feat"), builder), fields(file, dataset.get("user_feat"), builder));
        return new PickledDataset(features, vocabularies((Map<?, ?>) dataset.get("field2id_token")));
    }

    private static boolean isDataset(Map<?, ?> attributes) {
        return attributes.get("field2id_token") instanceof Map && attributes.get("item_feat") instanceof PyObject;
    }

    private static Map<String, FeatureTables.Field> fields(Path file, Object interaction, TensorBuilder builder)
            throws IOException {
        Map<String, FeatureTables.Field> fields = new LinkedHashMap<>();
        if (interaction instanceof PyObject object && object.attributes().get("interaction") instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                String name = NumpyStrings.scalar(entry.getKey());
                if (name != null
                        && entry.getValue() instanceof TensorRef ref
                        && isWhole(ref.storage().dtype())) {
                    Tensor values = builder.build(name, ref);
                    fields.put(name, FeatureTableReader.field(file, name, values));
                }
            }
        }
        return fields;
    }

    private static boolean isWhole(DType dtype) {
        return dtype == DType.I64 || dtype == DType.I32 || dtype == DType.I16;
    }

    private static Map<String, List<String>> vocabularies(Map<?, ?> source) {
        Map<String, List<String>> vocabularies = new LinkedHashMap<>();
        source.forEach((key, value) -> {
            String name = NumpyStrings.scalar(key);
            List<String> ids = NumpyStrings.array(value);
            if (name != null && ids != null) {
                vocabularies.put(name, ids);
            }
        });
        return vocabularies;
    }
}
