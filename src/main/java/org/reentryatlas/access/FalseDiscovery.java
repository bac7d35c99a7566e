package org.reentryatlas.access;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Control of how many of those found are found by chance, where many are looked at together. */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * The p values as adjusted by Y. Benjamini &amp; Y. Hochberg (Journal of the Royal Statistical Society B 57(1), 1995): among
     * those at or below a level, at most that share is expected to be there by chance. Each is the least of
     * {@code p * n / rank} from its own rank on, and at most 1.
     *
     * @param p each from 0 to 1
     */
    public static double[] adjusted(double[] p) {
        for (int i = 0; i < p.length; i++) {
            if (!(p[i] >= 0 && p[i] <= 1)) {
                throw new IllegalArgumentException("the p value " + i + " is " + p[i] + " and must lie in 0..1");
            }
        }
        int[] falling = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[p.length];
        double least = 1;
        for (int place = 0; place < falling.length; place++) {
            int rank = p.length - place;
            least = Math.min(least, p[falling[place]] * p.length / rank);
            adjusted[falling[place]] = least;
        }
        return adjusted;
    }
}
