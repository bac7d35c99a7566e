package org.reentryatlas.export;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;

/**
 * An entry of the ledger.
 *
 * @param entry the text of which the hash is made together with the hash before: JSON in one line
 */
@JsonPropertyOrder({"seq", "release", "recordedAt", "previousHash", "entry", "hash"})
record LedgerRow(long seq, String release, Instant recordedAt, String previousHash, String entry, String hash) {}
