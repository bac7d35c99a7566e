package org.reentryatlas.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release as bytes.
 *
 * @param place where the ledger has it, or null for a release that was made before there was a ledger
 * @param files empty for such a release
 */
record Edition(
        String id,
        LocalDate referenceDate,
        Instant publishedAt,
        @Nullable Place place,
        List<PublishedFile> files) {
    Edition {
        files = List.copyOf(files);
    }

    /** An entry of the ledger. */
    record Place(long seq, String hash) {}
}
