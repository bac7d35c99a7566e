package org.reentryatlas.siting;

/** Searches, one after the other, until somebody ends it. */
final class EndlessSiting {
    private EndlessSiting() {}

    public static void main(String[] args) {
        // Not before: until its library is there, no solver can be in the way.
        new Siting(Effort.DEFAULT).solve(SitingBench.square(20, 10, 1), new Goal.SetCovering(30));
        while (true) {
            WatchTest.ENDLESS.solve(WatchTest.HARD, new Goal.PMedian(8), new Watch(() -> false, EndlessSiting::tell));
        }
    }

    private static void tell(Watch.Progress told) {
        if (told.phase() == Watch.Phase.PROGRAMME) {
            System.out.println("solving");
        }
    }
}
