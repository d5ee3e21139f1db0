package reclens.session;

import java.util.function.DoubleConsumer;
import reclens.domain.CancellationToken;
import reclens.domain.DType;
import reclens.domain.ProgressListener;
import reclens.domain.Tensor;

/**
 * What the values of a tensor are like. Mean, spread and bins are of the finite values only.
 *
 * @param count all values
 * @param zeros how many are exactly 0
 * @param nans how many are NaN
 * @param infinite how many are plus or minus infinity
 * @param mean NaN without finite values
 * @param std population standard deviation; NaN without finite values
 * @param min smallest finite value; NaN without any
 * @param max largest finite value; NaN without any
 * @param edges of the bins, ascending [B + 1]; a bin holds its lower edge, the last one both; empty without finite values
 * @param counts finite values in each bin [B]
 */
public record TensorSummary(
        long count,
        long zeros,
        long nans,
        long infinite,
        double mean,
        double std,
        double min,
        double max,
        double[] edges,
        long[] counts) {
    private static final String STAGE = "progress.tensor";
    private static final int BLOCK = 1 << 15;

    /**
     * Goes through the values twice, block by block, so that a tensor of any size takes no memory of its own.
     *
     * @param bins how many at most; integers get whole-numbered bins, a constant tensor gets one
     * @throws reclens.domain.CancelledException when cancelled
     */
    public static TensorSummary of(Tensor tensor, int bins, ProgressListener progress, CancellationToken cancellation) {
        First first = new First();
        go(tensor, first, 0, progress, cancellation);
        if (first.finite == 0) {
            return new TensorSummary(
                    tensor.elements(),
                    0,
                    first.nans,
                    first.infinite,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    new double[0],
                    new long[0]);
        }
        double mean = first.sum / first.finite;
        Second second = new Second(mean, edges(first.min, first.max, isWhole(tensor.dtype()), bins));
        go(tensor, second, 0.5, progress, cancellation);
        return new TensorSummary(
                tensor.elements(),
                first.zeros,
                first.nans,
                first.infinite,
                mean,
                Math.sqrt(second.squares / first.finite),
                first.min,
                first.max,
                second.edges,
                second.counts);
    }

    private static void go(
            Tensor tensor,
            DoubleConsumer each,
            double done,
            ProgressListener progress,
            CancellationToken cancellation) {
        double[] block = new double[BLOCK];
        long all = tensor.elements();
        long at = 0;
        for (int n = tensor.read(at, block); n > 0; n = tensor.read(at, block)) {
            cancellation.check();
            for (int i = 0; i < n; i++) {
                each.accept(block[i]);
            }
            at += n;
            progress.progress(STAGE, done + 0.5 * at / all);
        }
    }

    private static boolean isWhole(DType dtype) {
        return switch (dtype) {
            case F64, F32, F16, BF16 -> false;
            case I64, I32, I16, I8, U8, BOOL -> true;
        };
    }

    /** Between them lie the bins; whole numbers stand in the middle of theirs, or no bin would be like its neighbour. */
    private static double[] edges(double min, double max, boolean whole, int bins) {
        if (min == max) {
            double half = whole ? 0.5 : Math.max(Math.abs(min) * 0.05, 1e-6);
            return new double[] {min - half, min + half};
        }
        double low = whole ? min - 0.5 : min;
        double width = whole ? Math.ceil((max - min + 1) / bins) : (max - min) / bins;
        int used = whole ? (int) Math.ceil((max + 0.5 - low) / width) : bins;
        double[] edges = new double[used + 1];
        for (int i = 0; i <= used; i++) {
            edges[i] = low + i * width;
        }
        if (!whole) {
            edges[used] = max;
        }
        return edges;
    }

    private static final class First implements DoubleConsumer {
        private long finite;
        private long zeros;
        private long nans;
        private long infinite;
        private double sum;
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;

        @Override
        public void accept(double value) {
            if (Double.isNaN(value)) {
                nans++;
            } else if (Double.isInfinite(value)) {
                infinite++;
            } else {
                finite++;
                zeros += value == 0 ? 1 : 0;
                sum += value;
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
    }

    private static final class Second implements DoubleConsumer {
        private final double mean;
        private final double[] edges;
        private final long[] counts;
        private final double width;
        private double squares;

        Second(double mean, double[] edges) {
            this.mean = mean;
            this.edges = edges;
            this.counts = new long[edges.length - 1];
            this.width = (edges[edges.length - 1] - edges[0]) / counts.length;
        }

        @Override
        public void accept(double value) {
            if (Double.isFinite(value)) {
                squares += (value - mean) * (value - mean);
                counts[Math.min(counts.length - 1, (int) ((value - edges[0]) / width))]++;
            }
        }
    }
}
