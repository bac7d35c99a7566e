package org.reentryatlas.release;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.codec.digest.DigestUtils;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.attack.Proof;
import org.reentryatlas.attack.ProofCheck;
import org.reentryatlas.protect.Policy;
import org.reentryatlas.protect.ProtectionException;
import org.reentryatlas.protect.SolverVersions;

/**
 * Writes the files of a new release and enters it into the chain, in the transaction that publishes it and behind the lock
 * of the door, so that no two entries can follow the same one.
 */
final class Ledger {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 32;

    private final LedgerStore store;
    private final ProofStore proofs;
    private final DocumentStore documents;
    private final StoredFiles files;
    private final Handle handle;
    private final Exports exports;

    Ledger(Handle handle, Exports exports) {
        this.handle = handle;
        this.exports = exports;
        this.store = new LedgerStore(handle);
        this.proofs = new ProofStore(handle);
        this.documents = new DocumentStore(handle);
        this.files = new StoredFiles(handle);
    }

    /**
     * Enters a release, which is published already as far as rows go.
     *
     * @param atoms the overlay of all layers of the release
     * @param audit the summary of the audit; it is kept with the steward, and only its digest is public
     * @param proof that shows the files to be protected; it is kept with the steward too
     * @param progress is told each step in words
     * @return how near the attack on the files came
     * @throws ProtectionException if the files do not pass the gate
     */
    Optional<ProofCheck.Nearest> enter(
            String releaseId,
            Policy policy,
            long caseloadId,
            List<DocumentAtom> atoms,
            String audit,
            Proof proof,
            Consumer<String> progress) {
        ReleaseDocument document = documents.read(releaseId, policy);
        List<Artefact> artefacts = Artefacts.of(document, atoms);
        byte[] content = proof.toBytes();
        // Read back too, for what is kept is what must hold.
        Optional<ProofCheck.Nearest> nearest =
                Gate.require(files.of(artefacts, document.jointWith()), Proof.of(content), progress);
        List<Artefacts.Digest> digests = new ArrayList<>();
        Consumer<Artefact> keep = artefact -> {
            store.insertArtefact(releaseId, artefact);
            digests.add(Artefacts.Digest.of(artefact));
        };
        artefacts.forEach(keep);
        progress.accept("writing the layers in the formats that people use");
        exports.render(handle, releaseId, keep);
        proofs.insert(releaseId, content);
        String nonce = nonce();
        store.insertSeal(releaseId, caseloadId, nonce, audit);
        LedgerEntry entry = new LedgerEntry(
                Artefacts.FORMAT_VERSION,
                releaseId,
                document.referenceDate(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                policy,
                LedgerEntry.boundaries(document),
                DigestUtils.sha256Hex(nonce + store.fingerprint(caseloadId)),
                SolverVersions.list(),
                DigestUtils.sha256Hex(nonce + audit),
                proofDigest(nonce, content),
                Artefacts.byName(digests));
        store.append(LedgerLink.after(store.last(), entry));
        return nearest;
    }

    /** What the ledger says of a proof. */
    static String proofDigest(String nonce, byte[] content) {
        return DigestUtils.sha256Hex(nonce + DigestUtils.sha256Hex(content));
    }

    /** Whoever guessed the file of a caseload, or the few figures of an audit, could try the guess on a plain digest. */
    private static String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
