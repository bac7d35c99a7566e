package org.reentryatlas.siting;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPVariable;
import java.util.BitSet;

/** A {@link Cover} as a programme: the fewest sites, or whether so many are enough. */
final class CoverProgramme {
    private CoverProgramme() {}

    /**
     * What came out.
     *
     * @param chosen new sites that cover enough; empty without a solution
     * @param lower no fewer do, where a number was not given
     */
    record Result(Programme.End end, BitSet chosen, int lower) {}

    /**
     * The fewest sites that cover enough. Of a programme that is too large only the bound without whole numbers is found.
     *
     * @param start a choice that covers enough
     */
    static Result fewest(Cover cover, BitSet start, Effort effort, Watch watch) {
        boolean isWhole = cover.open().cardinality() <= effort.rows();
        try (Programme programme = isWhole ? Programme.integer(effort, watch) : Programme.linear(watch)) {
            MPVariable[] sites = sites(programme, cover, 1, isWhole);
            double[] hint = new double[sites.length];
            for (int k = 0; k < hint.length; k++) {
                hint[k] = start.get(cover.free()[k]) ? 1 : 0;
            }
            if (isWhole) {
                programme.hint(sites, hint);
            }
            watch.tell(Watch.Phase.PROGRAMME, 1, 1);
            Programme.End end = programme.solve();
            boolean hasBound = end == Programme.End.OPTIMAL || (isWhole && end == Programme.End.FEASIBLE);
            double bound = end == Programme.End.OPTIMAL ? programme.value() : hasBound ? programme.bound() : 0;
            int lower = (int) Math.ceil(Math.max(0, bound) - Programme.TOLERANCE);
            boolean hasChoice = isWhole && hasBound;
            BitSet chosen = hasChoice ? chosen(cover, sites) : new BitSet();
            return new Result(isWhole || !hasBound ? end : Programme.End.FEASIBLE, chosen, lower);
        }
    }

    /** Whether so many new sites are enough; of a programme that is too large it is only found that they are not. */
    static Result decide(Cover cover, int number, Effort effort, Watch watch) {
        boolean isWhole = cover.open().cardinality() <= effort.rows();
        try (Programme programme = isWhole ? Programme.integer(effort, watch) : Programme.linear(watch)) {
            MPVariable[] sites = sites(programme, cover, 0, isWhole);
            MPConstraint most = programme.row(0, number);
            for (MPVariable site : sites) {
                most.setCoefficient(site, 1);
            }
            Programme.End end = programme.solve();
            boolean isFound = end == Programme.End.OPTIMAL || end == Programme.End.FEASIBLE;
            if (isFound && isWhole) {
                return new Result(Programme.End.FEASIBLE, chosen(cover, sites), 0);
            }
            return new Result(isFound ? Programme.End.UNKNOWN : end, new BitSet(), 0);
        }
    }

    private static MPVariable[] sites(Programme programme, Cover cover, double cost, boolean isWhole) {
        MPVariable[] sites = new MPVariable[cover.free().length];
        for (int k = 0; k < sites.length; k++) {
            sites[k] = programme.choice(cost, isWhole);
        }
        MPConstraint share = cover.isForAll() ? null : programme.row(cover.neededShare(), Double.POSITIVE_INFINITY);
        cover.open().stream().forEach(demand -> {
            MPConstraint row = programme.row(share == null ? 1 : 0, Double.POSITIVE_INFINITY);
            for (int k = 0; k < sites.length; k++) {
                if (cover.within(cover.free()[k]).get(demand)) {
                    row.setCoefficient(sites[k], 1);
                }
            }
            if (share != null) {
                MPVariable isCovered = programme.amount(1, 0);
                row.setCoefficient(isCovered, -1);
                share.setCoefficient(isCovered, cover.shareOf(demand));
            }
        });
        return sites;
    }

    private static BitSet chosen(Cover cover, MPVariable[] sites) {
        BitSet chosen = new BitSet();
        for (int k : Programme.taken(sites)) {
            chosen.set(cover.free()[k]);
        }
        return chosen;
    }
}
