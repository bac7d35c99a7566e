package org.reentryatlas.siting;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * What no choice of sites can do better, from a Lagrangian relaxation (Cornuejols, Fisher and Nemhauser, Management Science 23, 1977;
 * Held, Wolfe and Crowder, Mathematical Programming 6, 1974, for the way to the prices). Each demand offers a price to whoever serves
 * it; a site takes what exceeds its cost, and the sites that would take most are chosen. Demands that are served twice lower
 * their price, those that are not raise it. Each round is a bound, and gives up sites that no better choice can have, or must have.
 */
final class LagrangianBound {
    /** The share of the objective below which a difference is an error of addition. */
    private static final double SAME = 1e-9;

    /** So much of the distance to the objective is tried at first; halved when rounds bring nothing. */
    private static final double FIRST_STRIDE = 1.5;

    private static final double LAST_STRIDE = 1e-3;
    private static final int PATIENCE = 25;

    /** How much of the direction of the round before is kept, which damps swinging to and fro. */
    private static final double MEMORY = 0.4;

    private final Median median;
    private final Effort effort;
    private final Watch watch;
    private final double step;
    private final UnaryOperator<int[]> improve;

    private int[] best;
    private double upper;

    /** No cost is below 0. */
    private double lower;

    private final BitSet out = new BitSet();
    private final BitSet in = new BitSet();
    private final double[] prices;
    private final double[] direction;

    /**
     * A bound.
     *
     * @param start a choice
     * @param improve makes the choices better that the rounds find
     */
    LagrangianBound(
            Median median, Effort effort, Watch watch, int[] start, double[] prices, UnaryOperator<int[]> improve) {
        this.median = median;
        this.effort = effort;
        this.watch = watch;
        this.step = median.step();
        this.improve = improve;
        this.best = start;
        this.upper = median.value(start);
        this.prices = prices.clone();
        this.direction = new double[prices.length];
    }

    /** Goes on until the bound meets the choice, the stride is too short, or the effort is spent. */
    void run() {
        double stride = FIRST_STRIDE;
        int idle = 0;
        for (int round = 1; round <= effort.rounds() && !watch.isOver() && !isClosed(); round++) {
            watch.tell(Watch.Phase.BOUND, round, effort.rounds());
            double[] worth = worth();
            Integer[] order = order(worth);
            double bound = bound(worth, order);
            if (bound > lower * (1 + SAME)) {
                lower = bound;
                idle = 0;
                offer(order);
            } else if (++idle >= PATIENCE) {
                stride /= 2;
                idle = 0;
            }
            giveUp(worth, order, bound);
            if (stride < LAST_STRIDE || !move(order, bound, stride)) {
                break;
            }
        }
    }

    /** By site, what it takes with the prices, negated. */
    private double[] worth() {
        double[] worth = new double[median.ids.length];
        for (int i = 0; i < prices.length; i++) {
            for (int k = 0; k < median.sites[i].length && median.costs[i][k] < prices[i]; k++) {
                worth[median.sites[i][k]] += median.costs[i][k] - prices[i];
            }
        }
        return worth;
    }

    private static Integer[] order(double[] worth) {
        Integer[] order = IntStream.range(0, worth.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(j -> worth[j]));
        return order;
    }

    private double bound(double[] worth, Integer[] order) {
        double bound = median.constant;
        for (double price : prices) {
            bound += price;
        }
        for (int k = 0; k < median.choose; k++) {
            bound += worth[order[k]];
        }
        return bound;
    }

    /** The sites of a round that was better than all before are often a good choice. */
    private void offer(Integer[] order) {
        int[] chosen = chosen(order);
        if (!Arrays.equals(chosen, best)) {
            int[] improved = improve.apply(chosen);
            double value = median.value(improved);
            if (value < upper) {
                best = improved;
                upper = value;
            }
        }
    }

    private int[] chosen(Integer[] order) {
        return Arrays.stream(order, 0, median.choose)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    /** What a choice that is better than the best would cost at most. */
    private double toBeat() {
        // Where whole numbers are so large that addition loses their units, they say nothing.
        boolean isStepSure = step > 1e3 * SAME * upper;
        return upper - Math.max(isStepSure ? 0.999 * step : 0, SAME * upper);
    }

    private boolean isClosed() {
        return lower > toBeat() || upper == 0;
    }

    private void giveUp(double[] worth, Integer[] order, double bound) {
        if (median.choose == 0 || median.choose == order.length) {
            return;
        }
        double last = worth[order[median.choose - 1]];
        double next = worth[order[median.choose]];
        for (int k = 0; k < order.length; k++) {
            int site = order[k];
            if (k < median.choose && bound - worth[site] + next > toBeat()) {
                in.set(site);
            } else if (k >= median.choose && bound - last + worth[site] > toBeat()) {
                out.set(site);
            }
        }
    }

    /** Changes the prices; false if nothing is to be changed, so that the bound is what it can be. */
    private boolean move(Integer[] order, double bound, double stride) {
        BitSet open = new BitSet();
        for (int k = 0; k < median.choose; k++) {
            open.set(order[k]);
        }
        double square = 0;
        double length = 0;
        for (int i = 0; i < prices.length; i++) {
            int served = 0;
            for (int k = 0; k < median.sites[i].length && median.costs[i][k] < prices[i]; k++) {
                served += open.get(median.sites[i][k]) ? 1 : 0;
            }
            double missing = 1.0 - served;
            // Nobody pays more than without a site.
            missing = missing > 0 && prices[i] >= median.base[i] ? 0 : missing;
            square += missing * missing;
            direction[i] = (1 - MEMORY) * missing + MEMORY * direction[i];
            length += direction[i] * direction[i];
        }
        if (square == 0 || length == 0) {
            return false;
        }
        double stepLength = stride * Math.max(upper - bound, SAME * upper) / length;
        for (int i = 0; i < prices.length; i++) {
            prices[i] = Math.min(median.base[i], Math.max(median.costs[i][0], prices[i] + stepLength * direction[i]));
        }
        return true;
    }

    /** The best choice that is known now. */
    int[] best() {
        return best;
    }

    /** What no choice is below; the value of the best where that is proven to be the best. */
    double lower() {
        return isClosed() ? upper : Math.min(lower, upper);
    }

    boolean isProven() {
        return isClosed();
    }

    /** Sites that no better choice has. */
    BitSet out() {
        return out;
    }

    /** Sites that every better choice has. */
    BitSet in() {
        return in;
    }
}
