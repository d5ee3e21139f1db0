package reclens.inference;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import reclens.domain.Checkpoint;
import reclens.domain.DType;
import reclens.domain.DataException;
import reclens.domain.Problem;
import reclens.domain.Tensor;

/** Takes weights out of a checkpoint and checks dtype, shape and finiteness of each, once. */
final class WeightReader {
    private static final Set<DType> FLOATING = Set.of(DType.F64, DType.F32, DType.F16, DType.BF16);

    private final Checkpoint checkpoint;
    private final Set<String> used = new HashSet<>();

    WeightReader(Checkpoint checkpoint) {
        this.checkpoint = checkpoint;
    }

    /** Sizes [rows, columns] of a table whose size the model does not know beforehand. */
    int[] tableShape(String name) {
        Tensor tensor = checkpoint.tensor(name);
        if (tensor.rank() != 2 || tensor.elements() == 0) {
            throw wrongShape(name, "a table [rows, columns]", tensor);
        }
        return new int[] {tensor.dim(0), tensor.dim(1)};
    }

    /** Sizes of a two- or three-dimensional weight whose number of rows the model does not know beforehand. */
    int rows(String name, int columns) {
        Tensor tensor = checkpoint.tensor(name);
        if (tensor.rank() < 2 || tensor.elements() == 0 || tensor.dim(1) != columns) {
            throw wrongShape(name, "[any, " + columns + "]", tensor);
        }
        return tensor.dim(0);
    }

    /** All values of a tensor of exactly this shape, row-major. */
    float[] floats(String name, long... shape) {
        Tensor tensor = checkpoint.tensor(name);
        List<Long> expected = Arrays.stream(shape).boxed().toList();
        if (!tensor.shape().equals(expected)) {
            throw wrongShape(name, expected.toString(), tensor);
        }
        if (!FLOATING.contains(tensor.dtype())) {
            throw new DataException(Problem.of("tensor '" + name + "' does not hold weights")
                    .at(checkpoint.file().toString())
                    .expected("dtype F64, F32, F16 or BF16")
                    .found(tensor.dtype().name()));
        }
        used.add(name);
        return finite(name, tensor.toFloats());
    }

    Matrix matrix(String name, int rows, int columns) {
        return Matrix.of(floats(name, rows, columns), rows, columns);
    }

    Norm norm(String name, int size, double eps) {
        return new Norm(floats(name + ".weight", size), floats(name + ".bias", size), (float) eps);
    }

    Linear linear(String name, int out, int in) {
        return new Linear(matrix(name + ".weight", out, in), floats(name + ".bias", out));
    }

    /** How many layers there are: one more than the largest N in names that start with {@code prefix + N + "."}. */
    int layers(String prefix) {
        int layers = 0;
        for (String name : checkpoint.tensors().keySet()) {
            if (name.startsWith(prefix)) {
                String rest = name.substring(prefix.length());
                int dot = rest.indexOf('.');
                if (dot > 0 && dot < 5 && rest.chars().limit(dot).allMatch(c -> c >= '0' && c <= '9')) {
                    layers = Math.max(layers, Integer.parseInt(rest.substring(0, dot)) + 1);
                }
            }
        }
        return layers;
    }

    /** Names of the tensors that were not taken. */
    List<String> unused() {
        return checkpoint.tensors().keySet().stream()
                .filter(n -> !used.contains(n))
                .toList();
    }

    private float[] finite(String name, float[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new DataException(Problem.of("tensor '" + name + "' holds a value that is not a finite number")
                        .at(checkpoint.file().toString())
                        .found(values[i] + " at element " + i)
                        .fix("the training has probably diverged; use an earlier checkpoint"));
            }
        }
        return values;
    }

    private DataException wrongShape(String name, String expected, Tensor tensor) {
        return new DataException(Problem.of("tensor '" + name + "' has the wrong shape")
                .at(checkpoint.file().toString())
                .expected(expected)
                .found(tensor.shape().stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]")))
                .fix("check that config.json belongs to this checkpoint"));
    }
}
