package reclens.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import reclens.domain.CancellationToken;
import reclens.domain.DataException;
import reclens.domain.Problem;
import reclens.domain.Tensor;

/** What the two formats of {@code torch.save} share: unpickling, and tensors from storages. */
final class TorchReader {
    /** Tensors, settings and data set of a file. */
    record Content(Map<String, Tensor> tensors, Map<String, Object> settings, PickledDataset dataset) {}

    private TorchReader() {}

    static Object unpickle(Path file, PickleInput input, CancellationToken cancellation) {
        try {
            return new InertUnpickler(input, cancellation).load();
        } catch (UnsafePickleException e) {
            throw new DataException(
                    Problem.of("refused: the file asks Python to run '" + e.callable() + "', which no model needs")
                            .at(file.toString())
                            .expected("weights and settings only")
                            .fix(
                                    "nothing was run; do not open the file with other programs, get it from a source you trust"),
                    e);
        } catch (IOException e) {
            throw new DataException(
                    Problem.of("the pickle cannot be read: " + e.getMessage())
                            .at(file.toString())
                            .fix("the file may be cut short or damaged; save the model again"),
                    e);
        }
    }

    static Content content(Path file, long length, Object root, Storages storages) throws IOException {
        Map<String, Object> found = StateDict.of(root);
        if (found.isEmpty()) {
            throw new DataException(Problem.of("no tensors in the file")
                    .at(file.toString())
                    .expected("a state_dict, a dict that holds one, or a pickled module")
                    .found(describe(root))
                    .fix("save the weights with torch.save(model.state_dict(), file)"));
        }
        TensorBuilder builder = new TensorBuilder(file, length, storages);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : found.entrySet()) {
            String name = entry.getKey();
            if (entry.getValue() instanceof TensorRef ref) {
                tensors.put(name, builder.build(name, ref));
            } else if (entry.getValue() instanceof PyObject array) {
                tensors.put(name, numpy(file, name, array));
            }
        }
        return new Content(tensors, PickledSettings.of(root), PickledDataset.of(file, root, builder));
    }

    private static Tensor numpy(Path file, String name, PyObject array) {
        Tensor tensor = NumpyPickles.tensor(array);
        if (tensor == null) {
            throw new DataException(Problem.of("array '" + name + "' is not supported")
                    .at(file.toString())
                    .expected("little-endian numbers in C order, with all their bytes")
                    .fix("save it as numpy.ascontiguousarray(...) of a plain number type"));
        }
        return tensor;
    }

    private static String describe(Object root) {
        if (root instanceof Map<?, ?> map) {
            return "a dict with keys "
                    + map.keySet().stream()
                            .limit(8)
                            .map(k -> k instanceof String ? (String) k : "?")
                            .toList();
        }
        if (root instanceof PyObject object) {
            return "an object of class " + (object.type instanceof PyGlobal ? object.type : "?");
        }
        return root == null
                ? "None"
                : root instanceof ByteBuffer ? "bytes" : "a " + root.getClass().getSimpleName();
    }
}
