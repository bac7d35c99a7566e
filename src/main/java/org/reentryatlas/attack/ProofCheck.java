package org.reentryatlas.attack;

import java.util.function.Consumer;
import org.reentryatlas.protect.CellSystem;
import org.reentryatlas.protect.Outsider;
import org.reentryatlas.protect.Verifier;

/** Holds the proof of a release against its published files, without a solver. */
public final class ProofCheck {
    private ProofCheck() {}

    /**
     * Checks that the proof shows the release to be protected.
     *
     * @throws UnreadableReleaseException if it is a proof of other files
     * @throws org.reentryatlas.protect.ProtectionException naming what it does not show
     */
    public static Verifier.Result verify(ReleaseFiles files, Proof proof) {
        PublishedSystem published = new PublishedSystem(files);
        CellSystem system = published.build(proof);
        return new Verifier(system, files.policy()).verify(published.published(), proof.worlds());
    }

    /**
     * Attacks the files of a release as {@link OutsideAttack} does, with the worlds of the proof to begin with.
     *
     * @param progress is told each step in words
     */
    public static Outsider.Report attack(ReleaseFiles files, Proof proof, Consumer<String> progress) {
        PublishedSystem published = new PublishedSystem(files);
        CellSystem system = published.build(proof);
        return Outsider.within(system, published.published(), files.policy(), progress)
                .attack(files.policy().knownMembers(), proof.worlds());
    }
}
