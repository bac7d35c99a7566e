package org.reentryatlas.outreach;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tours that an agency agrees to.
 *
 * @param purpose of those that have none, which the supervision agency writes
 * @param publish whether those that both agree to by that are published
 */
record TourAgreement(String purpose, boolean publish, List<Read> tours) {
    TourAgreement(
            @JsonProperty("purpose") @Nullable String purpose,
            @JsonProperty("publish") boolean publish,
            @JsonProperty("tours") @Nullable List<Read> tours) {
        this.purpose = Plan.text(purpose);
        this.publish = publish;
        this.tours = tours == null ? List.of() : List.copyOf(tours);
    }

    /** A version of a tour that somebody read. */
    record Read(
            @JsonProperty(value = "id", required = true) UUID id,

            @JsonProperty(value = "version", required = true)
            int version) {}
}
