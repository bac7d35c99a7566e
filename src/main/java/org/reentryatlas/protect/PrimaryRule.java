package org.reentryatlas.protect;

/** Which cells are hidden for what they hold themselves. */
public final class PrimaryRule {
    private final Policy policy;

    public PrimaryRule(Policy policy) {
        this.policy = policy;
    }

    /**
     * Whether the cell is too small, rests on too few addresses, or tells of nearly all people of its area that they do,
     * which tells of the few others that they do not. A true zero counts as small: a zero that could be told from a
     * small number would say that nobody is there.
     */
    public boolean hides(Cell cell) {
        Facts facts = cell.facts();
        return !cell.structuralZero()
                && (facts.effectiveCount() < policy.k()
                        || facts.addresses() < policy.minAddresses()
                        || (facts.others().isPresent() && facts.others().getAsInt() < policy.k()));
    }

    /** Whether the count itself is below k, so that an attacker who knows the rule and the cell would box it there. */
    boolean isBelowK(Cell cell) {
        return !cell.structuralZero() && cell.facts().count() < policy.k();
    }
}
