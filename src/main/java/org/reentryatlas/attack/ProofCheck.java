package org.reentryatlas.attack;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.reentryatlas.protect.CellSystem;
import org.reentryatlas.protect.NearestBound;
import org.reentryatlas.protect.Outsider;
import org.reentryatlas.protect.Policy;
import org.reentryatlas.protect.Published;
import org.reentryatlas.protect.Verifier;

/** Holds the proof of a release against its published files. */
public final class ProofCheck {
    private final PublishedSystem release;
    private final Proof proof;
    private final Policy policy;
    private final CellSystem system;
    private final List<Published> published;

    /**
     * A check.
     *
     * @throws UnreadableReleaseException if it is a proof of other files
     */
    public ProofCheck(ReleaseFiles files, Proof proof) {
        this.release = new PublishedSystem(files);
        this.proof = proof;
        this.policy = files.policy();
        this.system = release.build(proof);
        this.published = release.published();
    }

    /**
     * Checks that the proof shows the release to be protected, by adding up, without a solver.
     *
     * @throws org.reentryatlas.protect.ProtectionException naming what it does not show
     */
    public Verifier.Result verify() {
        return new Verifier(system, policy).verify(published, proof.worlds());
    }

    /**
     * How near an attack comes to a hidden number.
     *
     * @param above how many people more than the rules demand it may hold at most
     * @param level of its area
     * @param layers levels whose shown numbers hold it down
     */
    public record Nearest(double above, String level, String measure, List<String> layers) {
        public Nearest {
            layers = List.copyOf(layers);
        }
    }

    /**
     * The number of a measure that is hidden for what it holds to which an attack seems to come nearest.
     *
     * @param levels of the areas to look at
     * @throws org.reentryatlas.protect.ProtectionException if two solvers do not agree about how near that is
     */
    public Optional<Nearest> nearest(String measure, Predicate<String> levels) {
        List<Integer> among = IntStream.range(0, published.size())
                .filter(cell -> release.cell(cell).measure().equals(measure) && levels.test(level(cell)))
                .boxed()
                .toList();
        return NearestBound.of(system, published, policy, among, proof.worlds())
                .map(found -> new Nearest(
                        found.above(),
                        level(found.cell()),
                        measure,
                        found.blame().stream().map(this::level).distinct().toList()));
    }

    private String level(int cell) {
        return release.cell(cell).area().level();
    }

    /**
     * Attacks the files as {@link OutsideAttack} does, with the worlds of the proof to begin with; a solver is asked about what
     * these leave open.
     *
     * @param progress is told each step in words
     */
    public Outsider.Report attack(Consumer<String> progress) {
        return Outsider.within(system, published, policy, progress).attack(policy.knownMembers(), proof.worlds());
    }
}
