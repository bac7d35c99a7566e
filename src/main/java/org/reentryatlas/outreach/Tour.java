package org.reentryatlas.outreach;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.identity.Agency;

/**
 * An Accountability Tour: a supervision officer and a police officer visit homes of one area together, about ten of them. Which
 * they are is not here, and neither is for whom: the supervision officer brings that from the agency's own system.
 *
 * @param area key of the beat
 * @param supervisionOfficer code of a post, and no name
 * @param policeOfficer code of a post, and no name
 * @param proposedOfficer code of a post of the agency that has not said yet who goes, as the other's roster would have it; empty once it has
 * @param purpose of a closed list, in which no search, no arrest and no warrant is, and nothing about anybody's health
 */
record Tour(
        String area,
        LocalDateTime starts,
        LocalDateTime ends,
        String supervisionOfficer,
        String policeOfficer,
        String proposedOfficer,
        String purpose)
        implements Plan {
    /** Orientation of who is new to the area, routine contact, contact after one was missed, conditions, help and referrals. */
    static final Set<String> PURPOSES =
            Set.of("new_to_area", "routine_contact", "missed_contact", "conditions", "help_and_referrals");

    Tour(
            @JsonProperty("area") @Nullable String area,
            @JsonProperty(value = "starts", required = true) LocalDateTime starts,
            @JsonProperty(value = "ends", required = true) LocalDateTime ends,
            @JsonProperty("supervisionOfficer") @Nullable String supervisionOfficer,
            @JsonProperty("policeOfficer") @Nullable String policeOfficer,
            @JsonProperty("proposedOfficer") @Nullable String proposedOfficer,
            @JsonProperty("purpose") @Nullable String purpose) {
        this.area = Plan.text(area);
        this.starts = starts;
        this.ends = ends;
        this.supervisionOfficer = Plan.text(supervisionOfficer);
        this.policeOfficer = Plan.text(policeOfficer);
        this.proposedOfficer = Plan.text(proposedOfficer);
        this.purpose = Plan.text(purpose);
    }

    @Override
    public String kind() {
        return "tour";
    }

    @Override
    public boolean isPublic() {
        return false;
    }

    @Override
    public List<String> namedAreas() {
        return area.isEmpty() ? List.of() : List.of(area);
    }

    @Override
    public Map<String, Agency> owners() {
        return Map.of(
                "supervisionOfficer",
                Agency.SUPERVISION,
                "purpose",
                Agency.SUPERVISION,
                "policeOfficer",
                Agency.POLICE);
    }

    @Override
    public void check(Faults faults) {
        Plan.checkTime(faults, starts, ends);
        faults.requireText("area", area, LONGEST_KEY);
        requireCode(faults, "supervisionOfficer", supervisionOfficer);
        requireCode(faults, "policeOfficer", policeOfficer);
        requireCode(faults, "proposedOfficer", proposedOfficer);
        faults.require(
                purpose.isEmpty() || PURPOSES.contains(purpose),
                "purpose",
                "is not one of " + String.join(", ", PURPOSES.stream().sorted().toList()));
    }

    @Override
    public void checkComplete(Faults faults) {
        faults.require(!area.isEmpty(), "area", "is empty: which beat?");
        faults.require(!supervisionOfficer.isEmpty(), "supervisionOfficer", "is empty: who leads?");
        faults.require(!policeOfficer.isEmpty(), "policeOfficer", "is empty: who goes along?");
        faults.require(!purpose.isEmpty(), "purpose", "is empty: what for?");
    }

    @Override
    public Set<String> officers() {
        return Stream.of(supervisionOfficer, policeOfficer, proposedOfficer)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());
    }

    /** The same as an agency takes it on: by whom it was proposed to send, and for a purpose where none was written. */
    Tour takenOnBy(Agency agency, String purpose) {
        boolean isLead = agency == Agency.SUPERVISION;
        boolean isOpen = (isLead ? supervisionOfficer : policeOfficer).isEmpty();
        boolean isOthersOpen = (isLead ? policeOfficer : supervisionOfficer).isEmpty();
        return new Tour(
                area,
                starts,
                ends,
                isLead && isOpen ? proposedOfficer : supervisionOfficer,
                !isLead && isOpen ? proposedOfficer : policeOfficer,
                !isOpen && isOthersOpen ? proposedOfficer : "",
                isLead && this.purpose.isEmpty() ? purpose : this.purpose);
    }

    /** A code such as {@code S-07}; a name would be of a person, and has no place here. */
    static void requireCode(Faults faults, String field, String code) {
        faults.require(
                code.isEmpty() || code.matches("(?=[A-Za-z0-9-]*[0-9])[A-Za-z0-9-]{1,20}"),
                field,
                "is no code of a post, such as S-07: letters, digits and hyphens, a digit among them");
    }
}
