package org.reentryatlas.release;

import com.fasterxml.jackson.databind.JsonNode;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.attack.Proof;
import org.reentryatlas.attack.ProofCheck;
import org.reentryatlas.attack.ReleaseFiles;
import org.reentryatlas.attack.UnreadableReleaseException;
import org.reentryatlas.protect.ProtectionException;
import org.reentryatlas.protect.Verifier;

/**
 * Whether the proof that was kept of each release is the one that the ledger names, and shows its files to be protected, by
 * adding up alone. It reads the restricted side.
 */
final class ProofsCheck implements Check {
    @Override
    public String name() {
        return "proofs";
    }

    @Override
    public String run(Handle handle, Scope scope) {
        int releases = 0;
        int before = 0;
        long demands = 0;
        long worlds = 0;
        for (LedgerLink link : new LedgerStore(handle).list()) {
            if (!scope.covers(link.releaseId())) {
                continue;
            }
            String where = "seq " + link.seq() + ", release " + link.releaseId();
            JsonNode digest = FixedJson.read(where, link.entry()).path("proof_digest");
            if (digest.isMissingNode()) {
                before++;
                continue;
            }
            Verifier.Result result = check(handle, link.releaseId(), digest.asText(), where);
            releases++;
            demands += result.demands();
            worlds += result.worlds();
        }
        String words = "%s of %s hold, shown by %s that agree with everything in the files"
                .formatted(
                        Words.count(demands, "bound", "bounds"),
                        Words.count(releases, "release", "releases"),
                        Words.count(worlds, "world", "worlds"));
        return before == 0
                ? words
                : words + "; " + Words.count(before, "release was", "releases were") + " made before proofs were kept";
    }

    private static Verifier.Result check(Handle handle, String id, String digest, String where) {
        ProofStore proofs = new ProofStore(handle);
        byte[] content = proofs.content(id).orElseThrow(() -> new CheckFailedException(where + " has no proof"));
        String nonce = proofs.nonce(id).orElseThrow(() -> new CheckFailedException(where + " has no seal"));
        Words.same(where + ", digest of the proof", Ledger.proofDigest(nonce, content), digest);
        try {
            ReleaseFiles files = ReleaseFiles.from(new StoredFiles(handle).of(id));
            return new ProofCheck(files, Proof.of(content)).verify();
        } catch (ProtectionException | UnreadableReleaseException e) {
            throw new CheckFailedException(where + ": " + e.getMessage());
        }
    }
}
