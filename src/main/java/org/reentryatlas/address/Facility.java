package org.reentryatlas.address;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.CopyIn;
import org.reentryatlas.geo.LonLat;

/**
 * A place of the public register where many people live who share nothing but the roof.
 *
 * @param capacity beds, or null where the register does not say
 */
public record Facility(
        String sourceId,
        String name,
        Kind kind,
        String address,
        String postalCode,
        @Nullable Integer capacity,
        LonLat place) {

    /** What a facility is for. */
    public enum Kind {
        HALFWAY_HOUSE,
        SHELTER,
        CORRECTIONAL_FACILITY,
        TRANSITIONAL_HOUSING,
        TREATMENT_RESIDENCE,
        OTHER;

        /** The code that is stored, such as {@code halfway_house}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** All codes, in the order of the kinds. */
        public static List<String> codes() {
            return Stream.of(values()).map(Kind::code).toList();
        }

        /** The kind that a word means, or null. */
        public static @Nullable Kind find(String word) {
            String code = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_");
            return Stream.of(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Sends the facility, as {@link ReferenceStore#stage} of {@link Reference#FACILITY} takes it. */
    public void addTo(CopyIn staged, long rowNumber) {
        staged.row(
                Long.toString(rowNumber),
                sourceId,
                name,
                kind.code(),
                address,
                postalCode,
                Objects.toString(capacity, ""),
                Double.toString(place.longitude()),
                Double.toString(place.latitude()));
    }
}
