package reclens.inference.mechanism;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import reclens.domain.DType;
import reclens.domain.DoubleTensor;

/** The few array operations that mechanisms are made of. Shapes are checked before. */
final class TensorOps {
    private TensorOps() {}

    static DoubleTensor map(DoubleTensor x, DoubleUnaryOperator f) {
        return new DoubleTensor(
                DType.F64, x.shape(), Arrays.stream(x.values()).map(f).toArray());
    }

    static DoubleTensor scale(DoubleTensor x, double factor) {
        return map(x, v -> v * factor);
    }

    static DoubleTensor add(DoubleTensor a, DoubleTensor b) {
        return zip(a, b, Double::sum);
    }

    static DoubleTensor multiply(DoubleTensor a, DoubleTensor b) {
        return zip(a, b, (x, y) -> x * y);
    }

    /** Element by element; {@code b} is broadcast to the shape of {@code a} as NumPy does. */
    static DoubleTensor zip(DoubleTensor a, DoubleTensor b, DoubleBinaryOperator f) {
        double[] out = new double[a.values().length];
        int[] strides = broadcastStrides(b, a.dims());
        int[] index = new int[a.rank()];
        int from = 0;
        for (int i = 0; i < out.length; i++) {
            out[i] = f.applyAsDouble(a.values()[i], b.values()[from]);
            for (int axis = index.length - 1; axis >= 0; axis--) {
                from += strides[axis];
                if (++index[axis] < a.dim(axis)) {
                    break;
                }
                from -= strides[axis] * a.dim(axis);
                index[axis] = 0;
            }
        }
        return new DoubleTensor(DType.F64, a.shape(), out);
    }

    /** Whether {@code b} can be broadcast to a shape. */
    static boolean broadcasts(DoubleTensor b, List<Integer> shape) {
        int lead = shape.size() - b.rank();
        boolean fits = lead >= 0;
        for (int i = 0; fits && i < b.rank(); i++) {
            fits = b.dim(i) == 1 || b.dim(i) == shape.get(lead + i);
        }
        return fits;
    }

    private static int[] broadcastStrides(DoubleTensor b, int[] shape) {
        int[] strides = new int[shape.length];
        int stride = 1;
        for (int i = b.rank() - 1; i >= 0; i--) {
            strides[shape.length - b.rank() + i] = b.dim(i) == 1 ? 0 : stride;
            stride *= b.dim(i);
        }
        return strides;
    }

    /** [.., n, d] x [.., m, d] -> [.., n, m]; equal leading axes. */
    static DoubleTensor timesTransposed(DoubleTensor a, DoubleTensor b) {
        int n = a.dim(-2);
        int m = b.dim(-2);
        int d = a.dim(-1);
        int batches = a.values().length / (n * d);
        double[] out = new double[batches * n * m];
        for (int t = 0; t < batches; t++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < m; j++) {
                    out[(t * n + i) * m + j] = dot(a.values(), (t * n + i) * d, b.values(), (t * m + j) * d, d);
                }
            }
        }
        return reshaped(out, a, 2, n, m);
    }

    /** [.., n, m] x [.., m, d] -> [.., n, d]; equal leading axes. */
    static DoubleTensor times(DoubleTensor a, DoubleTensor b) {
        int n = a.dim(-2);
        int m = a.dim(-1);
        int d = b.dim(-1);
        int batches = a.values().length / (n * m);
        double[] out = new double[batches * n * d];
        for (int t = 0; t < batches; t++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < m; j++) {
                    double w = a.values()[(t * n + i) * m + j];
                    for (int c = 0; c < d; c++) {
                        out[(t * n + i) * d + c] += w * b.values()[(t * m + j) * d + c];
                    }
                }
            }
        }
        return reshaped(out, a, 2, n, d);
    }

    /** x W^T + b as {@code torch.nn.Linear}: x [.., in], W [out, in], b [out] or null. */
    static DoubleTensor linear(DoubleTensor x, DoubleTensor w, DoubleTensor b) {
        int in = w.dim(1);
        int out = w.dim(0);
        int rows = x.values().length / in;
        double[] y = new double[rows * out];
        for (int r = 0; r < rows; r++) {
            for (int o = 0; o < out; o++) {
                y[r * out + o] = dot(x.values(), r * in, w.values(), o * in, in) + (b == null ? 0 : b.values()[o]);
            }
        }
        return reshaped(y, x, 1, out);
    }

    /** The axes of {@code like} but its last {@code core}, then the given sizes. */
    static DoubleTensor reshaped(double[] values, DoubleTensor like, int core, int... rest) {
        List<Integer> shape = new ArrayList<>(like.shape().subList(0, like.rank() - core));
        Arrays.stream(rest).forEach(shape::add);
        return new DoubleTensor(DType.F64, shape, values);
    }

    static DoubleTensor reshape(DoubleTensor x, int... shape) {
        return new DoubleTensor(x.dtype(), Arrays.stream(shape).boxed().toList(), x.values());
    }

    /** Axes in another order, as {@code numpy.transpose}. */
    static DoubleTensor permute(DoubleTensor x, int... axes) {
        int[] strides = broadcastStrides(x, x.dims());
        int[] shape = Arrays.stream(axes).map(x::dim).toArray();
        double[] out = new double[x.values().length];
        int[] index = new int[axes.length];
        for (int i = 0; i < out.length; i++) {
            int from = 0;
            for (int a = 0; a < axes.length; a++) {
                from += x.dim(axes[a]) == 1 ? 0 : index[a] * strides[axes[a]];
            }
            out[i] = x.values()[from];
            for (int a = axes.length - 1; a >= 0 && ++index[a] == shape[a]; a--) {
                index[a] = 0;
            }
        }
        return new DoubleTensor(x.dtype(), Arrays.stream(shape).boxed().toList(), out);
    }

    /** Joined along the second axis from the end, or the last for {@code fromEnd} 1. */
    static DoubleTensor concat(DoubleTensor a, DoubleTensor b, int fromEnd) {
        int inner = fromEnd == 1 ? 1 : a.dim(-1);
        int na = a.dim(-fromEnd) * inner;
        int nb = b.dim(-fromEnd) * inner;
        int outer = a.values().length / na;
        double[] out = new double[outer * (na + nb)];
        for (int o = 0; o < outer; o++) {
            System.arraycopy(a.values(), o * na, out, o * (na + nb), na);
            System.arraycopy(b.values(), o * nb, out, o * (na + nb) + na, nb);
        }
        List<Integer> shape = new ArrayList<>(a.shape());
        shape.set(a.rank() - fromEnd, a.dim(-fromEnd) + b.dim(-fromEnd));
        return new DoubleTensor(a.dtype(), shape, out);
    }

    /** Rows {@code from} to {@code to} of the first axis. */
    static DoubleTensor rows(DoubleTensor x, int from, int to) {
        int row = x.values().length / x.dim(0);
        List<Integer> shape = new ArrayList<>(x.shape());
        shape.set(0, to - from);
        return new DoubleTensor(x.dtype(), shape, Arrays.copyOfRange(x.values(), from * row, to * row));
    }

    /**
     * Softmax over the last axis, the largest value subtracted first. A row of negative infinities has no softmax: NaN, as
     * in PyTorch.
     */
    static DoubleTensor softmax(DoubleTensor x) {
        int n = x.dim(-1);
        double[] out = x.values().clone();
        for (int r = 0; r < out.length; r += n) {
            double max = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < n; i++) {
                max = Math.max(max, out[r + i]);
            }
            double sum = 0;
            for (int i = 0; i < n; i++) {
                out[r + i] = Math.exp(out[r + i] - max);
                sum += out[r + i];
            }
            for (int i = 0; i < n; i++) {
                out[r + i] /= sum;
            }
        }
        return new DoubleTensor(DType.F64, x.shape(), out);
    }

    private static double dot(double[] a, int i, double[] b, int j, int n) {
        double sum = 0;
        for (int c = 0; c < n; c++) {
            sum += a[i + c] * b[j + c];
        }
        return sum;
    }
}
