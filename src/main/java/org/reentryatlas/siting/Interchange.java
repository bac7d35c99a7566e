package org.reentryatlas.siting;

import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Vertex interchange (Teitz and Bart, Operations Research 16, 1968): a chosen site is exchanged for another as long as that makes the
 * choice better. What all exchanges would bring is found in one pass over the demands (Whitaker, INFOR 21, 1983, in the form of
 * Resende and Werneck, European Journal of Operational Research 182, 2007): the gain of the site that comes, the loss of the one that goes, and
 * what the two have in common, since who loses the one may go to the other.
 */
final class Interchange {
    /** What is smaller than this share of the objective is an error of addition. */
    private static final double SAME = 1e-12;

    private final Median median;
    private final Watch watch;
    private final int count;

    /** By demand: the position of its cheapest chosen site, or -1, what that costs, and what the next costs. */
    private final int[] nearest;

    private final double[] first;
    private final double[] second;

    Interchange(Median median, Watch watch) {
        this.median = median;
        this.watch = watch;
        this.count = median.ids.length;
        this.nearest = new int[median.base.length];
        this.first = new double[median.base.length];
        this.second = new double[median.base.length];
    }

    /** Takes the site that brings most, again and again; of several the lowest. */
    int[] greedy() {
        int[] chosen = new int[0];
        while (chosen.length < median.choose) {
            assign(positions(chosen));
            double[] gain = new double[count];
            for (int i = 0; i < nearest.length; i++) {
                for (int k = 0; k < median.sites[i].length && median.costs[i][k] < first[i]; k++) {
                    gain[median.sites[i][k]] += first[i] - median.costs[i][k];
                }
            }
            for (int taken : chosen) {
                gain[taken] = -1;
            }
            int best = 0;
            for (int j = 1; j < count; j++) {
                best = gain[j] > gain[best] ? j : best;
            }
            chosen = Arrays.copyOf(chosen, chosen.length + 1);
            chosen[chosen.length - 1] = best;
        }
        Arrays.sort(chosen);
        return chosen;
    }

    /** Any sites. */
    int[] random(Random random) {
        int[] order = new int[count];
        for (int j = 0; j < count; j++) {
            int other = random.nextInt(j + 1);
            order[j] = order[other];
            order[other] = j;
        }
        int[] chosen = Arrays.copyOf(order, median.choose);
        Arrays.sort(chosen);
        return chosen;
    }

    /** Exchanges sites until no exchange of one makes the choice better, or nobody waits any more. */
    int[] improved(int[] start) {
        int[] chosen = start.clone();
        double value = median.value(chosen);
        while (!watch.isOver()) {
            Exchange best = exchange(chosen, value, false);
            if (best == null) {
                break;
            }
            int[] next = best.of(chosen);
            double better = median.value(next);
            // Gains are added up in another order than the objective: without this it could go round in circles.
            if (better >= value) {
                break;
            }
            chosen = next;
            value = better;
        }
        Arrays.sort(chosen);
        return chosen;
    }

    /** Exchanges sites for lower ones as long as that changes nothing, so that ties are broken in one way. */
    int[] settled(int[] start) {
        int[] chosen = start.clone();
        double value = median.value(chosen);
        while (!watch.isOver()) {
            Exchange lower = exchange(chosen, value, true);
            if (lower == null) {
                break;
            }
            chosen = lower.of(chosen);
        }
        return chosen;
    }

    private record Exchange(int position, int site) {
        int[] of(int[] chosen) {
            int[] next = chosen.clone();
            next[position] = site;
            Arrays.sort(next);
            return next;
        }
    }

    /** The exchange that brings most, or the first that brings the same with a lower site; null if there is none. */
    private @Nullable Exchange exchange(int[] chosen, double value, boolean forTies) {
        int[] position = positions(chosen);
        assign(position);
        double[] gain = new double[count];
        double[] loss = new double[chosen.length];
        double[][] common = new double[count][chosen.length];
        for (int i = 0; i < nearest.length; i++) {
            int goes = nearest[i];
            if (goes >= 0) {
                loss[goes] += second[i] - first[i];
            }
            for (int k = 0; k < median.sites[i].length && median.costs[i][k] < second[i]; k++) {
                int comes = median.sites[i][k];
                double cost = median.costs[i][k];
                gain[comes] += Math.max(0, first[i] - cost);
                if (goes >= 0) {
                    common[comes][goes] += second[i] - Math.max(cost, first[i]);
                }
            }
        }
        double enough = SAME * value;
        return forTies ? tie(chosen, position, enough, gain, loss, common) : best(position, enough, gain, loss, common);
    }

    private static @Nullable Exchange best(
            int[] position, double enough, double[] gain, double[] loss, double[][] common) {
        double most = enough;
        Exchange best = null;
        for (int comes = 0; comes < gain.length; comes++) {
            for (int goes = 0; goes < loss.length && position[comes] < 0; goes++) {
                double profit = gain[comes] - loss[goes] + common[comes][goes];
                if (profit > most) {
                    most = profit;
                    best = new Exchange(goes, comes);
                }
            }
        }
        return best;
    }

    private static @Nullable Exchange tie(
            int[] chosen, int[] position, double enough, double[] gain, double[] loss, double[][] common) {
        for (int comes = 0; comes < gain.length; comes++) {
            for (int goes = loss.length - 1; goes >= 0 && position[comes] < 0 && chosen[goes] > comes; goes--) {
                if (gain[comes] - loss[goes] + common[comes][goes] >= -enough) {
                    return new Exchange(goes, comes);
                }
            }
        }
        return null;
    }

    private int[] positions(int[] chosen) {
        int[] position = new int[count];
        Arrays.fill(position, -1);
        for (int at = 0; at < chosen.length; at++) {
            position[chosen[at]] = at;
        }
        return position;
    }

    private void assign(int[] position) {
        for (int i = 0; i < nearest.length; i++) {
            nearest[i] = -1;
            first[i] = median.base[i];
            second[i] = median.base[i];
            for (int k = 0; k < median.sites[i].length; k++) {
                if (position[median.sites[i][k]] >= 0) {
                    if (nearest[i] >= 0) {
                        second[i] = median.costs[i][k];
                        break;
                    }
                    nearest[i] = position[median.sites[i][k]];
                    first[i] = median.costs[i][k];
                }
            }
        }
    }

    /** By demand, half way between what its cheapest and its next site cost: where prices of a bound begin. */
    double[] prices(int[] chosen) {
        assign(positions(chosen));
        double[] prices = new double[first.length];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = (first[i] + second[i]) / 2;
        }
        return prices;
    }
}
