package org.reentryatlas.attack;

import java.util.function.Consumer;
import org.reentryatlas.protect.CellSystem;
import org.reentryatlas.protect.Outsider;

/** Attacks a release with what is public of it. */
public final class OutsideAttack {
    private OutsideAttack() {}

    /**
     * Attacks a release.
     *
     * @param members people of each area whom the attacker knows already
     * @param progress is told each step in words
     * @throws org.reentryatlas.protect.ProtectionException if a solver ends without a proof, or the release contradicts itself
     */
    public static Outsider.Report on(ReleaseFiles files, int members, Consumer<String> progress) {
        PublishedSystem published = new PublishedSystem(files);
        CellSystem skeleton = published.build();
        return new Outsider(skeleton, published.published(), files.policy(), progress).attack(members);
    }
}
