package org.reentryatlas.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Whether every entry follows the one before, from the first on. It is always the whole chain that is looked at. */
final class ChainCheck implements Check {
    @Override
    public String name() {
        return "chain";
    }

    @Override
    public String run(Handle handle, Scope scope) {
        List<LedgerLink> chain = new LedgerStore(handle).list();
        String previousHash = LedgerLink.START;
        boolean known = scope.knownHash() == null;
        long seq = 1;
        for (LedgerLink link : chain) {
            require(link, previousHash, seq);
            known |= link.hash().equals(scope.knownHash());
            previousHash = link.hash();
            seq++;
        }
        if (!known) {
            throw new CheckFailedException(
                    "no entry has the hash " + scope.knownHash() + ": entries were removed, or made anew");
        }
        return chain.isEmpty()
                ? "the ledger is empty"
                : "%s, each with the hash of the one before; the last hash is %s"
                        .formatted(Words.count(chain.size(), "entry", "entries"), previousHash);
    }

    private static void require(LedgerLink link, String previousHash, long seq) {
        String where = "seq " + link.seq() + " (release " + link.releaseId() + ")";
        if (link.seq() != seq) {
            throw new CheckFailedException("seq " + seq + " is missing: seq " + link.seq() + " stands in its place");
        }
        if (!link.previousHash().equals(previousHash)) {
            throw new CheckFailedException(where + " follows the hash " + link.previousHash()
                    + ", and the hash of the entry before is " + previousHash);
        }
        if (!link.hash().equals(link.expectedHash())) {
            throw new CheckFailedException(
                    where + " has the hash " + link.hash() + ", and its text gives " + link.expectedHash());
        }
        JsonNode entry = FixedJson.read(where, link.entry());
        Words.same(where + " release", link.releaseId(), entry.path("release").asText());
        Words.same(
                where + " recorded_at",
                link.recordedAt().toString(),
                entry.path("recorded_at").asText());
    }
}
