package org.reentryatlas.intake;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Changes;
import org.reentryatlas.table.ReadOptions;

/**
 * What every load is told.
 *
 * @param reading how the file is read
 * @param source name of the data set that the file is an edition of; a newer file of the same source takes its place
 * @param mapping column by field, from the user
 * @param crs code of the file's coordinate reference system, or null to take the file's own word
 * @param skipRejected keep the accepted rows even if others are rejected; otherwise one rejected row refuses the file
 * @param confirmed keep the file even if it changes or removes what is kept already
 * @param rejectsFile where rejected rows are listed
 * @param progress is told the number of rows read so far, now and then
 */
public record LoadRequest(
        Path file,
        ReadOptions reading,
        String source,
        Map<String, String> mapping,
        @Nullable String crs,
        boolean skipRejected,
        boolean confirmed,
        Path rejectsFile,
        LongConsumer progress) {
    public LoadRequest {
        mapping = Map.copyOf(mapping);
    }

    /**
     * Refuses an edition that changes an earlier one unless the user has seen what and says yes.
     *
     * @throws LoadRefusedException with the account
     */
    void requireConfirmed(Changes changes) {
        if (!changes.isFirst() && !changes.isNone() && !confirmed) {
            throw new LoadRefusedException(
                    "%s: compared with what is kept of '%s': %s; nothing was kept. To keep it, add --yes"
                            .formatted(file, source, changes.summary()));
        }
    }

    /** The source of a file whose user names none: its name without the ending. */
    public static String sourceOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }
}
