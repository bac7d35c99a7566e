package org.reentryatlas.release;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.reentryatlas.attack.ProofCheck;
import org.reentryatlas.protect.Cell;
import org.reentryatlas.protect.CellSystem;
import org.reentryatlas.protect.Policy;
import org.reentryatlas.protect.PrimaryRule;
import org.reentryatlas.protect.Protection;
import org.reentryatlas.protect.Published;

/** Sums up how a table was protected. */
final class AuditSummaries {
    private static final double NANOS = 1e9;

    private final Policy policy;
    private final PrimaryRule rule;
    private final AreaTable table;

    AuditSummaries(Policy policy, AreaTable table) {
        this.policy = policy;
        this.rule = new PrimaryRule(policy);
        this.table = table;
    }

    /**
     * Of a release.
     *
     * @param nearest how near the attack on its files came
     * @param people rows of the caseload by outcome
     */
    AuditSummary of(
            CellSystem system,
            Protection.Outcome outcome,
            Optional<ProofCheck.Nearest> nearest,
            Duration took,
            Map<String, Long> people) {
        return new AuditSummary(
                new AuditSummary.Rules(policy.k(), policy.roundingBase(), policy.minAddresses()),
                cells(system, outcome),
                outcome.demands(),
                outcome.left(),
                nearest.map(AuditSummaries::tightest).orElse(null),
                List.of(),
                took.toNanos() / NANOS,
                atoms(system),
                null,
                people);
    }

    private static AuditSummary.Tightest tightest(ProofCheck.Nearest nearest) {
        return new AuditSummary.Tightest(nearest.above(), nearest.level(), nearest.measure(), nearest.layers());
    }

    /** The largest areas first, and the measures of each in the order in which they are published. */
    private List<AuditSummary.Cells> cells(CellSystem system, Protection.Outcome outcome) {
        Map<String, AuditSummary.Cells> sums = new LinkedHashMap<>();
        Map<String, Integer> areas = new LinkedHashMap<>();
        for (int i = 0; i < table.ownKeys().size(); i++) {
            CellKey key = table.ownKeys().get(i);
            String level = table.area(key).level().code();
            AuditSummary.Cells one = one(
                    level, key.measure(), system.cells().get(i), outcome.cells().get(i));
            sums.merge(level + " " + key.measure(), one, AuditSummary.Cells::plus);
            if (key.measure().equals(AreaTable.PEOPLE)) {
                areas.merge(level, 1, Integer::sum);
            }
        }
        List<AuditSummary.Cells> sorted = new ArrayList<>(sums.values());
        sorted.sort(Comparator.comparing((AuditSummary.Cells line) -> areas.getOrDefault(line.level(), 0))
                .thenComparing(AuditSummary.Cells::level));
        return sorted;
    }

    private AuditSummary.Cells one(String level, String measure, Cell cell, Published published) {
        boolean hidden = published instanceof Published.Hidden;
        boolean forContent = hidden && rule.hides(cell);
        return new AuditSummary.Cells(
                level,
                measure,
                1,
                published instanceof Published.Shown ? 1 : 0,
                forContent ? 1 : 0,
                hidden && !forContent ? 1 : 0,
                published instanceof Published.Zero ? 1 : 0);
    }

    private static int atoms(CellSystem system) {
        return Math.toIntExact(system.cells().stream()
                .flatMap(cell -> cell.atoms().stream())
                .distinct()
                .count());
    }
}
