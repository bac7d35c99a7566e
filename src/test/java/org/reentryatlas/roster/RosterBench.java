package org.reentryatlas.roster;

import java.util.Locale;

/** Speed and gaps of tours for a city beside their targets. Ends with 1 where a target is missed. */
public final class RosterBench {
    private static final double MOST_SECONDS = 10;

    private boolean isGood = true;

    private RosterBench() {}

    /** Runs it and exits. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        RosterBench bench = new RosterBench();
        System.out.println("tours: 60 areas, 13 weeks of 10 slots, 20 + 20 officers; each aim as it is and its bound");
        for (Cities.Service service : Cities.Service.values()) {
            for (int mostPerWeek = 2; mostPerWeek > 0; mostPerWeek--) {
                bench.plan(service, mostPerWeek, false);
            }
        }
        bench.plan(Cities.Service.TEAMS, 2, true);
        System.exit(bench.isGood ? 0 : 1);
    }

    private void plan(Cities.Service service, int mostPerWeek, boolean doOverlap) {
        RosterProblem problem = Cities.city(service, mostPerWeek, doOverlap, 1);
        long start = System.nanoTime();
        Plan plan = new Roster(Effort.DEFAULT).plan(problem);
        double seconds = (System.nanoTime() - start) / 1e9;
        boolean isMet = seconds <= MOST_SECONDS;
        isGood &= isMet;
        System.out.printf(
                "  %-10s %d a week%s  least share %s  tours %s of %d  unevenness %s  steps %s  proven %-3s %6.2f s  target: %.0f s%s%n",
                service,
                mostPerWeek,
                doOverlap ? ", overlapping" : "             ",
                words(plan.leastShare(), "%.3f"),
                words(plan.tourCount(), "%.0f"),
                problem.areas().stream().mapToInt(Area::needed).sum(),
                words(plan.unevenness(), "%.0f"),
                words(plan.steps(), "%.0f"),
                plan.isProven() ? "yes" : "no",
                seconds,
                MOST_SECONDS,
                isMet ? "" : "  MISSED");
    }

    private static String words(Aim aim, String format) {
        return (format + " (" + format + ")").formatted(aim.value(), aim.bound());
    }
}
