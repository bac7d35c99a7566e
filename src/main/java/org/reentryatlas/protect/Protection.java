package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Decides what may be published of a {@link CellSystem}, and proves it: hides what the policy hides, rounds the rest, and
 * looks for a world of whole people for every demand of the policy, that agrees with everything published. Where there is
 * none, further cells are hidden. What is let go has a witness for every demand, and all of them are checked once more by
 * adding up. The same system and policy always give the same answer.
 */
public final class Protection {
    private static final int MOST_ROUNDS = 20;

    /**
     * What may be published, with the proof's figures.
     *
     * @param cells what stands in each cell of the system, in its order
     * @param primary cells hidden for what they hold
     * @param complementary cells hidden to protect those
     * @param demands how many bounds the attackers were held to, and all of which hold
     * @param left how many of the bounds no hiding could keep from somebody who knows of every cell whether it is small, and
     *     hold against the rule-aware attacker only
     * @param worlds that witness them, beside the truth
     */
    public record Outcome(
            List<Published> cells, int primary, int complementary, int demands, int left, List<World> worlds) {
        public Outcome {
            cells = List.copyOf(cells);
            worlds = List.copyOf(worlds);
        }
    }

    private final Policy policy;
    private final Consumer<String> progress;

    public Protection(Policy policy) {
        this(policy, step -> {});
    }

    /** @param progress is told each step in words */
    public Protection(Policy policy, Consumer<String> progress) {
        this.policy = policy;
        this.progress = progress;
    }

    /**
     * Protects the cells.
     *
     * @throws ProtectionException if that cannot be done or proved; then nothing may be published
     */
    public Outcome protect(CellSystem system) {
        List<Published> published = firstStep(system);
        int primary = hidden(published);
        Witnesses witnesses = new Witnesses(Demands.of(system, policy));
        Defence defence = new Defence(system, policy, published, witnesses, progress);
        for (Attack attack : Attack.values()) {
            defence.meet(attack);
        }
        Widths widths = new Widths(system, policy);
        for (int round = 0; ; round++) {
            List<Widths.Narrow> narrow = widths.narrow(published, witnesses.worlds());
            if (narrow.isEmpty()) {
                break;
            }
            if (round == MOST_ROUNDS) {
                throw new ProtectionException("some hidden cells can still be bounded too closely");
            }
            narrow.forEach(defence::add);
            defence.meet(Attack.RULE_BLIND);
        }
        if (defence.left() > 0) {
            progress.accept(
                    "%d bounds hold against the rule-aware attacker, but not where it is known of every cell whether it is small"
                            .formatted(defence.left()));
        }
        progress.accept("checking every proof by adding up");
        Verifier.Result proof = new Verifier(system, policy).verify(published, witnesses.worlds());
        if (proof.left() > defence.left()) {
            throw new ProtectionException(
                    "%d bounds have no proof against the pattern-aware attacker, and %d were left to a weaker one"
                            .formatted(proof.left(), defence.left()));
        }
        return new Outcome(
                published,
                primary,
                hidden(published) - primary,
                witnesses.demands().size() - defence.givenUp(),
                proof.left(),
                witnesses.worlds());
    }

    private static int hidden(List<Published> published) {
        return (int)
                published.stream().filter(Published.Hidden.class::isInstance).count();
    }

    private List<Published> firstStep(CellSystem system) {
        PrimaryRule rule = new PrimaryRule(policy);
        List<Published> published = new ArrayList<>();
        for (Cell cell : system.cells()) {
            if (cell.standing().isPresent()) {
                published.add(cell.standing().get());
            } else if (cell.structuralZero()) {
                published.add(Published.ZERO);
            } else if (rule.hides(cell)) {
                published.add(Published.HIDDEN);
            } else {
                published.add(new Published.Shown(
                        Rounding.of(cell.bandWidth(), policy).round(cell.facts().count(), cell.earlier())));
            }
        }
        return published;
    }
}
