package org.reentryatlas.release;

import java.util.Optional;
import java.util.function.Consumer;
import org.reentryatlas.attack.FileSource;
import org.reentryatlas.attack.Proof;
import org.reentryatlas.attack.ProofCheck;
import org.reentryatlas.attack.ReleaseFiles;
import org.reentryatlas.boundary.Level;
import org.reentryatlas.protect.Outsider;
import org.reentryatlas.protect.ProtectionException;

/**
 * The last step before a release is public: the very bytes that would be published are read back, the proof is held against
 * them by adding up, and they are attacked.
 */
final class Gate {
    private Gate() {}

    /**
     * Lets files through.
     *
     * @return how near the attack came to the hidden total of an area other than a hexagon
     * @throws ProtectionException if they give anything away; then nothing may be published
     */
    static Optional<ProofCheck.Nearest> require(FileSource source, Proof proof, Consumer<String> progress) {
        ReleaseFiles files = ReleaseFiles.from(source);
        ProofCheck check = new ProofCheck(files, proof);
        progress.accept("holding the proof against the files that would be published");
        check.verify();
        progress.accept("attacking the files that would be published");
        requireSafe(check.attack(progress));
        progress.accept("asking two solvers how near an attack comes");
        return check.nearest(AreaTable.PEOPLE, Gate::isDrawn);
    }

    private static boolean isDrawn(String code) {
        Level level = Level.find(code);
        return level != null && level.isDrawn();
    }

    /** Whoever has a proof that holds has nothing to fear from this, unless rules and attack have come apart. */
    static void requireSafe(Outsider.Report report) {
        for (Outsider.Finding finding : report.bounded()) {
            if (finding.verdict() == Outsider.Verdict.PROVED || finding.verdict() == Outsider.Verdict.UNDECIDED) {
                throw new ProtectionException(
                        "the attack on the files that would be published found %s between %.1f and %.1f"
                                .formatted(finding.about(), finding.low(), finding.high()));
            }
        }
    }
}
