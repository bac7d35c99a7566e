package org.reentryatlas.supervision;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.LonLat;

/**
 * One row of a caseload, as far as this product may know it. It has no place for a name, a birth date, an offence, a risk
 * score or a health fact.
 *
 * @param recordId the agency's opaque identifier of a person; a person with several addresses has several rows
 * @param stated what the agency says about where the person lives
 * @param address with {@code city} and {@code postalCode}, as the agency writes it; empty where it is not used
 * @param place where the agency has found the address, or null
 * @param statedArea key of the base area that the agency names, or empty
 * @param isCurrent whether it is where the person lives on the reference date, not a former, contact or mailing address
 * @param residenceFrom first day at this address, or null
 * @param needs category codes
 * @param endDate first day on which supervision no longer holds, or null
 * @param verifiedOn day on which somebody saw that the person lives there, or null
 */
public record CaseloadRecord(
        String recordId,
        Residence stated,
        String address,
        String city,
        String postalCode,
        @Nullable LonLat place,
        String statedArea,
        boolean isCurrent,
        @Nullable LocalDate residenceFrom,
        List<String> needs,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable LocalDate verifiedOn) {
    public CaseloadRecord {
        needs = List.copyOf(needs);
        if (!stated.isPlaced() && (place != null || !address.isEmpty())) {
            throw new IllegalArgumentException("a " + stated.code() + " record must not have an address");
        }
    }

    /** Nothing of a person belongs in a log or an error. */
    @Override
    public String toString() {
        return "CaseloadRecord[restricted]";
    }
}
