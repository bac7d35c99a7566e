package org.reentryatlas.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.reentryatlas.protect.Policy;

/**
 * What the ledger says of a release, for everybody.
 *
 * @param areaSets the boundaries by name and the digest of their file
 * @param caseloadCommitment SHA-256 of the release's nonce and the fingerprint of the caseload's file
 * @param auditDigest SHA-256 of the release's nonce and the summary of the audit
 * @param proofDigest SHA-256 of the release's nonce and the SHA-256 of the proof
 * @param artefacts every file of the release by name and digest
 */
record LedgerEntry(
        int formatVersion,
        String release,
        LocalDate referenceDate,
        Instant recordedAt,
        Policy policy,
        List<Boundaries> areaSets,
        String caseloadCommitment,
        List<String> solvers,
        String auditDigest,
        String proofDigest,
        List<Artefacts.Digest> artefacts) {
    record Boundaries(String id, String sha256) {}

    LedgerEntry {
        areaSets = List.copyOf(areaSets);
        solvers = List.copyOf(solvers);
        artefacts = List.copyOf(artefacts);
    }

    static List<Boundaries> boundaries(ReleaseDocument document) {
        return document.areaSets().stream()
                .map(set -> new Boundaries(set.id(), set.fingerprint()))
                .sorted(Comparator.comparing(Boundaries::id))
                .toList();
    }
}
