package org.reentryatlas.approval;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be read and signed.
 *
 * @param digest SHA-256 of release.json
 * @param reportDigest SHA-256 of the restricted report; null where none was written
 * @param agreement under which it is made; null for none
 * @param preparedBy the user of the machine
 */
public record Draft(
        LocalDate referenceDate,
        String releaseId,
        String digest,
        @Nullable String reportDigest,
        @Nullable String agreement,
        Map<String, Integer> cells,
        String preparedBy,
        List<PreparedFile> files) {
    public Draft {
        cells = Map.copyOf(cells);
        files = List.copyOf(files);
    }
}
