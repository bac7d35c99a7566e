package org.reentryatlas.outreach;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What has to be asked for in time, such as a kit of tools or the closing of a street.
 *
 * @param leadDays days before the event by which it must be asked for
 * @param controlNumber that the office gave it; empty while it has not
 */
record Permit(String name, int leadDays, String controlNumber) {
    private static final int MOST_DAYS = 365;

    Permit(
            @JsonProperty(value = "name", required = true) @Nullable String name,
            @JsonProperty(value = "leadDays", required = true) int leadDays,
            @JsonProperty("controlNumber") @Nullable String controlNumber) {
        this.name = name == null ? "" : name.strip();
        this.leadDays = leadDays;
        this.controlNumber = controlNumber == null ? "" : controlNumber.strip();
    }

    void check(Faults faults, String field) {
        faults.require(!name.isEmpty(), field + ".name", "is empty");
        faults.requireText(field + ".name", name, 80);
        faults.requireText(field + ".controlNumber", controlNumber, 40);
        faults.require(leadDays >= 0 && leadDays <= MOST_DAYS, field + ".leadDays", "is not from 0 to " + MOST_DAYS);
    }
}
