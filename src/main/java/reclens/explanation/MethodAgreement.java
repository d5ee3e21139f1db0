package reclens.explanation;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far two methods order the events of one window alike, by the magnitude of their values; events without a value in
 * either are left out.
 *
 * @param first one method
 * @param second the other
 * @param tau Kendall's tau-b (Kendall 1945, Biometrika 33), -1 to 1; NaN where a method tells no two events apart
 * @param shared how many of the {@code top} strongest events both have
 * @param top 3, or less in a shorter window
 */
public record MethodAgreement(Method first, Method second, double tau, int shared, int top) {
    private static final int TOP = 3;

    /** Empty unless both methods have values for at least two events. */
    public static Optional<MethodAgreement> of(Explanation explanation, Method first, Method second) {
        Attribution a = explanation.attributions().get(first);
        Attribution b = explanation.attributions().get(second);
        if (a == null || b == null) {
            return Optional.empty();
        }
        int[] both = java.util.stream.IntStream.range(0, Math.min(a.values().length, b.values().length))
                .filter(i -> !Double.isNaN(a.values()[i]) && !Double.isNaN(b.values()[i]))
                .toArray();
        if (both.length < 2) {
            return Optional.empty();
        }
        int top = Math.min(TOP, both.length);
        Set<Integer> strongest = strongest(a, both, top);
        int shared = (int)
                strongest(b, both, top).stream().filter(strongest::contains).count();
        return Optional.of(
                new MethodAgreement(first, second, tau(magnitudes(a, both), magnitudes(b, both)), shared, top));
    }

    private static Set<Integer> strongest(Attribution attribution, int[] among, int top) {
        return Arrays.stream(attribution.order(false))
                .filter(i -> Arrays.binarySearch(among, i) >= 0)
                .limit(top)
                .boxed()
                .collect(Collectors.toSet());
    }

    private static double[] magnitudes(Attribution attribution, int[] events) {
        return Arrays.stream(events)
                .mapToDouble(i -> Math.abs(attribution.values()[i]))
                .toArray();
    }

    /** (concordant - discordant) / sqrt((pairs - ties in x) (pairs - ties in y)). */
    static double tau(double[] x, double[] y) {
        long difference = 0;
        long untiedX = 0;
        long untiedY = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                int signX = Double.compare(x[i], x[j]);
                int signY = Double.compare(y[i], y[j]);
                difference += Integer.signum(signX) * Integer.signum(signY);
                untiedX += signX == 0 ? 0 : 1;
                untiedY += signY == 0 ? 0 : 1;
            }
        }
        return untiedX == 0 || untiedY == 0 ? Double.NaN : difference / Math.sqrt((double) untiedX * untiedY);
    }
}
