package org.reentryatlas.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The account of a load: {@code read = accepted + rejected}.
 *
 * @param rejected number of rows by reason code
 * @param rejectsFile where the rejected rows are listed, or null when there are none
 * @param notes what else its owner should know, one sentence each
 */
public record LoadReport(
        String source,
        long read,
        long accepted,
        Map<String, Long> rejected,
        @Nullable Path rejectsFile,
        List<String> notes) {

    public LoadReport {
        rejected = Map.copyOf(rejected);
        notes = List.copyOf(notes);
        if (read != accepted + sum(rejected)) {
            throw new IllegalStateException(
                    "rows are unaccounted for: read %d, accepted %d, rejected %s".formatted(read, accepted, rejected));
        }
    }

    /** The same account with more notes. */
    LoadReport withNotes(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new LoadReport(source, read, accepted, rejected, rejectsFile, all);
    }

    /** The number of rows that are not kept. */
    public long rejectedRows() {
        return sum(rejected);
    }

    /** The account in one line: {@code read 9800 = accepted 9800 + rejected 0}. */
    public String summary() {
        return "read %d = accepted %d + rejected %d".formatted(read, accepted, rejectedRows());
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
