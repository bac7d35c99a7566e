package org.reentryatlas.access;

import java.util.List;

/**
 * How much a service counts for somebody to whom it costs something to reach: 1 for nothing lost, 0 for out of reach. The cost
 * is in the unit of the {@link CostTable}, and whatever a decay says of itself is in the same unit. A weight is at least 0 and
 * at most 1e30, one under 1e-30 counts as 0 ({@link Weights} sees to it), and none of these rises with the cost. A curve of
 * somebody's own is a function from a cost to a weight.
 */
@FunctionalInterface
public interface Decay {
    double weight(int cost);

    /** This decay up to a cost, itself included, and 0 beyond. */
    default Decay upTo(int cutoff) {
        return new UpTo(this, cutoff);
    }

    /**
     * Everything up to a cost counts in full, that cost included: the catchment of cumulative opportunities and of 2SFCA
     * (W. Luo &amp; F. Wang, Environment and Planning B 30(6), 2003).
     *
     * @param cutoff at least 0
     */
    record Within(int cutoff) implements Decay {
        public Within {
            requireCost("the cut-off", cutoff);
        }

        @Override
        public double weight(int cost) {
            return cost <= cutoff ? 1 : 0;
        }
    }

    /**
     * A band of costs.
     *
     * @param end where it ends, at least 0
     * @param weight within it, finite and at least 0
     */
    record Band(int end, double weight) {
        public Band {
            requireCost("the end of a band", end);
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException(
                        "the weight of a band is " + weight + " and must be finite and not negative");
            }
        }
    }

    /**
     * Bands, each of which holds the cost at which it ends; 0 beyond the last (W. Luo &amp; Y. Qi, Health &amp; Place 15(4), 2009).
     *
     * @param bands one or more, with rising ends and weights that do not rise
     */
    record Steps(List<Band> bands) implements Decay {
        public Steps {
            bands = requireBands(bands);
        }

        /**
         * The bands that are usual with E2SFCA: 10, 20 and 30 minutes, weights 1, 0.68 and 0.22.
         *
         * @param unitsAMinute how many units of the cost table are a minute: 60 if it holds seconds
         */
        public static Steps enhanced(int unitsAMinute) {
            if (unitsAMinute < 1) {
                throw new IllegalArgumentException(
                        "a minute of " + unitsAMinute + " units of cost: it must have at least 1");
            }
            return new Steps(List.of(
                    new Band(Math.multiplyExact(10, unitsAMinute), 1),
                    new Band(Math.multiplyExact(20, unitsAMinute), 0.68),
                    new Band(Math.multiplyExact(30, unitsAMinute), 0.22)));
        }

        @Override
        public double weight(int cost) {
            for (Band band : bands) {
                if (cost <= band.end()) {
                    return band.weight();
                }
            }
            return 0;
        }
    }

    /**
     * Bands, none of which holds the cost at which it ends: that belongs to the next. How the R package {@code accessibility}
     * reads steps, and there for comparisons with it.
     *
     * @param bands one or more, with rising ends and weights that do not rise
     */
    record StepsBefore(List<Band> bands) implements Decay {
        public StepsBefore {
            bands = requireBands(bands);
        }

        @Override
        public double weight(int cost) {
            for (Band band : bands) {
                if (cost < band.end()) {
                    return band.weight();
                }
            }
            return 0;
        }
    }

    /**
     * Negative exponential, {@code exp(-rate * cost)}: 1 at cost 0 (A. G. Wilson, Transportation Research 1(3), 1967).
     *
     * @param rate for one unit of cost, above 0
     */
    record Exponential(double rate) implements Decay {
        public Exponential {
            Amounts.requirePositive("the rate", rate);
        }

        @Override
        public double weight(int cost) {
            return Math.exp(-rate * cost);
        }
    }

    /**
     * Gaussian, {@code exp(-cost² / (2 * bandwidth²))}: 1 at cost 0 (D. Dai, Health &amp; Place 16(5), 2010, without its shift to 0
     * at the cut-off; add {@link #upTo} for one).
     *
     * @param bandwidth the cost at which the weight is exp(-1/2), above 0
     */
    record Gaussian(double bandwidth) implements Decay {
        public Gaussian {
            Amounts.requirePositive("the bandwidth", bandwidth);
        }

        @Override
        public double weight(int cost) {
            double widths = cost / bandwidth;
            return Math.exp(-widths * widths / 2);
        }
    }

    /**
     * Gravity, {@code (cost / least)^-exponent}, for costs below {@code least} 1: a power has no value at cost 0, where two points
     * of a map that lie on each other would weigh more than a city (W. G. Hansen, Journal of the American Institute of
     * Planners 25(2), 1959).
     *
     * @param least the cost below which nothing gets nearer, at least 1
     * @param exponent above 0
     */
    record Power(int least, double exponent) implements Decay {
        public Power {
            if (least < 1) {
                throw new IllegalArgumentException("the least cost is " + least + " and must be at least 1");
            }
            Amounts.requirePositive("the exponent", exponent);
        }

        @Override
        public double weight(int cost) {
            return cost <= least ? 1 : Math.pow((double) cost / least, -exponent);
        }
    }

    /**
     * Another decay, with an end.
     *
     * @param inner what counts up to there
     * @param cutoff the last cost that counts, at least 0
     */
    record UpTo(Decay inner, int cutoff) implements Decay {
        public UpTo {
            requireCost("the cut-off", cutoff);
        }

        @Override
        public double weight(int cost) {
            return cost <= cutoff ? inner.weight(cost) : 0;
        }
    }

    private static void requireCost(String what, int cost) {
        if (cost < 0) {
            throw new IllegalArgumentException(what + " is " + cost + " and must not be negative");
        }
    }

    private static List<Band> requireBands(List<Band> bands) {
        if (bands.isEmpty()) {
            throw new IllegalArgumentException("there are no bands");
        }
        for (int i = 1; i < bands.size(); i++) {
            if (bands.get(i).end() <= bands.get(i - 1).end()) {
                throw new IllegalArgumentException("bands must end later and later, but "
                        + bands.get(i).end() + " follows " + bands.get(i - 1).end());
            }
            if (bands.get(i).weight() > bands.get(i - 1).weight()) {
                throw new IllegalArgumentException("what is farther must not weigh more, but "
                        + bands.get(i).weight() + " follows " + bands.get(i - 1).weight());
            }
        }
        return List.copyOf(bands);
    }
}
