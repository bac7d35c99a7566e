package org.reentryatlas.release;

import java.time.Instant;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * An entry in its place in the chain.
 *
 * @param entry the text of the entry; a {@link LedgerEntry} as JSON in one line
 * @param previousHash the hash of the link before, or {@link #START}
 * @param hash SHA-256 of {@code previousHash} and {@code entry}, one after the other
 */
record LedgerLink(long seq, String releaseId, String entry, String previousHash, String hash, Instant recordedAt) {
    /** What stands before the first link. */
    static final String START = "0".repeat(64);

    static LedgerLink after(Optional<LedgerLink> last, LedgerEntry entry) {
        String previousHash = last.map(LedgerLink::hash).orElse(START);
        String text = FixedJson.line(entry);
        return new LedgerLink(
                last.map(LedgerLink::seq).orElse(0L) + 1,
                entry.release(),
                text,
                previousHash,
                DigestUtils.sha256Hex(previousHash + text),
                entry.recordedAt());
    }

    String expectedHash() {
        return DigestUtils.sha256Hex(previousHash + entry);
    }
}
