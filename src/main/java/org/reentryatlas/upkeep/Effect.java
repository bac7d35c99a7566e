package org.reentryatlas.upkeep;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How much less or more was asked for where something was done than where nothing was: differences in differences. The change on each
 * block, less the mean change of the blocks like it, summed over the blocks.
 *
 * <p>How far chance alone goes is seen by randomisation (Fisher, <i>The Design of Experiments</i>, 1935; as Rosenbaum,
 * <i>Observational Studies</i>, 2nd ed. 2002, chapter 2, and Imbens and Rubin, <i>Causal Inference</i>, 2015, chapter 5, have it for
 * matched sets): for each block one of those like it is drawn, as if that had been the one, {@value #DRAWS} times. The range is that of
 * the differences that are left when each of the middle 95 % of these sums is taken for what would have happened. The draws are
 * seeded, and with replacement, since several blocks may have the same blocks like them; so the same input has the same answer.
 *
 * @param blocks all that were given
 * @param compared those with at least {@value #LEAST_LIKE} like them; of these alone are all numbers that follow
 * @param fewestLike how many blocks are like the one that has the fewest
 * @param before what was asked for before
 * @param after what was asked for after
 * @param expected what would have been asked for after, if they had changed as those like them
 * @param difference what was asked for after, less what was expected; below 0 less was asked for
 * @param low the least of the range of the difference
 * @param high the most of the range of the difference
 */
public record Effect(
        int blocks,
        int compared,
        int fewestLike,
        int before,
        int after,
        double expected,
        double difference,
        double low,
        double high) {
    /** With fewer, a mean says little of what happens by chance. */
    public static final int LEAST_LIKE = 10;

    public static final int DRAWS = 999;

    private static final long SEED = 20_261_127;
    private static final double TAIL = 0.025;

    /** Sums of floating-point numbers differ in their last digits by the order of the terms. */
    private static final double STEPS = 1e6;

    /**
     * A block and those like it.
     *
     * @param key by which blocks are put in order, so that the draws are the same whatever order they come in
     * @param before what was asked for before
     * @param after what was asked for after
     * @param changes by how much it changed on each block like it
     */
    public record Comparison(long key, int before, int after, List<Integer> changes) {
        public Comparison {
            changes = changes.stream().sorted().toList();
        }

        double meanChange() {
            return changes.stream().mapToInt(Integer::intValue).average().orElse(0);
        }
    }

    /** What the comparisons come to; with none that can be made, all its numbers are 0. */
    public static Effect of(List<Comparison> all) {
        List<Comparison> usable = all.stream()
                .filter(each -> each.changes().size() >= LEAST_LIKE)
                .sorted(Comparator.comparingLong(Comparison::key).thenComparing(Comparison::before))
                .toList();
        int before = usable.stream().mapToInt(Comparison::before).sum();
        int after = usable.stream().mapToInt(Comparison::after).sum();
        double expected =
                before + usable.stream().mapToDouble(Comparison::meanChange).sum();
        int[] sums = draws(usable);
        int tail = (int) Math.ceil(TAIL * DRAWS) - 1;
        double change = after - before;
        return new Effect(
                all.size(),
                usable.size(),
                usable.stream().mapToInt(each -> each.changes().size()).min().orElse(0),
                before,
                after,
                rounded(expected),
                rounded(after - expected),
                change - sums[DRAWS - 1 - tail],
                change - sums[tail]);
    }

    /** Whether chance alone would hardly make so much of a difference. */
    public boolean isClear() {
        return low > 0 || high < 0;
    }

    /** By how much one like block for each changed, all together, in rising order. */
    private static int[] draws(List<Comparison> usable) {
        SplittableRandom random = new SplittableRandom(SEED);
        int[] sums = new int[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (Comparison each : usable) {
                sums[draw] += each.changes().get(random.nextInt(each.changes().size()));
            }
        }
        Arrays.sort(sums);
        return sums;
    }

    private static double rounded(double value) {
        return Math.round(value * STEPS) / STEPS;
    }
}
