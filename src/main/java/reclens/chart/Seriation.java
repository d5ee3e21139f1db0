package reclens.chart;

import java.util.Arrays;
import java.util.stream.IntStream;
import reclens.domain.CancellationToken;

/**
 * Puts similar rows beside each other: hierarchical clustering with average linkage over Euclidean distances (nearest-neighbour
 * chain, Murtagh 1983: O(n^2)), and of both ways round that a cluster can join another the one whose ends are most alike.
 */
final class Seriation {
    private final float[][] profiles;
    private final CancellationToken cancellation;
    /** Between clusters, by the index of one of their members; the lower triangle. */
    private final float[][] distance;

    private final int[][] leaves;
    private final int[] sizes;

    private Seriation(float[][] profiles, CancellationToken cancellation) {
        this.profiles = profiles;
        this.cancellation = cancellation;
        int n = profiles.length;
        distance = new float[n][];
        for (int i = 0; i < n; i++) {
            cancellation.check();
            distance[i] = new float[i];
            for (int j = 0; j < i; j++) {
                distance[i][j] = euclidean(profiles[i], profiles[j]);
            }
        }
        leaves = IntStream.range(0, n).mapToObj(i -> new int[] {i}).toArray(int[][]::new);
        sizes = new int[n];
        Arrays.fill(sizes, 1);
    }

    /**
     * @param profiles what is compared [n, d]
     * @return a permutation of 0 to n - 1; the earlier of both ends comes first
     */
    static int[] order(float[][] profiles, CancellationToken cancellation) {
        return profiles.length == 0 ? new int[0] : new Seriation(profiles, cancellation).run();
    }

    private int[] run() {
        int n = profiles.length;
        int[] chain = new int[n];
        int length = 0;
        for (int merges = 0; merges < n - 1; merges++) {
            cancellation.check();
            if (length == 0) {
                chain[length++] = anyCluster();
            }
            while (true) {
                int last = chain[length - 1];
                int before = length > 1 ? chain[length - 2] : -1;
                int nearest = nearest(last, before);
                if (nearest == before) {
                    break; // each is the other's nearest
                }
                chain[length++] = nearest;
            }
            merge(chain[length - 2], chain[length - 1]);
            length -= 2;
        }
        int[] order = leaves[anyCluster()];
        return order[0] <= order[order.length - 1] ? order : reversed(order);
    }

    private int anyCluster() {
        return IntStream.range(0, sizes.length)
                .filter(i -> sizes[i] > 0)
                .findFirst()
                .orElseThrow();
    }

    /** A tie goes to {@code preferred}, or chains would never end. */
    private int nearest(int cluster, int preferred) {
        int best = preferred;
        float least = preferred < 0 ? Float.POSITIVE_INFINITY : between(cluster, preferred);
        for (int other = 0; other < sizes.length; other++) {
            if (sizes[other] > 0 && other != cluster) {
                float d = between(cluster, other);
                if (d < least || best < 0) {
                    least = d;
                    best = other;
                }
            }
        }
        return best;
    }

    private void merge(int a, int b) {
        int[] one = leaves[a];
        int[] two = leaves[b];
        double least = Double.POSITIVE_INFINITY;
        int[] joined = null;
        for (int[] left : new int[][] {one, reversed(one)}) {
            for (int[] right : new int[][] {two, reversed(two)}) {
                double d = euclidean(profiles[left[left.length - 1]], profiles[right[0]]);
                if (d < least || joined == null) {
                    least = d;
                    joined = IntStream.concat(Arrays.stream(left), Arrays.stream(right))
                            .toArray();
                }
            }
        }
        for (int other = 0; other < sizes.length; other++) {
            if (sizes[other] > 0 && other != a && other != b) {
                float mean = (sizes[a] * between(a, other) + sizes[b] * between(b, other)) / (sizes[a] + sizes[b]);
                distance[Math.max(a, other)][Math.min(a, other)] = mean;
            }
        }
        leaves[a] = joined;
        sizes[a] += sizes[b];
        sizes[b] = 0;
        leaves[b] = null;
    }

    private float between(int a, int b) {
        return distance[Math.max(a, b)][Math.min(a, b)];
    }

    private static float euclidean(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            float d = a[i] - b[i];
            sum += Float.isFinite(d) ? d * d : 0;
        }
        return (float) Math.sqrt(sum);
    }

    private static int[] reversed(int[] order) {
        int[] result = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            result[i] = order[order.length - 1 - i];
        }
        return result;
    }
}
