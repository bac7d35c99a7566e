package org.reentryatlas.supervision;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.LonLat;

/**
 * One person under supervision, as far as this product may know them. It has no place for a name, a birth date, an
 * offence, a risk score or a health fact.
 *
 * @param recordId the agency's opaque identifier
 * @param address what tells one address from another; empty where the person has none on the map
 * @param place null exactly when {@code residence} is not placed
 * @param needs category codes
 * @param endDate first day on which supervision no longer holds, or null
 */
public record CaseloadRecord(
        String recordId,
        Residence residence,
        String address,
        @Nullable LonLat place,
        List<String> needs,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable LocalDate verifiedOn) {
    public CaseloadRecord {
        needs = List.copyOf(needs);
        if (residence.isPlaced() != (place != null)) {
            throw new IllegalArgumentException("a " + residence.code() + " record has a position or must not have one");
        }
    }

    /** Nothing of a person belongs in a log or an error. */
    @Override
    public String toString() {
        return "CaseloadRecord[restricted]";
    }
}
