package org.reentryatlas.attack;

import java.util.List;
import java.util.function.Consumer;
import org.reentryatlas.protect.CellSystem;
import org.reentryatlas.protect.Outsider;
import org.reentryatlas.protect.Policy;
import org.reentryatlas.protect.Published;
import org.reentryatlas.protect.Verifier;

/** Holds the proof of a release against its published files. */
public final class ProofCheck {
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
        PublishedSystem release = new PublishedSystem(files);
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
     * Attacks the files as {@link OutsideAttack} does, with the worlds of the proof to begin with; a solver is asked about what
     * these leave open.
     *
     * @param progress is told each step in words
     */
    public Outsider.Report attack(Consumer<String> progress) {
        return Outsider.within(system, published, policy, progress).attack(policy.knownMembers(), proof.worlds());
    }
}
