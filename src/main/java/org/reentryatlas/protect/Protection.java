package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides what may be published of a {@link CellSystem}, and proves it: hides what the policy hides, rounds the rest,
 * hides further cells until neither attacker can work a hidden one out, and audits the result once more before it lets it
 * go. The same system and policy always give the same answer.
 */
public final class Protection {
    private static final int MOST_ROUNDS = 50;

    /**
     * What may be published, with the proof's figures.
     *
     * @param cells what stands in each cell of the system, in its order
     * @param primary cells hidden for what they hold
     * @param complementary cells hidden to protect those
     * @param demands how many bounds the attackers were held to, and all of which hold
     * @param tightest the smallest distance between a bound and its demand, in people
     */
    public record Outcome(List<Published> cells, int primary, int complementary, int demands, double tightest) {
        public Outcome {
            cells = List.copyOf(cells);
        }
    }

    private final Policy policy;

    public Protection(Policy policy) {
        this.policy = policy;
    }

    /**
     * Protects the cells.
     *
     * @throws ProtectionException if that cannot be done or proved; then nothing may be published
     */
    public Outcome protect(CellSystem system) {
        List<Published> published = firstStep(system);
        int primary = (int)
                published.stream().filter(Published.Hidden.class::isInstance).count();
        ComplementarySuppression complementary = new ComplementarySuppression(system, policy);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Auditor.Finding> findings;
            try (Auditor auditor = new Auditor(system, published, policy)) {
                findings = auditor.audit();
            }
            List<Demand> violated = findings.stream()
                    .filter(Auditor.Finding::isViolation)
                    .map(Auditor.Finding::demand)
                    .toList();
            if (violated.isEmpty()) {
                return outcome(published, primary, findings);
            }
            hideFor(violated, system, published, complementary);
        }
        throw new ProtectionException("after " + MOST_ROUNDS + " rounds some cells can still be worked out");
    }

    private List<Published> firstStep(CellSystem system) {
        PrimaryRule rule = new PrimaryRule(policy);
        Rounding rounding = new Rounding(policy);
        List<Published> published = new ArrayList<>();
        for (Cell cell : system.cells()) {
            if (cell.structuralZero()) {
                published.add(Published.ZERO);
            } else if (rule.hides(cell)) {
                published.add(Published.HIDDEN);
            } else {
                published.add(new Published.Shown(rounding.round(cell.facts().count())));
            }
        }
        return published;
    }

    /** One after the other, because what is hidden for one demand often meets the next. */
    private void hideFor(
            List<Demand> violated,
            CellSystem system,
            List<Published> published,
            ComplementarySuppression complementary) {
        for (Demand demand : violated) {
            boolean stillViolated;
            try (Auditor auditor = new Auditor(system, published, policy)) {
                stillViolated = auditor.examine(demand).isViolation();
            }
            if (stillViolated) {
                complementary.cellsToHide(demand, published).forEach(cell -> published.set(cell, Published.HIDDEN));
            }
        }
    }

    private static Outcome outcome(List<Published> published, int primary, List<Auditor.Finding> findings) {
        int hidden = (int)
                published.stream().filter(Published.Hidden.class::isInstance).count();
        double tightest = findings.stream()
                .mapToDouble(finding -> finding.reached() - finding.demand().atLeast())
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        return new Outcome(published, primary, hidden - primary, findings.size(), tightest);
    }
}
