package org.reentryatlas.intake;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What every load is told.
 *
 * @param mapping column by field, from the user
 * @param crs code of the file's coordinate reference system, or null to take the file's own word
 * @param skipRejected keep the accepted rows even if others are rejected; otherwise one rejected row refuses the file
 * @param rejectsFile where rejected rows are listed
 * @param progress is told the number of rows read so far, now and then
 */
public record LoadRequest(
        Path file,
        Map<String, String> mapping,
        @Nullable String crs,
        boolean skipRejected,
        Path rejectsFile,
        LongConsumer progress) {
    public LoadRequest {
        mapping = Map.copyOf(mapping);
    }
}
