package org.reentryatlas.roster;

/**
 * How far an aim was reached. The bound holds for all plans that are as good as this one in the aims before.
 *
 * @param value of this plan, worked out of its tours
 * @param bound no plan is better; with the value where it is the best
 */
public record Aim(double value, double bound) {
    /** Whether no plan that is as good in the aims before is better in this one. */
    public boolean isProven() {
        return value == bound;
    }
}
