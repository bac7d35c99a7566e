package org.reentryatlas.upkeep;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.CopyIn;
import org.reentryatlas.geo.LonLat;

/**
 * A request as its file has it.
 *
 * @param kind null where the service says it
 * @param service name that the city gives to the service, or empty
 * @param closed null while it is open, and where nobody knows since when it is not
 * @param repeats whether its agency calls it another request for what somebody asked for before
 * @param place is forgotten once its block and areas are found
 */
public record ServiceRequest(
        String id,
        @Nullable RequestKind kind,
        String service,
        LocalDate opened,
        @Nullable LocalDate closed,
        boolean isOpen,
        boolean repeats,
        LonLat place) {

    /** Sends it to the staging table of {@link IncomingRequestStore#stage}. */
    public void addTo(CopyIn staged, long rowNumber) {
        staged.row(
                Long.toString(rowNumber),
                id,
                kind == null ? "" : kind.code(),
                term(),
                opened.toString(),
                closed == null ? "" : closed.toString(),
                isOpen ? "open" : "closed",
                Boolean.toString(repeats),
                Double.toString(place.longitude()),
                Double.toString(place.latitude()));
    }

    /** The name of the service as the list of terms has it. */
    private String term() {
        return service.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
