package org.reentryatlas.release;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a release was protected and checked. It is kept on the restricted side, because it tells cells that are hidden for
 * what they hold from cells that are hidden to protect those, and because it holds exact counts.
 *
 * <p>What is null or empty was not recorded, which is not the same as none.
 *
 * @param cells by level and measure, in the order in which a report lists them
 * @param demands how many bounds the attackers were held to
 * @param left how many of the bounds hold against the rule-aware attacker only, and not where it is known of every cell
 *     whether it is small
 * @param tightest the bound that came nearest to its demand
 * @param solvers what solved the programmes of the defender and of the attackers
 * @param seconds that protecting and attacking took
 * @param atoms the smallest groups of people that the published cells tell apart
 * @param sliversDropped overlaps of layers that were left out because nobody can live in them
 * @param people rows of the caseload by outcome
 */
public record AuditSummary(
        Rules policy,
        List<Cells> cells,
        int demands,
        @Nullable Integer left,
        @Nullable Tightest tightest,
        List<Solver> solvers,
        @Nullable Double seconds,
        @Nullable Integer atoms,
        @Nullable Integer sliversDropped,
        Map<String, Long> people) {
    /** The policy as it was applied. A record of its own, so that an old summary can be read under newer rules. */
    public record Rules(int k, int roundingBase, int minAddresses) {}

    /**
     * The cells of one measure at one level.
     *
     * @param hiddenForContent hidden for what they hold themselves
     * @param hiddenForOthers hidden only because they would tell something about another cell
     */
    public record Cells(
            String level, String measure, int cells, int shown, int hiddenForContent, int hiddenForOthers, int zero) {
        /** The cells of both, under the level and measure of this. */
        public Cells plus(Cells other) {
            return new Cells(
                    level,
                    measure,
                    cells + other.cells,
                    shown + other.shown,
                    hiddenForContent + other.hiddenForContent,
                    hiddenForOthers + other.hiddenForOthers,
                    zero + other.zero);
        }

        public int hidden() {
            return hiddenForContent + hiddenForOthers;
        }

        /** Those in which a reader sees a number: a public zero is one. */
        public int withNumber() {
            return shown + zero;
        }
    }

    /**
     * The bound that came nearest to its demand.
     *
     * @param people how far above the demand it was
     * @param level of the cell or atom that was attacked
     * @param layers whose published cells led to it
     */
    public record Tightest(
            double people, @Nullable String level, @Nullable String measure, List<String> layers) {
        public Tightest {
            layers = layers == null ? List.of() : List.copyOf(layers);
        }
    }

    /** A solver that took part. */
    public record Solver(String name, String version) {}

    public AuditSummary {
        cells = List.copyOf(cells);
        solvers = solvers == null ? List.of() : List.copyOf(solvers);
        people = new TreeMap<>(people);
    }
}
