package org.reentryatlas.outreach;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.identity.Agency;

/**
 * Officers of both agencies and neighbours clean streets together ("Team Up to Clean Up").
 *
 * @param rally where all meet
 * @param sites block ranges, such as "2700 to 2900 blocks of Heron Street"
 * @param collectionPoints where bags wait for the truck; at most three, since it comes to few
 * @param volunteers how many are expected
 * @param cancelBy until when it can be called off; null for 15:00 the day before
 * @param notes for the agencies alone
 */
record CleanUp(
        String title,
        String description,
        LocalDateTime starts,
        LocalDateTime ends,
        @Nullable Place rally,
        List<String> sites,
        List<Place> collectionPoints,
        int volunteers,
        List<Permit> permits,
        String supervisionPart,
        String policePart,
        String partnersPart,
        List<Shift> shifts,
        @Nullable LocalDateTime cancelBy,
        String notes)
        implements Plan {
    static final int MOST_COLLECTION_POINTS = 3;
    private static final int MOST_SITES = 40;
    private static final int MOST_VOLUNTEERS = 5_000;
    private static final int MOST_PERMITS = 10;

    CleanUp(
            @JsonProperty("title") @Nullable String title,
            @JsonProperty("description") @Nullable String description,
            @JsonProperty(value = "starts", required = true) LocalDateTime starts,
            @JsonProperty(value = "ends", required = true) LocalDateTime ends,
            @JsonProperty("rally") @Nullable Place rally,
            @JsonProperty("sites") @Nullable List<String> sites,
            @JsonProperty("collectionPoints") @Nullable List<Place> collectionPoints,
            @JsonProperty("volunteers") int volunteers,
            @JsonProperty("permits") @Nullable List<Permit> permits,
            @JsonProperty("supervisionPart") @Nullable String supervisionPart,
            @JsonProperty("policePart") @Nullable String policePart,
            @JsonProperty("partnersPart") @Nullable String partnersPart,
            @JsonProperty("shifts") @Nullable List<Shift> shifts,
            @JsonProperty("cancelBy") @Nullable LocalDateTime cancelBy,
            @JsonProperty("notes") @Nullable String notes) {
        this.title = Plan.text(title);
        this.description = Plan.text(description);
        this.starts = starts;
        this.ends = ends;
        this.rally = rally;
        this.sites =
                sites == null ? List.of() : sites.stream().map(String::strip).toList();
        this.collectionPoints = collectionPoints == null ? List.of() : List.copyOf(collectionPoints);
        this.volunteers = volunteers;
        this.permits = permits == null ? List.of() : List.copyOf(permits);
        this.supervisionPart = Plan.text(supervisionPart);
        this.policePart = Plan.text(policePart);
        this.partnersPart = Plan.text(partnersPart);
        this.shifts = shifts == null ? List.of() : List.copyOf(shifts);
        this.cancelBy = cancelBy;
        this.notes = Plan.text(notes);
    }

    @Override
    public String kind() {
        return "clean_up";
    }

    @Override
    public boolean isPublic() {
        return true;
    }

    @Override
    public Map<String, Agency> owners() {
        return Map.of("supervisionPart", Agency.SUPERVISION, "policePart", Agency.POLICE);
    }

    @Override
    public void check(Faults faults) {
        Gathering.checkWords(faults, title, description, supervisionPart, policePart, partnersPart, notes);
        Plan.checkTime(faults, starts, ends);
        if (rally != null) {
            rally.check(faults, "rally");
        }
        faults.require(sites.size() <= MOST_SITES, "sites", "are more than " + MOST_SITES);
        for (int i = 0; i < sites.size(); i++) {
            faults.require(!sites.get(i).isEmpty(), "sites[" + i + "]", "is empty");
            faults.requireText("sites[" + i + "]", sites.get(i), 160);
        }
        faults.require(
                collectionPoints.size() <= MOST_COLLECTION_POINTS,
                "collectionPoints",
                "are " + collectionPoints.size() + ", and " + MOST_COLLECTION_POINTS
                        + " may be: the truck comes to few places");
        for (int i = 0; i < collectionPoints.size(); i++) {
            collectionPoints.get(i).check(faults, "collectionPoints[" + i + "]");
        }
        faults.require(
                volunteers >= 0 && volunteers <= MOST_VOLUNTEERS, "volunteers", "is not from 0 to " + MOST_VOLUNTEERS);
        faults.require(permits.size() <= MOST_PERMITS, "permits", "are more than " + MOST_PERMITS);
        for (int i = 0; i < permits.size(); i++) {
            permits.get(i).check(faults, "permits[" + i + "]");
        }
        Shift.check(faults, shifts, starts, ends);
        faults.require(cancelBy == null || cancelBy.isBefore(starts), "cancelBy", "is not before it starts");
        faults.require(cancelBy == null || cancelBy.getYear() >= 2000, "cancelBy", "is not in these centuries");
    }

    @Override
    public void checkComplete(Faults faults) {
        Gathering.checkMeeting(faults, title, rally);
        faults.require(!sites.isEmpty(), "sites", "are none yet: which blocks are to be cleaned?");
        faults.require(volunteers > 0, "volunteers", "is 0: how many people are expected?");
        faults.require(!supervisionPart.isEmpty(), "supervisionPart", "is empty: what does the supervision agency do?");
        faults.require(!policePart.isEmpty(), "policePart", "is empty: what do the police do?");
    }

    /** Until when it can be called off. */
    LocalDateTime lastCall() {
        return cancelBy == null ? starts.toLocalDate().minusDays(1).atTime(15, 0) : cancelBy;
    }
}
