package org.reentryatlas.outreach;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.identity.Agency;

/**
 * Tours of a roster that are to be kept as drafts.
 *
 * @param purpose of all, which the supervision agency writes; the police leave it empty
 */
record KeptTours(String purpose, List<Proposed> tours) {
    KeptTours(
            @JsonProperty("purpose") @Nullable String purpose, @JsonProperty("tours") @Nullable List<Proposed> tours) {
        this.purpose = Plan.text(purpose);
        this.tours = tours == null ? List.of() : List.copyOf(tours);
    }

    /** A tour of a roster. */
    record Proposed(
            String area, LocalDateTime starts, LocalDateTime ends, String supervisionOfficer, String policeOfficer) {
        Proposed(
                @JsonProperty("area") @Nullable String area,
                @JsonProperty(value = "starts", required = true) LocalDateTime starts,
                @JsonProperty(value = "ends", required = true) LocalDateTime ends,
                @JsonProperty("supervisionOfficer") @Nullable String supervisionOfficer,
                @JsonProperty("policeOfficer") @Nullable String policeOfficer) {
            this.area = Plan.text(area);
            this.starts = starts;
            this.ends = ends;
            this.supervisionOfficer = Plan.text(supervisionOfficer);
            this.policeOfficer = Plan.text(policeOfficer);
        }

        /** As an agency may write it: its own officer, and the other's as a proposal. */
        Tour writtenBy(Agency agency, String purpose) {
            boolean isLead = agency == Agency.SUPERVISION;
            return new Tour(
                    area,
                    starts,
                    ends,
                    isLead ? supervisionOfficer : "",
                    isLead ? "" : policeOfficer,
                    isLead ? policeOfficer : supervisionOfficer,
                    purpose);
        }
    }
}
