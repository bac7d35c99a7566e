package org.reentryatlas.release;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.reentryatlas.attack.FileSource;
import org.reentryatlas.attack.Proof;
import org.reentryatlas.attack.ProofCheck;
import org.reentryatlas.attack.ReleaseFiles;
import org.reentryatlas.protect.Outsider;
import org.reentryatlas.protect.ProtectionException;
import org.reentryatlas.protect.Verifier;

/**
 * The last step before a release is public: the very bytes that would be published are read back, the proof is held against
 * them, and they are attacked. It shares nothing with the search for the proof but the rules.
 */
final class Gate {
    /**
     * What the gate saw.
     *
     * @param result of holding the proof against the files
     * @param attacked atoms and hidden numbers that were attacked
     */
    record Passed(Verifier.Result result, int attacked) {}

    private Gate() {}

    /**
     * Lets files through.
     *
     * @throws ProtectionException if they give anything away; then nothing may be published
     */
    static Passed require(List<Artefact> artefacts, Proof proof, Consumer<String> progress) {
        ReleaseFiles files = ReleaseFiles.from(
                new FileSource.Texts(artefacts.stream().collect(Collectors.toMap(Artefact::name, Artefact::content))));
        progress.accept("holding the proof against the files that would be published");
        Verifier.Result result = ProofCheck.verify(files, proof);
        progress.accept("attacking the files that would be published");
        Outsider.Report report = ProofCheck.attack(files, proof, progress);
        if (!report.isSafe()) {
            Outsider.Finding finding = report.bounded().stream()
                    .filter(found ->
                            found.verdict() == Outsider.Verdict.PROVED || found.verdict() == Outsider.Verdict.UNDECIDED)
                    .findFirst()
                    .orElseThrow();
            throw new ProtectionException(
                    "the attack on the files that would be published found %s between %.1f and %.1f"
                            .formatted(finding.about(), finding.low(), finding.high()));
        }
        return new Passed(result, report.examined());
    }
}
